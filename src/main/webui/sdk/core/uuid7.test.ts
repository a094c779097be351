import { expect, it } from 'vitest'
import { uuid7 } from './uuid7'

const random = Uint8Array.from({ length: 16 }, (_, i) => 255 - i)

it('the example of RFC 9562 comes out bit for bit', () => {
  const bytes = Uint8Array.from([0, 0, 0, 0, 0, 0, 0x0c, 0xc3, 0x18, 0xc4, 0xdc, 0x0c, 0x0c, 0x07, 0x39, 0x8f])
  expect(uuid7(0x017f22e279b0, bytes)).toBe('017f22e2-79b0-7cc3-98c4-dc0c0c07398f')
})

it('a later one sorts after an earlier one', () => {
  const times = [0, 1, 255, 256, 1_000_000_000_000, 1_800_000_000_000]
  const ids = times.map((time) => uuid7(time, random))
  expect([...ids].sort()).toEqual(ids)
})

it('leaves the bytes it was given alone', () => {
  const before = [...random]
  uuid7(1, random)
  expect([...random]).toEqual(before)
})
