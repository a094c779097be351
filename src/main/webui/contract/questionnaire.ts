/** The immutable questionnaire document, as `GET /v1/client/questionnaires/{id}/versions/{n}` gives it. */
import type { Json, Logic } from './json'

/** A plain string in the default language, or BCP 47 language to wording. */
export type Text = string | { readonly [language: string]: string }
export type Code = string | number

export interface Questionnaire {
  readonly name: string
  readonly title?: Text
  readonly defaultLanguage: string
  readonly pages: readonly Page[]
  readonly endings?: readonly Ending[]
  /** Values that the app gives and nobody is asked for. */
  readonly hidden?: readonly { readonly name: string; readonly type: 'number' | 'text' }[]
}

export interface Page {
  readonly name: string
  readonly elements: readonly Element[]
  readonly visibleIf?: Logic
}

export interface Ending {
  readonly name: string
  readonly text: Text
  readonly if?: Logic
}

export type Element = Statement | Question
export type Question =
  | SingleChoice
  | MultipleChoice
  | Nps
  | Rating
  | Likert
  | NumberQuestion
  | TextQuestion

interface Common {
  readonly name: string
  readonly text: Text
  readonly visibleIf?: Logic
}
interface Asked extends Common {
  readonly required?: boolean
}
export interface Statement extends Common {
  readonly type: 'statement'
}

/** Pinned options stay; `options` draws any order, `reverse` turns the order round for half of the respondents. */
export type Shuffle = 'none' | 'options' | 'reverse'

export interface Option {
  readonly code: Code
  readonly text: Text
  /** Can't be chosen together with others. */
  readonly exclusive?: boolean
  readonly pinned?: boolean
  /** Asks for words, which are the answer to the variable `<question>_<code>`. */
  readonly openText?: boolean
}
interface Choice extends Asked {
  readonly options: readonly Option[]
  readonly shuffle?: Shuffle
}
export interface SingleChoice extends Choice {
  readonly type: 'single_choice'
  readonly presentation?: 'list' | 'buttons' | 'dropdown' | 'pictures'
}
export interface MultipleChoice extends Choice {
  readonly type: 'multiple_choice'
  readonly min?: number | null
  readonly max?: number | null
}

interface Ends {
  readonly lowLabel?: Text
  readonly highLabel?: Text
}
export interface Nps extends Asked, Ends {
  readonly type: 'nps'
}
export interface Rating extends Asked, Ends {
  readonly type: 'rating'
  /** From 2 to 11; answers run from 1 to this. */
  readonly points: number
  readonly shape?: 'numbers' | 'stars' | 'hearts' | 'smileys' | 'thumbs'
}

export interface Row {
  readonly name: string
  readonly text: Text
}
export interface ScalePoint {
  readonly code: Code
  readonly text: Text
}
export interface Likert extends Asked {
  readonly type: 'likert'
  readonly scale: readonly ScalePoint[]
  readonly rows: readonly Row[]
  readonly shuffle?: Shuffle
}

export interface NumberQuestion extends Asked {
  readonly type: 'number'
  readonly min?: number | null
  readonly max?: number | null
  /** Distance of allowed values, counted from `min` or 0. */
  readonly step?: number | null
  readonly unit?: string | null
}
export interface TextQuestion extends Asked {
  readonly type: 'text'
  readonly long?: boolean
  /** In code points; 4,000 if absent. */
  readonly maxLength?: number | null
}

/** An answer: a code, a set of codes, a number or words. */
export type Answer = string | number | readonly Code[]
/** Answers by variable name: a likert's rows and an option's open text are variables of their own. */
export type Answers = Readonly<Record<string, Answer>>

// An object, because the compiler then asks for a type that is missing here.
const TYPES: Readonly<Record<Element['type'], true>> = {
  statement: true,
  single_choice: true,
  multiple_choice: true,
  nps: true,
  rating: true,
  likert: true,
  number: true,
  text: true,
}

/** The kinds this SDK can draw, as `capabilities` tells the server. */
export const QUESTION_TYPES: readonly string[] = Object.keys(TYPES)

/** @throws Error if the document holds what this SDK can't draw: half a questionnaire is worse than none */
export function parseQuestionnaire(json: Json): Questionnaire {
  const document = json as unknown as Questionnaire
  for (const page of document.pages) {
    for (const { type, name } of page.elements) {
      if (!QUESTION_TYPES.includes(type)) throw new Error(`${name}: no such kind of question here: ${type}`)
    }
  }
  return document
}
