/** What the SDK needs of the world around it, so that core runs without a browser and tests without a clock. */
import type { DeviceAttributes } from '../../contract/attributes'
import type { Json } from '../../contract/json'
import type { Store } from './store'

export interface Call {
  readonly method: 'GET' | 'POST' | 'PUT'
  readonly path: string
  readonly body?: Json
  readonly etag?: string
}
/** What a file is, as far as core looks into it; a browser's `Blob`. */
export interface Content {
  readonly type: string
  /** Bytes. */
  readonly size: number
}
export interface Reply {
  readonly status: number
  readonly json: Json
  readonly etag?: string
  /** Seconds that the server asks to wait before the next try. */
  readonly retryAfter?: number
}

export interface Surroundings {
  /** @throws if no answer came */
  call(call: Call): Promise<Reply>
  /**
   * Posts a file as it is.
   *
   * @throws if no answer came
   */
  upload(path: string, content: Content): Promise<Reply>
  /** Milliseconds since 1970. */
  now(): number
  /** Runs it once after so many milliseconds; the function returned calls that off. */
  later(milliseconds: number, run: () => void): () => void
  /** In [0, 1). */
  random(): number
  /** A new UUID of version 7. */
  newId(): string
  /** Kept over page loads. */
  readonly store: Store
  /** Kept as long as the tab. */
  readonly sessionStore: Store
  /** What is known of device and session, now. */
  context(): DeviceAttributes
}
