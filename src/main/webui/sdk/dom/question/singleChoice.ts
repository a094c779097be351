import type { Option, SingleChoice, YesNo } from '../../../contract/questionnaire'
import type { Asked } from '../../core/kept'
import { isCode, NO, YES } from '../../core/variable'
import { h } from '../node'
import type { Drawing, Form, Give } from './form'
import { label } from './label'
import { openText } from './openText'

export function singleChoice({ element, options, required }: Asked<SingleChoice>, form: Form, give: Give): Drawing {
  const { name, presentation = 'list' } = element
  const shown = options!
  const extras = new Map(shown.filter((option) => option.openText).map((option) => [option, openText(option, name, form, give)]))
  const choose = (chosen: Option | undefined) => {
    give(name, chosen?.code)
    for (const [option, extra] of extras) extra.show(option === chosen)
  }
  const nodes = [...extras.values()].map(({ node }) => node)
  if (presentation === 'dropdown') return [dropdown(name, required, shown, form, choose), ...nodes]
  // Where options stand side by side, words for one of them go below all.
  const isInLine = presentation === 'list'
  return [
    h(
      'div',
      { class: `options ${presentation}` },
      ...shown.flatMap((option) => {
        const labelled = label(radio(name, option, form, () => choose(option)), option, form, presentation === 'pictures')
        return isInLine ? [labelled, extras.get(option)?.node] : [labelled]
      }),
    ),
    ...(isInLine ? [] : nodes),
  ]
}

export function yesNo({ name, yesLabel, noLabel }: YesNo, form: Form, give: Give): Drawing {
  const options = [
    { code: 'yes', text: yesLabel ?? YES },
    { code: 'no', text: noLabel ?? NO },
  ]
  return [
    h('div', { class: 'options buttons even' }, ...options.map((option) => label(radio(name, option, form, () => give(name, option.code)), option, form))),
  ]
}

function radio(name: string, { code }: Option, form: Form, change: () => void): HTMLInputElement {
  const input = h('input', { type: 'radio', name: form.id(name), value: code, change })
  input.checked = isCode(code, form.interview.answer(name))
  return input
}

function dropdown(
  name: string,
  required: boolean,
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
  const at = options.findIndex(({ code }) => isCode(code, form.interview.answer(name)))
  select.value = at < 0 ? '' : String(at)
  return select
}
