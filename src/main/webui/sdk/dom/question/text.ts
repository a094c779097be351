import type { TextQuestion } from '../../../contract/questionnaire'
import { h } from '../node'
import type { Form, Give } from './form'

export function text(question: TextQuestion, form: Form, give: Give): Node[] {
  const { name, required, long } = question
  const attributes = {
    id: form.id(name),
    'aria-required': required && 'true',
    input: () => give(name, field.value.trim() ? field.value : undefined),
  }
  const field = long ? h('textarea', { ...attributes, rows: 4 }) : h('input', { ...attributes, type: 'text' })
  field.value = String(form.interview.answer(name) ?? '')
  return [field]
}
