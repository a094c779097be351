/**
 * A UUID of version 7: sorts by the time it was made, so that storage stays in order.
 *
 * @param now milliseconds since 1970
 * @param random sixteen random bytes; not changed
 */
export function uuid7(now: number, random: Uint8Array): string {
  const bytes = Uint8Array.from(random)
  for (let i = 5, rest = now; i >= 0; i--, rest = Math.floor(rest / 256)) bytes[i] = rest % 256
  bytes[6] = (bytes[6]! & 0x0f) | 0x70
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}
