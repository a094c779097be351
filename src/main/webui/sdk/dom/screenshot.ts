/** A picture of the screen, or of what of it the respondent allows. */

export function canTakeScreenshot(): boolean {
  return !!navigator.mediaDevices?.getDisplayMedia
}

/** @throws Error if the respondent does not allow it */
export async function takeScreenshot(): Promise<Blob> {
  // Chromium offers the page itself first; other browsers don't know the member and ask for a window.
  const options: DisplayMediaStreamOptions & { preferCurrentTab: boolean } = { video: true, audio: false, preferCurrentTab: true }
  const stream = await navigator.mediaDevices.getDisplayMedia(options)
  try {
    const video = document.createElement('video')
    video.srcObject = stream
    video.muted = true
    await video.play()
    const canvas = document.createElement('canvas')
    canvas.width = video.videoWidth
    canvas.height = video.videoHeight
    canvas.getContext('2d')!.drawImage(video, 0, 0)
    return await new Promise((resolve, reject) =>
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('the picture is empty'))), 'image/png'),
    )
  } finally {
    for (const track of stream.getTracks()) track.stop()
  }
}
