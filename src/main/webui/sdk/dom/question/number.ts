import type { NumberQuestion } from '../../../contract/questionnaire'
import type { Asked } from '../../core/kept'
import { h } from '../node'
import type { Drawing, Form, Give } from './form'

export function number({ element, required }: Asked<NumberQuestion>, form: Form, give: Give): Drawing {
  const { name, min, max, step, unit } = element
  const input = h('input', {
    id: form.id(name),
    type: 'number',
    inputmode: 'decimal',
    min: min ?? undefined,
    max: max ?? undefined,
    step: step ?? 'any',
    'aria-required': required && 'true',
    // What can't be read as a number is NaN: no answer would be a different thing.
    input: () => give(name, input.value === '' && !input.validity.badInput ? undefined : input.valueAsNumber),
  })
  const before = form.interview.answer(name)
  if (typeof before === 'number' && Number.isFinite(before)) input.value = String(before)
  return [h('div', { class: 'number' }, input, unit ? h('span', { class: 'unit' }, unit) : undefined)]
}
