import type { Code, MaxDiff, Option } from '../../../contract/questionnaire'
import type { Asked } from '../../core/kept'
import { rareWordsFor } from '../../core/rareWords'
import { isCode } from '../../core/variable'
import { put } from '../../core/words'
import { h } from '../node'
import type { Drawing, Form, Give } from './form'

/** A table per set: best on one side of the items, worst on the other. */
export function maxDiff({ element, sets = [] }: Asked<MaxDiff>, form: Form, give: Give): Drawing {
  const words = rareWordsFor(form.language)
  const labels = { best: form.say(element.bestLabel) || words.best, worst: form.say(element.worstLabel) || words.worst }
  const shown = sets.filter((set) => set.length)

  function drawSet(items: readonly Option[], number: number): HTMLElement {
    const inputs = { best: new Map<Code, HTMLInputElement>(), worst: new Map<Code, HTMLInputElement>() }
    const end = (side: 'best' | 'worst', { code, text }: Option) => {
      const name = `${element.name}_${number}_${side}`
      const other = side === 'best' ? 'worst' : 'best'
      const input = h('input', {
        type: 'radio',
        name: form.id(name),
        value: code,
        'data-field': name,
        'aria-label': put(words.bestOf, labels[side], form.say(text)),
        change: () => {
          give(name, code)
          // Nothing is both: whoever changes their mind means the later.
          const opposite = inputs[other].get(code)!
          if (!opposite.checked) return
          opposite.checked = false
          give(`${element.name}_${number}_${other}`, undefined)
        },
      })
      input.checked = isCode(code, form.interview.answer(name))
      inputs[side].set(code, input)
      return h('td', {}, input)
    }
    return h(
      'fieldset',
      { class: 'row' },
      h('legend', { class: shown.length < 2 ? 'quiet' : 'set' }, put(words.set, shown.indexOf(items) + 1, shown.length)),
      h(
        'table',
        { class: 'ends-table' },
        h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, labels.best), h('td', {}), h('th', { scope: 'col' }, labels.worst))),
        h(
          'tbody',
          {},
          ...items.map((item) => h('tr', {}, end('best', item), h('th', { scope: 'row' }, ...form.draw(item.text)), end('worst', item))),
        ),
      ),
    )
  }

  return sets.map((items, i) => (items.length ? drawSet(items, i + 1) : undefined))
}
