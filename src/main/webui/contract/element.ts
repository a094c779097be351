/** What a page is made of: a union by `type`, each kind with its own members. */
import type { Logic } from './json'

/** A plain string in the default language, or BCP 47 language to wording. */
export type Text = string | { readonly [language: string]: string }
export type Code = string | number

export type Element = Statement | Question
export type Question =
  | SingleChoice
  | MultipleChoice
  | YesNo
  | Nps
  | Csat
  | Ces
  | Rating
  | Likert
  | MatrixChoice
  | Ranking
  | ConstantSum
  | MaxDiff
  | Slider
  | NumberQuestion
  | TextQuestion
  | DateQuestion
  | TimeQuestion
  | FileQuestion
  | Consent
  | Contact
  | Link
export type Kind = Element['type']
/** The element of a type. */
export type Of<K extends Kind> = Extract<Element, { readonly type: K }>

/** Pinned things stay; `options` draws any order, `reverse` turns it round for half of the respondents, `rotate` starts anywhere. */
export type Shuffle = 'none' | 'options' | 'reverse' | 'rotate'

/** What is shown to some only, and perhaps keeps its place when the others are shuffled. */
export interface Shown {
  readonly visibleIf?: Logic
  readonly pinned?: boolean
}
interface Common extends Shown {
  readonly name: string
  readonly text: Text
  /** Help below the question. */
  readonly description?: Text
}
interface Asked extends Common {
  readonly required?: boolean
  readonly requiredIf?: Logic
  /** What an attentive person answers; a wrong answer is flagged and never refused. */
  readonly expect?: Expected
}
export type Expected = string | number | readonly Code[]

export interface Statement extends Common {
  readonly type: 'statement'
  readonly image?: string
}

export interface Option extends Shown {
  readonly code: Code
  readonly text: Text
  /** Can't be chosen together with others. */
  readonly exclusive?: boolean
  /** Asks for words, which are the answer to the variable `<question>_<code>`. */
  readonly openText?: boolean
  /** https; `text` says what is to be seen. */
  readonly image?: string
}
interface WithOptions extends Asked {
  readonly options: readonly Option[]
  readonly shuffle?: Shuffle
}
export interface SingleChoice extends WithOptions {
  readonly type: 'single_choice'
  readonly ordered?: boolean
  readonly presentation?: 'list' | 'buttons' | 'dropdown' | 'pictures'
}
export interface MultipleChoice extends WithOptions {
  readonly type: 'multiple_choice'
  readonly min?: number | null
  readonly max?: number | null
  readonly presentation?: 'list' | 'pictures'
}
export interface YesNo extends Asked {
  readonly type: 'yes_no'
  readonly yesLabel?: Text
  readonly noLabel?: Text
}
export interface Ranking extends WithOptions {
  readonly type: 'ranking'
  /** How many are to be ranked; all if absent. */
  readonly top?: number | null
}

interface Ends {
  readonly lowLabel?: Text
  readonly highLabel?: Text
}
export type Shape = 'numbers' | 'stars' | 'hearts' | 'smileys' | 'thumbs'
export interface Nps extends Asked, Ends {
  readonly type: 'nps'
}
export interface Csat extends Asked, Ends {
  readonly type: 'csat'
  readonly shape?: Shape
}
export interface Ces extends Asked, Ends {
  readonly type: 'ces'
  /** 7 if absent. */
  readonly points?: 5 | 7
}
export interface Rating extends Asked, Ends {
  readonly type: 'rating'
  /** From 2 to 11; answers run from 1 to this. */
  readonly points: number
  readonly shape?: Shape
}

export interface Row extends Shown {
  readonly name: string
  readonly text: Text
  readonly expect?: Expected
}
interface WithRows extends Asked {
  readonly shuffle?: Shuffle
}
export interface LikertRow extends Row {
  readonly reversed?: boolean
}
export interface ScalePoint {
  readonly code: Code
  readonly text: Text
}
export interface Likert extends WithRows {
  readonly type: 'likert'
  readonly scale: readonly ScalePoint[]
  readonly rows: readonly LikertRow[]
  readonly presentation?: 'matrix' | 'one_at_a_time'
}
export interface MatrixChoice extends WithRows {
  readonly type: 'matrix_choice'
  readonly rows: readonly Row[]
  readonly options: readonly Option[]
  readonly multiple?: boolean
}
export interface ConstantSum extends WithRows {
  readonly type: 'constant_sum'
  readonly rows: readonly Row[]
  readonly total: number
  /** 1 if absent. */
  readonly step?: number | null
  readonly unit?: string | null
}
export interface MaxDiff extends WithOptions {
  readonly type: 'max_diff'
  readonly sets: readonly (readonly Code[])[]
  readonly bestLabel?: Text
  readonly worstLabel?: Text
}

export interface Slider extends Asked, Ends {
  readonly type: 'slider'
  readonly min: number
  readonly max: number
  /** 1 if absent. */
  readonly step?: number | null
  readonly unit?: string | null
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
  readonly format?: TextFormat | null
  /** Holds the whole answer; the part of RE2's syntax that JavaScript reads alike. */
  readonly pattern?: string | null
  /** Said when the pattern doesn't fit. */
  readonly patternHint?: Text | null
}
export type TextFormat = 'email' | 'url' | 'phone'
export interface DateQuestion extends Asked {
  readonly type: 'date'
  readonly min?: string | null
  readonly max?: string | null
}
export interface TimeQuestion extends Asked {
  readonly type: 'time'
  readonly min?: string | null
  readonly max?: string | null
}

export interface FileQuestion extends Asked {
  readonly type: 'file'
  /** Media types such as `image/png` or `image/*`; any if absent. */
  readonly accept?: readonly string[]
  /** Of one file; 5 MiB if absent. */
  readonly maxBytes?: number | null
  /** 1 if absent. */
  readonly maxFiles?: number | null
  /** Offers to take a picture of the screen. */
  readonly screenshot?: boolean
}
export interface Consent extends Asked {
  readonly type: 'consent'
  readonly policyVersion: string
  readonly policyUrl?: string | null
  readonly covers?: 'metadata' | null
}
export type ContactField = 'name' | 'first_name' | 'last_name' | 'email' | 'phone' | 'company' | 'job_title' | 'address' | 'city' | 'postal_code' | 'country'
export interface Contact extends Asked {
  readonly type: 'contact'
  readonly fields: readonly { readonly field: ContactField; readonly required?: boolean; readonly text?: Text }[]
}
export interface Link extends Asked {
  readonly type: 'link'
  readonly url: string
  readonly label: Text
}
