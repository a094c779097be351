import type { Code, Text } from '../../../contract/questionnaire'
import { h } from '../node'
import type { Form } from './form'

export interface Cell {
  readonly code: Code
  /** What is drawn in it. */
  readonly face: Node | string
  /** What a screen reader says, if the face doesn't say it. */
  readonly name?: string
}

/** Radio buttons side by side, as equal cells. */
export function cells(
  form: Form,
  variable: string,
  kind: string,
  all: readonly Cell[],
  choose: (code: Code) => void,
): HTMLElement {
  const chosen = form.interview.answer(variable)
  return h(
    'div',
    { class: `cells ${kind}` },
    ...all.map(({ code, face, name }) => {
      const input = h('input', { type: 'radio', name: form.id(variable), value: code, 'aria-label': name, change: () => choose(code) })
      input.checked = chosen === code
      return h('label', {}, input, h('span', { 'aria-hidden': !!name && 'true' }, face))
    }),
  )
}

/** What the two ends of a scale mean. */
export function ends(form: Form, low: Text | undefined, high: Text | undefined): HTMLElement | undefined {
  const [left, right] = [form.say(low), form.say(high)]
  return left || right ? h('div', { class: 'ends', 'aria-hidden': 'true' }, h('span', {}, left), h('span', {}, right)) : undefined
}

/** A number's name for a screen reader, which should hear what the ends mean. */
export function spoken(form: Form, value: number, first: number, last: number, low?: Text, high?: Text): string {
  const meaning = value === first ? form.say(low) : value === last ? form.say(high) : ''
  return meaning ? `${value}, ${meaning}` : `${value}`
}
