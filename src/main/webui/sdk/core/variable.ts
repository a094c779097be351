/** What each kind of question asks for: its variables, and what one of them may hold. Whoever adds a kind begins here. */
import type { Code, ContactField, Element, Expected, Option, Text, TextFormat } from '../../contract/questionnaire'

export interface Choice {
  readonly code: Code
  readonly text: Text
  readonly exclusive?: boolean
  /** The variable for words that come with it. */
  readonly words?: string
}

/** What a variable may hold. */
export type Holds =
  | { readonly kind: 'code' | 'codes' | 'order'; readonly choices: readonly Choice[] }
  | { readonly kind: 'point'; readonly min: number; readonly max: number }
  | { readonly kind: 'number'; readonly min?: number | null; readonly max?: number | null; readonly step?: number | null }
  | { readonly kind: 'words'; readonly maxLength: number; readonly format?: TextFormat | null; readonly pattern?: string | null }
  | { readonly kind: 'date' | 'time'; readonly min?: string | null; readonly max?: string | null }
  | { readonly kind: 'files'; readonly max: number }

export type Variable = Holds & {
  readonly name: string
  /** The row, set (from 0) or option that it belongs to; it is not asked when that is not shown. */
  readonly row?: string
  readonly set?: number
  readonly option?: Code
  /** True where a score turns it round unless the score says otherwise. */
  readonly reversed?: boolean
  readonly expect?: Expected
}

const OPEN_LENGTH = 2000
/** Labels of what has none of its own, in the service's words. */
export const YES = { en: 'Yes', fr: 'Oui' }
export const NO = { en: 'No', fr: 'Non' }
const AGREED = { en: 'Agreed', fr: 'Accepté' }
const DECLINED = { en: 'Declined', fr: 'Refusé' }
const CLICKED = { en: 'Clicked', fr: 'Cliqué' }
const CONTACT_FORMATS: Partial<Record<ContactField, TextFormat>> = { email: 'email', phone: 'phone' }

/** The variable that holds the words given with an option, a field of a contact and the like. */
export function openName(question: string, code: Code): string {
  return `${question}_${code}`
}

/** In the order of asking; none for what only is to be read. */
export function variablesOf(element: Element): readonly Variable[] {
  const { name } = element
  const expect = 'expect' in element ? element.expect : undefined
  switch (element.type) {
    case 'statement':
      return []
    case 'single_choice':
      return [{ name, expect, kind: 'code', choices: choices(name, element.options) }, ...openTexts(name, element.options)]
    case 'multiple_choice':
      return [{ name, expect, kind: 'codes', choices: choices(name, element.options) }, ...openTexts(name, element.options)]
    case 'yes_no':
      return [{ name, expect, kind: 'code', choices: [choice('yes', element.yesLabel ?? YES), choice('no', element.noLabel ?? NO)] }]
    case 'nps':
      return [{ name, expect, kind: 'point', min: 0, max: 10 }]
    case 'csat':
      return [{ name, expect, kind: 'point', min: 1, max: 5 }]
    case 'ces':
      return [{ name, expect, kind: 'point', min: 1, max: element.points ?? 7 }]
    case 'rating':
      return [{ name, expect, kind: 'point', min: 1, max: element.points }]
    case 'likert':
      return element.rows.map(({ name, reversed, expect }) => ({ name, row: name, reversed, expect, kind: 'code', choices: element.scale }))
    case 'matrix_choice':
      return element.rows.map(({ name, expect }) => ({
        name,
        row: name,
        expect,
        kind: element.multiple ? 'codes' : 'code',
        choices: element.options,
      }))
    case 'ranking':
      return [{ name, kind: 'order', choices: element.options }]
    case 'constant_sum':
      return element.rows.map(({ name }) => ({ name, row: name, kind: 'number', min: 0, max: element.total, step: element.step ?? 1 }))
    case 'max_diff':
      return element.sets.flatMap((set, i) => {
        const items = element.options.filter(({ code }) => set.some((other) => isCode(code, other)))
        return ['best', 'worst'].map((end) => ({ name: `${name}_${i + 1}_${end}`, set: i, kind: 'code' as const, choices: items }))
      })
    case 'slider':
      return [{ name, expect, kind: 'number', min: element.min, max: element.max, step: element.step ?? 1 }]
    case 'number':
      return [{ name, expect, kind: 'number', min: element.min, max: element.max, step: element.step }]
    case 'text':
      return [{ name, expect, kind: 'words', maxLength: element.maxLength ?? 4000, format: element.format, pattern: element.pattern }]
    case 'date':
    case 'time':
      return [{ name, kind: element.type, min: element.min, max: element.max }]
    case 'file':
      return [{ name, kind: 'files', max: element.maxFiles ?? 1 }]
    case 'consent':
      return [{ name, kind: 'code', choices: [choice('agreed', AGREED), choice('declined', DECLINED)] }]
    case 'contact':
      return element.fields.map(({ field }) => ({
        name: openName(name, field),
        kind: 'words',
        maxLength: OPEN_LENGTH,
        format: CONTACT_FORMATS[field],
      }))
    case 'link':
      return [{ name, kind: 'code', choices: [choice('clicked', CLICKED)] }]
    default:
      return element satisfies never
  }
}

/** The integer 1 and the string "1" are the same code: both become 1 in a table. */
export function isCode(code: Code, answer: unknown): boolean {
  return (typeof answer === 'string' || typeof answer === 'number') && String(code) === String(answer)
}

function choice(code: string, text: Text): Choice {
  return { code, text }
}

function choices(question: string, options: readonly Option[]): readonly Choice[] {
  return options.map((option) => (option.openText ? { ...option, words: openName(question, option.code) } : option))
}

function openTexts(question: string, options: readonly Option[]): Variable[] {
  return options
    .filter(({ openText }) => openText)
    .map(({ code }) => ({ name: openName(question, code), option: code, kind: 'words', maxLength: OPEN_LENGTH }))
}
