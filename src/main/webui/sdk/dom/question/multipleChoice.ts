import type { MultipleChoice } from '../../../contract/questionnaire'
import type { Asked } from '../../core/kept'
import { h } from '../node'
import type { Drawing, Form, Give } from './form'
import { label } from './label'
import { openText } from './openText'

export function multipleChoice({ element, options }: Asked<MultipleChoice>, form: Form, give: Give): Drawing {
  const { name, presentation = 'list' } = element
  const before = form.interview.answer(name)
  const fields = options!.map((option) => {
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
    const chosen = element.options.filter((option) => fields.some((field) => field.option === option && field.input.checked))
    give(name, chosen.length ? chosen.map(({ code }) => code) : undefined)
    for (const { input, extra } of fields) extra?.show(input.checked)
  }

  return [
    h(
      'div',
      { class: `options ${presentation}` },
      ...fields.flatMap(({ option, input, extra }) => [
        label(input, option, form, presentation === 'pictures'),
        extra?.node,
      ]),
    ),
  ]
}
