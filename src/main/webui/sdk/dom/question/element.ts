import type { Element } from '../../../contract/questionnaire'
import { h } from '../node'
import type { Form, Give } from './form'
import { likert } from './likert'
import { multipleChoice } from './multipleChoice'
import { nps } from './nps'
import { number } from './number'
import { rating } from './rating'
import { singleChoice } from './singleChoice'
import { text } from './text'

/** An element of a page: its wording, what answers it, and a place for what is wrong with the answer. */
export interface Drawn {
  readonly node: HTMLElement
  /** Shows or, with undefined, takes away what is wrong. */
  fault(message: string | undefined): void
  focus(): void
}

export function draw(element: Element, form: Form, give: Give): Drawn {
  if (element.type === 'statement') {
    const node = h('div', { class: 'statement' }, ...form.drawBlocks(element.text))
    return { node, fault() {}, focus() {} }
  }
  const single =
    element.type === 'number' ||
    element.type === 'text' ||
    (element.type === 'single_choice' && element.presentation === 'dropdown')
  const id = form.id(element.name, 'error')
  const error = h('p', { class: 'error', id, hidden: true })
  const star = element.required && h('span', { class: 'star', title: form.words.required, 'aria-hidden': 'true' }, ' *')
  const hint = element.required && h('span', { class: 'quiet' }, ` (${form.words.required})`)
  const title = [...form.draw(element.text), star, hint]
  const body = answerable(element, form, give).filter((node) => node !== undefined)
  const node = single
    ? h('div', {}, h('label', { class: 'title', for: form.id(element.name) }, ...title), ...body, error)
    : h('fieldset', {}, h('legend', { class: 'title' }, ...title), ...body, error)
  node.classList.add('question')
  node.dataset.variable = element.name
  const controls = () => [...node.querySelectorAll<HTMLInputElement>('input:not(.open),select,textarea')]
  const described = single ? controls()[0]! : node
  return {
    node,
    fault(message) {
      error.hidden = !message
      error.textContent = message ?? ''
      node.classList.toggle('faulty', !!message)
      if (message) described.setAttribute('aria-describedby', id)
      else described.removeAttribute('aria-describedby')
      if (single) described.setAttribute('aria-invalid', String(!!message))
    },
    focus() {
      const rows = [...node.querySelectorAll('.row')]
      const open = rows.find((row) => !row.querySelector(':checked'))
      ;(open?.querySelector('input') ?? controls()[0])?.focus()
    },
  }
}

function answerable(question: Exclude<Element, { type: 'statement' }>, form: Form, give: Give): (Node | undefined)[] {
  switch (question.type) {
    case 'single_choice':
      return singleChoice(question, form, give)
    case 'multiple_choice':
      return multipleChoice(question, form, give)
    case 'nps':
      return nps(question, form, give)
    case 'rating':
      return rating(question, form, give)
    case 'likert':
      return likert(question, form, give)
    case 'number':
      return number(question, form, give)
    case 'text':
      return text(question, form, give)
    default:
      return question satisfies never
  }
}
