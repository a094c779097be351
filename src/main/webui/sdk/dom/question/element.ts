import type { Element, Kind, Of } from '../../../contract/questionnaire'
import type { Asked } from '../../core/kept'
import { h } from '../node'
import { ces, csat, nps, rating } from './points'
import type { Drawing, Form, Give } from './form'
import { likert } from './likert'
import { multipleChoice } from './multipleChoice'
import { number } from './number'
import { singleChoice, yesNo } from './singleChoice'
import { text } from './text'

/** An element of a page: its wording, what answers it, and a place for what is wrong with the answer. */
export interface Drawn {
  readonly node: HTMLElement
  /** Shows or, with undefined, takes away what is wrong with the answer to one of its variables. */
  fault(message: string | undefined, variable?: string): void
  focus(): void
}

/** Kinds with one control, which the question's text labels. */
const SINGLE: ReadonlySet<Kind> = new Set<Kind>(['number', 'text', 'slider', 'date', 'time'])

/** Kinds that every card can draw; the others are loaded where a questionnaire has them. */
const COMMON = ['statement', 'single_choice', 'multiple_choice', 'yes_no', 'nps', 'csat', 'ces', 'rating', 'likert', 'number', 'text'] as const
type Common = (typeof COMMON)[number]
export type RareKind = Exclude<Kind, Common>
type RareElement = Of<RareKind>

export function isRare(element: Element): boolean {
  return isRareKind(element) || (element.type === 'likert' && element.presentation === 'one_at_a_time')
}

function isRareKind(element: Element): element is RareElement {
  return !(COMMON as readonly Kind[]).includes(element.type)
}

export function draw(asked: Asked, form: Form, give: Give): Drawn {
  const { element, required } = asked
  if (element.type === 'statement') {
    const picture = element.image && h('img', { src: element.image, alt: '' })
    return { node: h('div', { class: 'statement' }, picture, ...form.drawBlocks(element.text), help(asked, form)), fault() {}, focus() {} }
  }
  const isSingle = SINGLE.has(element.type) || (element.type === 'single_choice' && element.presentation === 'dropdown')
  const error = h('p', { class: 'error', id: form.id(element.name, 'error'), hidden: true })
  const star = required && h('span', { class: 'star', title: form.words.required, 'aria-hidden': 'true' }, ' *')
  const hint = required && h('span', { class: 'quiet' }, ` (${form.words.required})`)
  const title = [...form.draw(element.text), star, hint]
  const body = [help(asked, form), ...answerable(asked, form, give), error]
  const node = isSingle
    ? h('div', {}, h('label', { class: 'title', for: form.id(element.name) }, ...title), ...body)
    : h('fieldset', {}, h('legend', { class: 'title' }, ...title), ...body)
  node.classList.add('question')
  node.dataset.variable = element.name
  const controls = () => [...node.querySelectorAll<HTMLInputElement>('input:not(.open),select,textarea,button,a')]
  let described: HTMLElement = node
  let faulty: HTMLElement | undefined
  describe(false)

  function describe(wrong: boolean): void {
    described = isSingle ? node.querySelector<HTMLElement>(`#${form.id(element.name)}`)! : node
    const ids = [element.description && helpId(element, form), wrong && error.id].filter(Boolean).join(' ')
    if (ids) described.setAttribute('aria-describedby', ids)
    else described.removeAttribute('aria-describedby')
  }

  return {
    node,
    fault(message, variable = element.name) {
      error.hidden = !message
      error.textContent = message ?? ''
      node.classList.toggle('faulty', !!message)
      describe(!!message)
      faulty?.removeAttribute('aria-invalid')
      faulty = node.querySelector<HTMLElement>(`[data-field="${variable}"]`) ?? (isSingle ? described : undefined)
      if (!message) faulty = undefined
      faulty?.setAttribute('aria-invalid', 'true')
      // Beside the field that it is about, where there are several.
      const place = faulty?.closest('.field')
      if (place) place.append(error)
      else node.append(error)
    },
    focus() {
      const open = [...node.querySelectorAll('.row')].find((row) => !row.querySelector(':checked'))
      open?.dispatchEvent(new Event('reveal'))
      ;(faulty ?? open?.querySelector('input') ?? controls()[0])?.focus()
    },
  }
}

function helpId({ name }: Element, form: Form): string {
  return form.id(name, 'help')
}

function help({ element }: Asked, form: Form): Node | undefined {
  const { description } = element
  return description === undefined ? undefined : h('div', { class: 'help', id: helpId(element, form) }, ...form.drawBlocks(description))
}

function answerable(asked: Asked, form: Form, give: Give): Drawing {
  const { element } = asked
  if (isRare(element) || isRareKind(element)) return form.rare!(asked, form, give)
  switch (element.type) {
    case 'statement':
      return []
    case 'single_choice':
      return singleChoice({ ...asked, element }, form, give)
    case 'multiple_choice':
      return multipleChoice({ ...asked, element }, form, give)
    case 'yes_no':
      return yesNo(element, form, give)
    case 'nps':
      return nps(element, form, give)
    case 'csat':
      return csat(element, form, give)
    case 'ces':
      return ces(element, form, give)
    case 'rating':
      return rating(element, form, give)
    case 'likert':
      return likert({ ...asked, element }, form, give)
    case 'number':
      return number({ ...asked, element }, form, give)
    case 'text':
      return text({ ...asked, element }, form, give)
    default:
      return element satisfies never
  }
}
