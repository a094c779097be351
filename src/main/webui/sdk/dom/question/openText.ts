import type { Option } from '../../../contract/questionnaire'
import { openName } from '../../core/variable'
import { h } from '../node'
import type { Form, Give } from './form'

/** The field for words that an option such as "Other" opens. */
export function openText(option: Option, question: string, form: Form, give: Give) {
  const variable = openName(question, option.code)
  const words = String(form.interview.answer(variable) ?? '')
  const node = h('input', {
    type: 'text',
    class: 'open',
    maxlength: 2000,
    dir: 'auto',
    'aria-label': form.say(option.text),
    input: () => give(variable, node.value.trim() || undefined),
  })
  node.value = words
  const chosen = form.interview.answer(question)
  node.hidden = Array.isArray(chosen) ? !chosen.includes(option.code) : chosen !== option.code
  return {
    node,
    /** Words stay in the field while their option is not chosen, but are no answer then. */
    show(open: boolean): void {
      if (node.hidden !== open) return
      node.hidden = !open
      give(variable, (open && node.value.trim()) || undefined)
    },
  }
}
