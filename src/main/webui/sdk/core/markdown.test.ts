import { expect, it } from 'vitest'
import { parseInline, parseMarkdown } from './markdown'

it('knows emphasis, links and lists', () => {
  expect(parseMarkdown('Hello **you *there***\nagain\n\n- one\n- [two](https://example.com/a)\n\n1. three')).toEqual([
    { tag: 'p', inside: ['Hello ', { tag: 'strong', inside: ['you ', { tag: 'em', inside: ['there'] }] }, ' again'] },
    { tag: 'ul', items: [['one'], [{ tag: 'a', href: 'https://example.com/a', inside: ['two'] }]] },
    { tag: 'ol', items: [['three']] },
  ])
})

it.each(['[x](javascript:alert(1))', '<b>bold</b>', '<img src=x onerror=alert(1)>', '2 * 3 * 4', 'snake_case_name'])('leaves %s as it is', (text) => {
  expect(parseInline(text)).toEqual([text])
})
