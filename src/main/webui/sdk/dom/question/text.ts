import type { TextFormat, TextQuestion } from '../../../contract/questionnaire'
import type { Asked } from '../../core/kept'
import { h } from '../node'
import type { Drawing, Form, Give } from './form'

/** What a browser makes of each format: the keyboard that it shows, and what it offers to fill in. */
const FORMATS: Readonly<Record<TextFormat, { readonly inputmode: string; readonly autocomplete?: string }>> = {
  email: { inputmode: 'email', autocomplete: 'email' },
  url: { inputmode: 'url' },
  phone: { inputmode: 'tel', autocomplete: 'tel' },
}

export function text({ element, required }: Asked<TextQuestion>, form: Form, give: Give): Drawing {
  const { name, long, format } = element
  const attributes = {
    id: form.id(name),
    'aria-required': required && 'true',
    dir: 'auto',
    // A space after an address is a keyboard's doing and nobody's mistake.
    input: () => give(name, (format ? field.value.trim() : field.value.trim() && field.value) || undefined),
  }
  const field = long ? h('textarea', { ...attributes, rows: 4 }) : h('input', { ...attributes, type: 'text', ...(format && FORMATS[format]) })
  field.value = String(form.interview.answer(name) ?? '')
  return [field]
}
