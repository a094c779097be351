/** Colours that can be read: an accent is moved until it stands out enough from what it is on. */
export type Rgb = readonly [red: number, green: number, blue: number]

/** The contrast that WCAG 2.2 asks of text at level AA. */
const ENOUGH = 4.5

/** From `#rgb` or `#rrggbb`; undefined for anything else. */
export function parseColour(text: string | undefined): Rgb | undefined {
  const hex = /^#(?:([\da-f]{3})|([\da-f]{6}))$/i.exec(text ?? '')
  if (!hex) return undefined
  const digits = hex[2] ?? hex[1]!.replace(/./g, '$&$&')
  return [0, 2, 4].map((at) => parseInt(digits.slice(at, at + 2), 16)) as unknown as Rgb
}

/** The colour, mixed with black or white (whichever is further from the ground) until it can be read on the ground. */
export function readableOn(ground: Rgb, colour: Rgb): string {
  const end = luminance(ground) > 0.18 ? 0 : 255
  let found = colour
  for (let share = 0.05; contrast(found, ground) < ENOUGH && share <= 1; share += 0.05) {
    found = colour.map((part) => Math.round(part + (end - part) * share)) as unknown as Rgb
  }
  return `rgb(${found.join()})`
}

/** WCAG's contrast ratio, from 1 to 21. */
export function contrast(one: Rgb, other: Rgb): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

function luminance(colour: Rgb): number {
  const [red, green, blue] = colour.map((part) =>
    part <= 10 ? part / 3294.6 : ((part / 255 + 0.055) / 1.055) ** 2.4,
  ) as unknown as Rgb
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
