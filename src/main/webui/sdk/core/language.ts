import type { Questionnaire, Text } from '../../contract/questionnaire'

/** The wording for a reader: the language itself, its parents (`fr-CA`, `fr`), the default, then whatever there is. */
export function wording(text: Text | undefined, language: string, defaultLanguage: string): string {
  if (text === undefined || typeof text === 'string') return text ?? ''
  for (let tag = language; tag; tag = parent(tag)) {
    const found = text[tag]
    if (found !== undefined) return found
  }
  return text[defaultLanguage] ?? Object.values(text)[0] ?? ''
}

/** The first wish, or a parent of it, among what is offered; undefined if none is. */
export function bestLanguage(wishes: readonly string[], offered: readonly string[]): string | undefined {
  for (const wish of wishes) for (let tag = wish; tag; tag = parent(tag)) if (offered.includes(tag)) return tag
  return undefined
}

function parent(tag: string): string {
  return tag.slice(0, Math.max(0, tag.lastIndexOf('-')))
}

/** The languages in which a questionnaire asks something. */
export function offeredLanguages({ defaultLanguage, title, pages }: Questionnaire): readonly string[] {
  const texts = [title, ...pages.flatMap(({ elements }) => elements.map(({ text }) => text))]
  return [...new Set([defaultLanguage, ...texts.flatMap((text) => (typeof text === 'object' ? Object.keys(text) : []))])]
}

/** Whether a language is written from right to left. */
export function isRightToLeft(language: string): boolean {
  return /^(ar|arc|ckb|dv|fa|he|khw|ks|ps|sd|ug|ur|yi)(-|$)(?!Latn)|-(Arab|Hebr|Nkoo|Thaa)\b/i.test(language)
}
