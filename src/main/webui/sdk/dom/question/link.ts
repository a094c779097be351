import type { Link } from '../../../contract/questionnaire'
import type { Asked } from '../../core/kept'
import { rareWordsFor } from '../../core/rareWords'
import { h } from '../node'
import type { Drawing, Form, Give } from './form'

/** Nothing else may be run or opened by a link in a survey. */
const ALLOWED = /^(https:\/\/|mailto:|tel:)/i

export function link({ element }: Asked<Link>, form: Form, give: Give): Drawing {
  const { name, url, label } = element
  const isPage = /^https:/i.test(url)
  const anchor = h(
    'a',
    {
      class: 'call',
      href: ALLOWED.test(url) ? url : undefined,
      target: isPage && '_blank',
      rel: 'noopener noreferrer',
      click: () => give(name, 'clicked'),
    },
    ...form.draw(label),
    isPage && h('span', { class: 'quiet' }, ` (${rareWordsFor(form.language).newTab})`),
  )
  return [anchor]
}
