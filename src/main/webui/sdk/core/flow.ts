/**
 * The way of one respondent through a questionnaire: the twin of the server's engine, held to the same cases
 * (`survey-schemas/conformance/flow`). Everything is computed anew from the answers, so that nothing depends on the way
 * in which they came.
 */
import type { Logic } from '../../contract/json'
import type { Answer, Answers, Element, Ending, Questionnaire, Shown } from '../../contract/questionnaire'
import { hasIllegalCharacter } from './format'
import { keptOf, type Asked } from './kept'
import { drawnOptions, drawnPages, drawnRows, drawnSet, type DrawnPage } from './order'
import { scoreOf } from './score'
import { variablesOf, type Variable } from './variable'

const COMPUTED_LENGTH = 4000

/** JsonLogic's `apply`; given to whoever needs it, because a page that asks something has it loaded already. */
export type Evaluate = (rule: Logic, data: unknown) => unknown

/** A questionnaire in the hands of one respondent; made once, since orders don't change. */
export interface Instrument {
  readonly questionnaire: Questionnaire
  readonly seed: number
  readonly pages: readonly DrawnPage[]
  readonly variables: ReadonlyMap<string, Variable>
}

export function instrument(questionnaire: Questionnaire, seed: number): Instrument {
  const all = questionnaire.pages.flatMap(({ elements }) => elements.flatMap(variablesOf))
  const variables = new Map(all.map((variable) => [variable.name, variable]))
  return { questionnaire, seed, pages: drawnPages(questionnaire, seed), variables }
}

/** What conditions may look at besides answers. */
export interface Known {
  readonly traits: Readonly<Record<string, unknown>>
  readonly context: Readonly<Record<string, unknown>>
}

export interface Step {
  readonly page: DrawnPage['page']
  /** Those that are shown. */
  readonly elements: readonly Asked[]
}

export interface Course {
  /** The pages shown, in the order of showing. */
  readonly steps: readonly Step[]
  /** What counts: answers to what is shown, and hidden fields. */
  readonly answers: Answers
  readonly computed: Readonly<Record<string, number | string>>
  readonly scores: Readonly<Record<string, number>>
  /** What conditions see at the end. */
  readonly data: Readonly<Record<string, unknown>>
}

/** @param given answers and hidden fields, whether or not they still count */
export function follow({ questionnaire, seed, pages, variables }: Instrument, given: Answers, known: Known, evaluate: Evaluate): Course {
  const { hidden = [], scores: scales = [], computed: formulas = [] } = questionnaire
  const answers: Record<string, Answer> = byName()
  const scores: Record<string, number> = byName()
  const computed: Record<string, number | string> = byName()
  given = Object.assign(byName(), given)
  for (const { name } of hidden) if (given[name] != null && given[name] !== '') answers[name] = given[name]
  const data = (): Record<string, unknown> => ({ ...answers, ...scores, ...computed, ...known })
  const isTrue = (rule: Logic | undefined): boolean => holds(rule, data(), evaluate)
  const isShown = ({ visibleIf }: Shown): boolean => isTrue(visibleIf)

  function reckon(): void {
    for (const scale of scales) put(scores, scale.name, scoreOf(scale, variables, answers))
    // A value never looks at those after it, not even at what they were a page ago.
    for (const { name } of formulas) delete computed[name]
    for (const { name, type, compute } of formulas) {
      put(computed, name, ofType(type, valueOf(compute, data(), evaluate)))
    }
  }

  function ask(pageElements: readonly Element[]): Asked[] {
    const asked: Asked[] = []
    for (const element of pageElements) {
      if (!isShown(element)) continue
      const options = 'options' in element ? drawnOptions(element, seed).filter(isShown) : undefined
      const rows = 'rows' in element ? drawnRows(element, seed).filter(isShown) : undefined
      const sets = element.type === 'max_diff' ? element.sets.map((_, i) => shownSet(drawnSet(element, i, seed).filter(isShown))) : undefined
      if (options?.length === 0 || rows?.length === 0 || sets?.every((set) => !set.length)) continue
      const required = element.type !== 'statement' && (!!element.required || (element.requiredIf != null && isTrue(element.requiredIf)))
      const one = { element, options, rows, sets, required }
      asked.push(one)
      Object.assign(answers, keptOf(one, given))
    }
    return asked
  }

  const steps: Step[] = []
  reckon()
  for (let i = 0; i < pages.length; i++) {
    const { page, elements: all } = pages[i]!
    if (!isShown(page)) continue
    const elements = ask(all)
    if (elements.length) steps.push({ page, elements })
    reckon()
    if (page.goTo == null) continue
    const target = valueOf(page.goTo, data(), evaluate)
    if (target === 'end') break
    const at = pages.findIndex((other) => other.page.name === target)
    if (at > i) i = at - 1
  }
  return { steps, answers, computed, scores, data: data() }
}

/** The first ending that is for this respondent. */
export function endingOf({ endings }: Questionnaire, { data }: Course, evaluate: Evaluate): Ending | undefined {
  return endings?.find((ending) => holds(ending.if, data, evaluate))
}

/** The page that comes after one, or before it with -1; undefined at the ends. The page itself need not be on the path any more. */
export function neighbour({ pages }: Instrument, { steps }: Course, at: string, by: 1 | -1): Step | undefined {
  const place = (name: string) => pages.findIndex(({ page }) => page.name === name)
  const here = place(at)
  const there = steps.filter(({ page }) => (place(page.name) - here) * by > 0)
  return by > 0 ? there[0] : there[there.length - 1]
}

/** A condition that can't be evaluated does not hold; one that is absent does. */
export function holds(rule: Logic | null | undefined, data: unknown, evaluate: Evaluate): boolean {
  return rule == null || valueOf({ '!!': [rule] }, data, evaluate) === true
}

function valueOf(rule: Logic, data: unknown, evaluate: Evaluate): unknown {
  try {
    return evaluate(rule, data)
  } catch {
    return undefined
  }
}

function ofType(type: 'number' | 'text', value: unknown): number | string | undefined {
  if (type === 'number') return typeof value === 'number' && Number.isFinite(value) ? value : undefined
  return typeof value === 'string' && value && [...value].length <= COMPUTED_LENGTH && !hasIllegalCharacter(value) ? value : undefined
}

// One item alone can't be compared with anything.
function shownSet<T>(items: readonly T[]): readonly T[] {
  return items.length < 2 ? [] : items
}

// Without a prototype, because a variable may well be called `constructor`.
function byName<T>(): Record<string, T> {
  return Object.create(null)
}

function put<T>(into: Record<string, T>, name: string, value: T | undefined): void {
  if (value === undefined) delete into[name]
  else into[name] = value
}
