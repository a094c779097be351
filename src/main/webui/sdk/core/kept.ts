/** Of the answers given those that count. */
import type { Answer, Answers, Element, Option, Row } from '../../contract/questionnaire'
import { isCode, variablesOf, type Variable } from './variable'

/** An element as this respondent has it on the page, with what is shown of it, in the order of showing. */
export interface Asked<E extends Element = Element> {
  readonly element: E
  readonly required: boolean
  readonly options?: readonly Option[]
  readonly rows?: readonly Row[]
  /** Of max_diff; a set that is not shown is empty. */
  readonly sets?: readonly (readonly Option[])[]
}

/** Whether the row, set or option that a variable belongs to is shown. */
export function isAsked({ row, set, option }: Variable, { rows, sets, options }: Asked): boolean {
  if (row !== undefined && !rows?.some(({ name }) => name === row)) return false
  if (set !== undefined && !sets?.[set]?.length) return false
  return option === undefined || isShown(option, options)
}

/** @param options undefined where all are shown */
export function isShown(code: unknown, options: readonly Option[] | undefined): boolean {
  return !options || options.some((option) => isCode(option.code, code))
}

/** The answers to an element without those to what is not shown, and without words for an option that is not chosen. */
export function keptOf(asked: Asked, given: Answers): Answers {
  const { element, options } = asked
  const kept: Record<string, Answer> = Object.create(null)
  const variables = variablesOf(element)
  for (const variable of variables) {
    const answer = given[variable.name]
    if (answer == null || !isAsked(variable, asked)) continue
    const left = 'choices' in variable ? shownOf(variable, answer, options) : answer
    if (!isNothing(left, variable)) kept[variable.name] = left!
  }
  for (const { name, option } of variables) {
    if (option !== undefined && ![kept[element.name]].flat().some((code) => isCode(option, code))) delete kept[name]
  }
  return kept
}

/** An empty list, or no words where words are asked for. */
export function isNothing(answer: unknown, { kind }: Variable): boolean {
  return answer === undefined || (Array.isArray(answer) ? !answer.length : kind === 'words' && answer === '')
}

// A code that the questionnaire doesn't have stays: it is wrong, which is another thing than not shown.
function shownOf({ choices }: Extract<Variable, { choices: unknown }>, answer: Answer, options: readonly Option[] | undefined): Answer | undefined {
  const stays = (code: unknown) => isShown(code, options) || !choices.some((choice) => isCode(choice.code, code))
  if (typeof answer === 'object') return Array.isArray(answer) ? answer.filter(stays) : answer
  return stays(answer) ? answer : undefined
}
