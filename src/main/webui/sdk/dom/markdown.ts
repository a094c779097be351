import { parseInline, parseMarkdown, type Inline } from '../core/markdown'
import { h } from './node'

/** Paragraphs and lists as nodes; no text is ever read as HTML. */
export function blocks(text: string, fill: (text: string) => string): Node[] {
  return parseMarkdown(text).map((block) =>
    block.tag === 'p'
      ? h('p', {}, ...block.inside.map((part) => inline(part, fill)))
      : h(block.tag, {}, ...block.items.map((item) => h('li', {}, ...item.map((part) => inline(part, fill))))),
  )
}

/** One line's worth, for labels. */
export function phrase(text: string, fill: (text: string) => string): Node[] {
  return parseInline(text).map((part) => inline(part, fill))
}

// Answers are filled in after parsing, so that what a respondent typed can't become a link.
function inline(part: Inline, fill: (text: string) => string): Node {
  if (typeof part === 'string') return document.createTextNode(fill(part))
  const inside = part.inside.map((child) => inline(child, fill))
  return part.tag === 'a'
    ? h('a', { href: part.href, target: '_blank', rel: 'noopener noreferrer' }, ...inside)
    : h(part.tag, {}, ...inside)
}
