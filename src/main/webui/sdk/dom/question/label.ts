import type { Option } from '../../../contract/questionnaire'
import { h } from '../node'
import type { Form } from './form'

/** A button or box with its option's words beside it, or below its picture. */
export function label(input: HTMLInputElement, { text, image }: Option, form: Form, isPicture = false): HTMLLabelElement {
  if (!isPicture || !image) return h('label', {}, input, h('span', {}, ...form.draw(text)))
  // The picture's name is the option's; said twice it would only be noise.
  return h('label', {}, input, h('img', { src: image, alt: form.say(text) }), h('span', { 'aria-hidden': 'true' }, ...form.draw(text)))
}
