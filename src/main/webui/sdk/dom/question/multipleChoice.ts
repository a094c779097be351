import type { MultipleChoice } from '../../../contract/questionnaire'
import { inOrder } from '../../core/shuffle'
import { h } from '../node'
import type { Form, Give } from './form'
import { openText } from './openText'

export function multipleChoice(question: MultipleChoice, form: Form, give: Give): (Node | undefined)[] {
  const { name, shuffle } = question
  const before = form.interview.answer(name)
  const fields = inOrder(question.options, shuffle, name, form.interview.seed).map((option) => {
    const input = h('input', { type: 'checkbox', name: form.id(name), value: option.code, change: () => toggled(option.exclusive, input) })
    input.checked = Array.isArray(before) && before.includes(option.code)
    return { option, input, extra: option.openText ? openText(option, name, form, give) : undefined }
  })

  function toggled(exclusive: boolean | undefined, changed: HTMLInputElement): void {
    if (changed.checked) {
      for (const { option, input } of fields) {
        if (input !== changed && (exclusive || option.exclusive)) input.checked = false
      }
    }
    // In the questionnaire's order, whatever the order of showing or choosing.
    const chosen = question.options.filter((option) => fields.some((field) => field.option === option && field.input.checked))
    give(name, chosen.length ? chosen.map(({ code }) => code) : undefined)
    for (const { input, extra } of fields) extra?.show(input.checked)
  }

  return [
    h(
      'div',
      { class: 'options' },
      ...fields.flatMap(({ option, input, extra }) => [
        h('label', {}, input, h('span', {}, ...form.draw(option.text))),
        extra?.node,
      ]),
    ),
  ]
}
