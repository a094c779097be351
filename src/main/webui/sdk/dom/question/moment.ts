import type { DateQuestion, TimeQuestion } from '../../../contract/questionnaire'
import type { Asked } from '../../core/kept'
import { h } from '../node'
import type { Drawing, Form, Give } from './form'

/** A day or a time of day, by the browser's own field, which knows how its reader writes them. */
export function moment({ element, required }: Asked<DateQuestion | TimeQuestion>, form: Form, give: Give): Drawing {
  const { name, type, min, max } = element
  const input = h('input', {
    id: form.id(name),
    type,
    class: 'moment',
    min: min ?? undefined,
    max: max ?? undefined,
    'aria-required': required && 'true',
    // Half a date is no date, but not no answer either: it is said to be wrong.
    input: () => give(name, input.value || (input.validity.badInput ? '?' : undefined)),
  })
  input.value = String(form.interview.answer(name) ?? '')
  return [input]
}
