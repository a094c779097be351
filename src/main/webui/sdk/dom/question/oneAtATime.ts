import type { Likert } from '../../../contract/questionnaire'
import type { Asked } from '../../core/kept'
import { rareWordsFor } from '../../core/rareWords'
import { put } from '../../core/words'
import { h, svg } from '../node'
import type { Drawing, Form, Give } from './form'
import { likert } from './likert'

const BACK = 'M15 6l-6 6 6 6'
const ON = 'M9 6l6 6-6 6'

/** A likert row by row: whoever clicks is led to the next row, whoever goes by keys stays until they move on. */
export function oneAtATime(asked: Asked<Likert>, form: Form, give: Give): Drawing {
  const words = rareWordsFor(form.language)
  const rows = likert(asked, form, give) as readonly HTMLElement[]
  const isOpen = (row: HTMLElement) => !row.querySelector(':checked')
  let at = Math.max(0, rows.findIndex(isOpen))
  const place = h('span', { role: 'status' })
  const back = step(words.earlier, BACK, -1)
  const on = step(words.later, ON, 1)

  function step(name: string, shape: string, by: number): HTMLButtonElement {
    const picture = svg('svg', { viewBox: '0 0 24 24', 'aria-hidden': 'true' }, svg('path', { d: shape }))
    return h('button', { type: 'button', 'aria-label': name, click: () => show(at + by) }, picture)
  }

  function show(wanted: number): void {
    at = wanted
    rows.forEach((row, i) => (row.hidden = i !== at))
    place.textContent = put(words.set, at + 1, rows.length)
    back.disabled = at === 0
    on.disabled = at === rows.length - 1
  }

  rows.forEach((row, i) => {
    row.addEventListener('reveal', () => show(i))
    row.addEventListener('click', ({ target, detail }) => {
      // Arrow keys choose by clicks as well, but those count no press.
      const isPress = detail > 0 && !(target instanceof HTMLInputElement)
      if (isPress && i < rows.length - 1) setTimeout(() => i === at && !isOpen(row) && show(i + 1), 250)
    })
  })
  show(at)
  return [...rows, h('div', { class: 'steps' }, back, place, on)]
}
