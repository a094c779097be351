import type { ConstantSum } from '../../../contract/questionnaire'
import type { Asked } from '../../core/kept'
import { rareWordsFor } from '../../core/rareWords'
import { put } from '../../core/words'
import { h } from '../node'
import type { Drawing, Form, Give } from './form'

export function constantSum({ element, rows = [] }: Asked<ConstantSum>, form: Form, give: Give): Drawing {
  const { total, step, unit } = element
  const words = rareWordsFor(form.language)
  const inputs: HTMLInputElement[] = []
  const sum = h('output', { class: 'total' })

  function add(): void {
    const found = inputs.reduce((whole, { valueAsNumber }) => whole + (valueAsNumber || 0), 0)
    // 0.1 + 0.2 is no sight for a reader.
    const plain = (value: number) => Number(value.toFixed(9)).toLocaleString(form.language)
    sum.textContent = put(words.total, plain(found), plain(total)) + (unit ? ` ${unit}` : '')
    sum.toggleAttribute('met', Math.abs(found - total) < 1e-9 * total)
  }

  const lines = rows.map(({ name, text }) => {
    const input = h('input', {
      id: form.id(name),
      type: 'number',
      inputmode: 'decimal',
      min: 0,
      max: total,
      step: step ?? 1,
      'data-field': name,
      input: () => {
        give(name, input.value === '' && !input.validity.badInput ? undefined : input.valueAsNumber)
        add()
      },
    })
    const before = form.interview.answer(name)
    if (typeof before === 'number' && Number.isFinite(before)) input.value = String(before)
    inputs.push(input)
    return h('div', { class: 'share' }, h('label', { for: form.id(name) }, ...form.draw(text)), input)
  })
  add()
  return [h('div', { class: 'shares' }, ...lines, sum)]
}
