/** Markdown's emphasis, links and lists as a tree; whatever else looks like markup stays plain text. */
export type Inline = string | { readonly tag: 'strong' | 'em'; readonly inside: readonly Inline[] } | { readonly tag: 'a'; readonly href: string; readonly inside: readonly Inline[] }
export type Block = { readonly tag: 'p'; readonly inside: readonly Inline[] } | { readonly tag: 'ul' | 'ol'; readonly items: readonly (readonly Inline[])[] }

const ITEM = /^\s*(?:[-*]|(\d+)\.)\s+(.*)$/
// Only http and https: a link in a survey must not be able to run anything.
const MARK = /\*\*(?=\S)(.+?)\*\*(?!\*)|\*(?=\S)(.+?)\*|\b_(?=\S)(.+?)_\b|\[([^\]]+)\]\((https?:\/\/[^\s)]+)\)/

export function parseMarkdown(text: string): Block[] {
  const blocks: { tag: 'p' | 'ul' | 'ol'; lines: string[] }[] = []
  let open = false
  for (const line of text.split('\n')) {
    const item = ITEM.exec(line)
    const tag = item ? (item[1] ? 'ol' : 'ul') : 'p'
    const last = blocks[blocks.length - 1]
    if (!line.trim()) open = false
    else if (open && last?.tag === tag) last.lines.push(item ? item[2]! : line.trim())
    else {
      blocks.push({ tag, lines: [item ? item[2]! : line.trim()] })
      open = true
    }
  }
  return blocks.map(({ tag, lines }) =>
    tag === 'p' ? { tag, inside: parseInline(lines.join(' ')) } : { tag, items: lines.map(parseInline) },
  )
}

export function parseInline(text: string): Inline[] {
  const mark = MARK.exec(text)
  if (!mark) return text ? [text] : []
  const [all, strong, star, underscore, label, href] = mark
  const before = text.slice(0, mark.index)
  const found: Inline = href
    ? { tag: 'a', href, inside: parseInline(label!) }
    : { tag: strong ? 'strong' : 'em', inside: parseInline((strong ?? star ?? underscore)!) }
  return [...(before ? [before] : []), found, ...parseInline(text.slice(mark.index + all.length))]
}
