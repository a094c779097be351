import type { Option, SingleChoice } from '../../../contract/questionnaire'
import { inOrder } from '../../core/shuffle'
import { h } from '../node'
import type { Form, Give } from './form'
import { openText } from './openText'

export function singleChoice(question: SingleChoice, form: Form, give: Give): (Node | undefined)[] {
  const { name, presentation = 'list', shuffle } = question
  const options = inOrder(question.options, shuffle, name, form.interview.seed)
  const extras = new Map(options.filter((option) => option.openText).map((option) => [option, openText(option, name, form, give)]))
  const choose = (chosen: Option | undefined) => {
    give(name, chosen?.code)
    for (const [option, extra] of extras) extra.show(option === chosen)
  }
  const nodes = [...extras.values()].map(({ node }) => node)
  if (presentation === 'dropdown') return [dropdown(question, options, form, choose), ...nodes]
  return [
    h(
      'div',
      { class: presentation === 'buttons' ? 'options buttons' : 'options' },
      ...options.flatMap((option) => {
        const input = h('input', { type: 'radio', name: form.id(name), value: option.code, change: () => choose(option) })
        input.checked = form.interview.answer(name) === option.code
        const label = h('label', {}, input, h('span', {}, ...form.draw(option.text)))
        return presentation === 'buttons' ? [label] : [label, extras.get(option)?.node]
      }),
    ),
    ...(presentation === 'buttons' ? nodes : []),
  ]
}

function dropdown(
  { name, required }: SingleChoice,
  options: readonly Option[],
  form: Form,
  choose: (option: Option | undefined) => void,
): HTMLElement {
  const select = h(
    'select',
    { id: form.id(name), 'aria-required': required && 'true', change: () => choose(options[select.selectedIndex - 1]) },
    h('option', { value: '' }, form.words.choose),
    ...options.map((option, i) => h('option', { value: i }, form.say(option.text))),
  )
  const at = options.findIndex(({ code }) => code === form.interview.answer(name))
  select.value = at < 0 ? '' : String(at)
  return select
}

