import type { Contact, ContactField } from '../../../contract/questionnaire'
import type { Asked } from '../../core/kept'
import { rareWordsFor } from '../../core/rareWords'
import { openName } from '../../core/variable'
import { h } from '../node'
import type { Drawing, Form, Give } from './form'

/** What a browser knows to fill in by itself. */
const AUTOCOMPLETE: Readonly<Record<ContactField, string>> = {
  name: 'name',
  first_name: 'given-name',
  last_name: 'family-name',
  email: 'email',
  phone: 'tel',
  company: 'organization',
  job_title: 'organization-title',
  address: 'street-address',
  city: 'address-level2',
  postal_code: 'postal-code',
  country: 'country-name',
}
const KEYBOARDS: Partial<Record<ContactField, string>> = { email: 'email', phone: 'tel' }

export function contact({ element, required }: Asked<Contact>, form: Form, give: Give): Drawing {
  const words = rareWordsFor(form.language)
  return [
    h(
      'div',
      { class: 'contact' },
      ...element.fields.map(({ field, text, required: wanted }) => {
        const name = openName(element.name, field)
        const isWanted = required && wanted
        const input = h('input', {
          id: form.id(name),
          type: 'text',
          inputmode: KEYBOARDS[field],
          autocomplete: AUTOCOMPLETE[field],
          dir: 'auto',
          'data-field': name,
          'aria-required': isWanted && 'true',
          input: () => give(name, input.value.trim() || undefined),
        })
        input.value = String(form.interview.answer(name) ?? '')
        const star = isWanted && h('span', { class: 'star', 'aria-hidden': 'true' }, ' *')
        return h('div', { class: 'field' }, h('label', { for: form.id(name) }, form.say(text) || words[field], star), input)
      }),
    ),
  ]
}
