import type { Consent } from '../../../contract/questionnaire'
import type { Asked } from '../../core/kept'
import { rareWordsFor } from '../../core/rareWords'
import { put } from '../../core/words'
import { h } from '../node'
import type { Drawing, Form, Give } from './form'

export function consent({ element }: Asked<Consent>, form: Form, give: Give): Drawing {
  const { name, policyUrl, policyVersion } = element
  const words = rareWordsFor(form.language)
  const input = h('input', {
    type: 'checkbox',
    // Left alone it is no answer; ticked and taken back it is a no.
    change: () => give(name, input.checked ? 'agreed' : 'declined'),
  })
  input.checked = form.interview.answer(name) === 'agreed'
  const version = put(words.version, policyVersion)
  const policy = policyUrl
    ? h('a', { href: policyUrl, target: '_blank', rel: 'noopener noreferrer' }, words.policy, h('span', { class: 'quiet' }, ` (${words.newTab})`))
    : undefined
  return [
    h('div', { class: 'options' }, h('label', {}, input, h('span', {}, words.accept))),
    h('p', { class: 'policy' }, policy, policy && ' · ', version),
  ]
}
