import type { Slider } from '../../../contract/questionnaire'
import type { Asked } from '../../core/kept'
import { rareWordsFor } from '../../core/rareWords'
import { h } from '../node'
import { ends } from './cells'
import type { Drawing, Form, Give } from './form'

/** A slider that nobody touched is no answer, wherever it happens to stand. */
export function slider({ element, required }: Asked<Slider>, form: Form, give: Give): Drawing {
  const { name, min, max, unit, lowLabel, highLabel } = element
  const step = element.step ?? 1
  const words = rareWordsFor(form.language)
  const value = h('output', { class: 'value', for: form.id(name), 'aria-hidden': 'true' })
  const take = () => {
    give(name, input.valueAsNumber)
    tell()
  }
  const input = h('input', {
    id: form.id(name),
    type: 'range',
    min,
    max,
    step,
    'aria-required': required && 'true',
    input: take,
    // Pressed where it stands, or confirmed by the space bar: its place is meant.
    pointerup: take,
    keydown: (event: KeyboardEvent) => {
      if (event.key !== ' ') return
      event.preventDefault()
      take()
    },
  })
  input.value = String(min + Math.round((max - min) / 2 / step) * step)
  const before = form.interview.answer(name)
  if (typeof before === 'number') input.value = String(before)

  function tell(): void {
    const isTouched = form.interview.answer(name) !== undefined
    const said = isTouched ? input.valueAsNumber.toLocaleString(form.language) + (unit ? ` ${unit}` : '') : ''
    value.textContent = said || '–'
    input.setAttribute('aria-valuetext', said || words.untouched)
    input.classList.toggle('untouched', !isTouched)
  }

  tell()
  const labelled = ends(form, lowLabel ?? `${min}`, highLabel ?? `${max}`)
  return [h('div', { class: 'slider' }, input, value), labelled]
}
