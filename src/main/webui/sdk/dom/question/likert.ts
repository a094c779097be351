import type { Likert } from '../../../contract/questionnaire'
import type { Asked } from '../../core/kept'
import { h } from '../node'
import { cells, ends } from './cells'
import type { Drawing, Form, Give } from './form'

/** Above this many points their labels don't fit side by side in a card, and only the ends' are drawn. */
const LABELLED = 5

export function likert({ element, rows }: Asked<Likert>, form: Form, give: Give): Drawing {
  const { scale } = element
  const labelled = scale.length <= LABELLED
  return rows!.map((row) => {
    const echo = h('output', { class: 'echo', 'aria-hidden': 'true' })
    const tell = (code: unknown) => {
      echo.textContent = form.say(scale.find((point) => point.code === code)?.text)
    }
    const points = scale.map(({ code, text }, i) => ({
      code,
      face: labelled ? form.say(text) : `${i + 1}`,
      name: labelled ? undefined : form.say(text),
    }))
    const strip = cells(form, row.name, labelled ? 'labelled' : 'numbers', points, (code) => {
      give(row.name, code)
      tell(code)
    })
    if (!labelled) tell(form.interview.answer(row.name))
    return h(
      'fieldset',
      { class: 'row', 'data-variable': row.name },
      h('legend', {}, ...form.draw(row.text), !labelled && echo),
      strip,
      labelled ? undefined : ends(form, scale[0]?.text, scale[scale.length - 1]?.text),
    )
  })
}
