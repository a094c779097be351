/** The immutable questionnaire document, as `GET /v1/client/questionnaires/{id}/versions/{n}` gives it. */
import type { Code, Element, Kind, Shown, Text } from './element'
import type { Json, Logic } from './json'

export type * from './element'

export interface Questionnaire {
  readonly name: string
  readonly title?: Text
  readonly defaultLanguage: string
  /** Order of the blocks of pages. */
  readonly shuffle?: 'none' | 'pages' | 'reverse' | 'rotate'
  readonly pages: readonly Page[]
  readonly endings?: readonly Ending[]
  /** Values that the app gives and nobody is asked for. */
  readonly hidden?: readonly { readonly name: string; readonly type: 'number' | 'text' }[]
  readonly computed?: readonly Computed[]
  readonly scores?: readonly Score[]
  readonly quotas?: readonly Quota[]
}

export interface Page extends Shown {
  readonly name: string
  readonly elements: readonly Element[]
  readonly shuffle?: 'none' | 'elements' | 'reverse' | 'rotate'
  /** Consecutive pages of one block stay together when pages are shuffled. */
  readonly block?: string
  /** Evaluated when the page is left: a later page's name, `end`, or null for the next page. */
  readonly goTo?: Logic
}

export interface Ending {
  readonly name: string
  readonly text: Text
  readonly if?: Logic
}

export interface Computed {
  readonly name: string
  readonly type: 'number' | 'text'
  readonly compute: Logic
}

export interface Score {
  readonly name: string
  readonly method: 'sum' | 'mean'
  readonly items: readonly (string | { readonly variable: string; readonly reversed?: boolean })[]
  /** All items if absent. */
  readonly minAnswered?: number | null
  readonly rescale?: { readonly from: readonly [number, number]; readonly to: readonly [number, number] } | null
}

export interface Quota {
  readonly name: string
  readonly if?: Logic
}

/** An answer: a code, a set or ranking of codes, ids of files, a number or words. */
export type Answer = string | number | readonly Code[]
/** Answers by variable name: rows, an option's open text and the like are variables of their own. */
export type Answers = Readonly<Record<string, Answer>>

// An object, because the compiler then asks for a type that is missing here.
const TYPES: Readonly<Record<Kind, true>> = {
  statement: true,
  single_choice: true,
  multiple_choice: true,
  yes_no: true,
  nps: true,
  csat: true,
  ces: true,
  rating: true,
  likert: true,
  matrix_choice: true,
  ranking: true,
  constant_sum: true,
  max_diff: true,
  slider: true,
  number: true,
  text: true,
  date: true,
  time: true,
  file: true,
  consent: true,
  contact: true,
  link: true,
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
