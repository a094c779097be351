import type { Ces, Csat, Nps, Rating, Shape, Text } from '../../../contract/questionnaire'
import { svg } from '../node'
import { cells, ends, spoken } from './cells'
import type { Drawing, Form, Give } from './form'

const STAR = 'M12 2.8l2.85 5.9 6.35.9-4.6 4.5 1.1 6.4-5.7-3.05-5.7 3.05 1.1-6.4-4.6-4.5 6.35-.9z'
const HEART = 'M12 20.5S3 15 3 8.8A4.8 4.8 0 0 1 12 6.5a4.8 4.8 0 0 1 9 2.3C21 15 12 20.5 12 20.5z'
const THUMB = 'M7 11l4-8c1.7 0 2.6 1.1 2.3 2.7L12.8 9H19a2 2 0 0 1 2 2.4l-1.4 7A2 2 0 0 1 17.6 20H7zM7 11H3v9h4'

/** Stars and hearts fill up to the one chosen; of smileys and thumbs only one can be meant. */
const KINDS = { numbers: '', stars: 'icons filled', hearts: 'icons filled', smileys: 'icons', thumbs: 'icons' }

export function nps({ name, lowLabel, highLabel }: Nps, form: Form, give: Give): Drawing {
  const [low, high] = [lowLabel ?? form.words.unlikely, highLabel ?? form.words.likely]
  const all = Array.from({ length: 11 }, (_, value) => ({ code: value, face: `${value}`, name: spoken(form, value, 0, 10, low, high) }))
  return [cells(form, name, 'nps', all, (code) => give(name, code)), ends(form, low, high)]
}

export function rating({ name, points, shape, lowLabel, highLabel }: Rating, form: Form, give: Give): Drawing {
  return scale(name, points, shape ?? 'numbers', lowLabel, highLabel, form, give)
}

export function csat({ name, shape, lowLabel, highLabel }: Csat, form: Form, give: Give): Drawing {
  const { unsatisfied, satisfied } = form.words
  return scale(name, 5, shape ?? 'numbers', lowLabel ?? unsatisfied, highLabel ?? satisfied, form, give)
}

export function ces({ name, points, lowLabel, highLabel }: Ces, form: Form, give: Give): Drawing {
  return scale(name, points ?? 7, 'numbers', lowLabel, highLabel, form, give)
}

function scale(
  name: string,
  points: number,
  shape: Shape,
  low: Text | undefined,
  high: Text | undefined,
  form: Form,
  give: Give,
): Drawing {
  const all = Array.from({ length: points }, (_, i) => ({
    code: i + 1,
    face: face(shape, i, points) ?? `${i + 1}`,
    name: spoken(form, i + 1, 1, points, low, high),
  }))
  return [cells(form, name, KINDS[shape], all, (code) => give(name, code)), ends(form, low, high)]
}

function face(shape: Shape, at: number, points: number): Node | undefined {
  switch (shape) {
    case 'numbers':
      return undefined
    case 'stars':
      return icon(svg('path', { d: STAR }))
    case 'hearts':
      return icon(svg('path', { d: HEART }))
    case 'thumbs':
      // From a thumb down to a thumb up, by way of those between.
      return icon(svg('path', { d: THUMB, transform: `rotate(${180 - (180 * at) / (points - 1)} 12 12)` }))
    case 'smileys': {
      const bend = 11.5 + (7.5 * at) / (points - 1)
      return icon(
        svg('circle', { cx: 12, cy: 12, r: 9.5 }),
        svg('path', { d: `M8.2 9.2v.6M15.8 9.2v.6M7.8 15.2Q12 ${bend} 16.2 15.2` }),
      )
    }
    default:
      return shape satisfies never
  }
}

function icon(...shapes: SVGElement[]): SVGElement {
  return svg('svg', { viewBox: '0 0 24 24' }, ...shapes)
}
