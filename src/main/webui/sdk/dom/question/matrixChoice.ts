import type { Code, MatrixChoice } from '../../../contract/questionnaire'
import type { Asked } from '../../core/kept'
import { isCode } from '../../core/variable'
import { h } from '../node'
import type { Drawing, Form, Give } from './form'
import { label } from './label'

/** A card is narrow, so the table is drawn row by row. */
export function matrixChoice({ element, rows, options }: Asked<MatrixChoice>, form: Form, give: Give): Drawing {
  return rows!.map(({ name, text }) => {
    const before = [form.interview.answer(name)].flat()
    const fields = options!.map((option) => {
      const input = h('input', {
        type: element.multiple ? 'checkbox' : 'radio',
        name: form.id(name),
        value: option.code,
        change: () => (element.multiple ? toggled(option.exclusive, input) : give(name, option.code)),
      })
      input.checked = before.some((code) => isCode(option.code, code))
      return { option, input }
    })

    function toggled(exclusive: boolean | undefined, changed: HTMLInputElement): void {
      for (const { option, input } of fields) {
        if (changed.checked && input !== changed && (exclusive || option.exclusive)) input.checked = false
      }
      // In the questionnaire's order, whatever the order of choosing.
      const chosen: Code[] = fields.filter(({ input }) => input.checked).map(({ option }) => option.code)
      give(name, chosen.length ? chosen : undefined)
    }

    return h(
      'fieldset',
      { class: 'row', 'data-variable': name },
      h('legend', {}, ...form.draw(text)),
      h('div', { class: 'options buttons' }, ...fields.map(({ option, input }) => label(input, option, form))),
    )
  })
}
