import { expect, it } from 'vitest'
import { contrast, parseColour, readableOn, type Rgb } from './colour'

const WHITE: Rgb = [255, 255, 255]
const NIGHT: Rgb = [30, 31, 37]
const rgb = (css: string) => css.match(/\d+/g)!.map(Number) as unknown as Rgb

it.each(['#ffd400', '#fff', '#000', '#3e54d6', '#1e1f25', '#808080'])('%s becomes readable on light and on dark', (hex) => {
  for (const ground of [WHITE, NIGHT]) {
    expect(contrast(rgb(readableOn(ground, parseColour(hex)!)), ground)).toBeGreaterThanOrEqual(4.5)
  }
})

it('leaves a colour alone that can be read already', () => {
  expect(readableOn(WHITE, parseColour('#3e54d6')!)).toBe('rgb(62,84,214)')
})

it('takes no other notation, so that nothing else of CSS gets in', () => {
  expect(parseColour('red; } * { display: none')).toBeUndefined()
  expect(parseColour(undefined)).toBeUndefined()
})
