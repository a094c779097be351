/** The cases of `survey-schemas/conformance` against the SDK's engine; the same in Node and in a browser. */
import { isObject, type Json, type Logic } from '../contract/json'
import type { Answers, Element, Questionnaire, Text } from '../contract/questionnaire'
import { unanswered } from '../sdk/core/check'
import { faultsOf } from '../sdk/core/faults'
import { inattentive, quotasOf } from '../sdk/core/attention'
import { endingOf, follow, instrument, neighbour, type Evaluate } from '../sdk/core/flow'
import { apply } from '../sdk/core/jsonlogic'
import { wording } from '../sdk/core/language'
import { presented } from '../sdk/core/order'
import { fill } from '../sdk/core/piping'

/** A case and what came out otherwise than it says; nothing if all is right. */
export interface Verdict {
  readonly name: string
  readonly differences: readonly string[]
}

const NOW = Date.parse('2026-01-01T00:00:00Z')

interface Given {
  readonly answers?: Answers
  readonly traits?: Record<string, unknown>
  readonly context?: Record<string, unknown>
  readonly seed?: number
  readonly language?: string
  readonly now?: string
  readonly at?: string
}
interface FlowFile {
  readonly topic: string
  readonly runtimes?: readonly string[]
  readonly definitions?: Record<string, Questionnaire>
  readonly cases: readonly { readonly name: string; readonly definition: string | Questionnaire; readonly given: Given; readonly expect: Record<string, Json> }[]
}

export function runFlow(file: FlowFile): Verdict[] {
  if (file.runtimes && !file.runtimes.includes('sdk')) return []
  return file.cases.map(({ name, definition, given, expect }) => {
    const questionnaire = typeof definition === 'string' ? file.definitions![definition]! : definition
    const result = resultOf(questionnaire, given, expect)
    const differences = Object.entries(expect)
      .filter(([member, wanted]) => !alike(sorted(member, wanted), sorted(member, result[member])))
      .map(([member, wanted]) => `${member}: ${JSON.stringify(result[member])}, not ${JSON.stringify(wanted)}`)
    return { name: `${file.topic}: ${name}`, differences }
  })
}

function resultOf(questionnaire: Questionnaire, given: Given, expect: Record<string, Json>): Record<string, unknown> {
  const { answers = {}, traits = {}, context = {}, seed = 0, now, at } = given
  const evaluate: Evaluate = (rule, data) => apply(rule, data, now === undefined ? NOW : Date.parse(now))
  const mine = instrument(questionnaire, seed)
  const course = follow(mine, answers, { traits, context }, evaluate)
  const asked = course.steps.flatMap(({ elements }) => elements)
  const within = (listed: Json | undefined, all: Record<string, unknown>) =>
    Object.fromEntries(Object.keys(isObject(listed) ? listed : {}).map((key) => [key, all[key]]))
  const { language = questionnaire.defaultLanguage } = given
  const say = (text: Text | undefined) => wording(text, language, questionnaire.defaultLanguage)
  const ending = endingOf(questionnaire, course, evaluate)
  return {
    path: course.steps.map(({ page }) => page.name),
    elements: within(expect.elements, Object.fromEntries(course.steps.map(({ page, elements }) => [page.name, elements.map(({ element }) => element.name)]))),
    options: within(
      expect.options,
      Object.fromEntries(
        asked.flatMap(({ element: { name }, options = [], sets }) =>
          sets ? sets.map((set, i) => [`${name}_${i + 1}`, set.map(({ code }) => code)]) : [[name, options.map(({ code }) => code)]],
        ),
      ),
    ),
    rows: within(expect.rows, Object.fromEntries(asked.map(({ element: { name }, rows = [] }) => [name, rows.map((row) => row.name)]))),
    required: asked.filter(({ required }) => required).map(({ element }) => element.name),
    texts: Object.fromEntries(
      Object.keys(isObject(expect.texts) ? expect.texts : {}).map((place) => {
        const text = place === '/ending' ? ending?.text : textAt(questionnaire, place)
        return [place, fill(say(text), course, mine.variables, say, evaluate)]
      }),
    ),
    answers: course.answers,
    computed: course.computed,
    scores: course.scores,
    missing: asked.flatMap((one) => unanswered(one, course.answers)),
    faults: faultsOf(questionnaire, course, answers).map(({ pointer, code }) => [pointer, code]),
    presented: presented(questionnaire, seed),
    attention: inattentive(course),
    quotas: quotasOf(questionnaire, course, evaluate),
    ending: ending?.name ?? null,
    next: at === undefined ? undefined : (neighbour(mine, course, at, 1)?.page.name ?? 'end'),
    back: at === undefined ? undefined : (neighbour(mine, course, at, -1)?.page.name ?? null),
  }
}

function textAt({ pages }: Questionnaire, place: string): Text | undefined {
  const [name, part, key] = place.split('/')
  const element: any = pages.flatMap(({ elements }): readonly Element[] => elements).find((one) => one.name === name)
  if (part === undefined) return element.text
  const things = element[part]
  return Array.isArray(things) ? things.find((thing) => String(thing.code ?? thing.name) === key).text : things
}

interface LogicFile {
  readonly data?: Json
  /** Rule, data and value; texts in between are headings. */
  readonly cases: readonly (string | readonly [rule: Logic, data: Json, value: Json])[]
}

export function runLogic({ data: shared, cases }: LogicFile): Verdict[] {
  return cases
    .filter((one) => typeof one !== 'string')
    .map(([rule, own, wanted]) => {
      const found = plain(() => apply(rule, own === '@data' ? shared : own, NOW))
      const differences = JSON.stringify(found) === JSON.stringify(wanted) ? [] : [`${JSON.stringify(found)}, not ${JSON.stringify(wanted)}`]
      return { name: `${JSON.stringify(rule)} over ${JSON.stringify(own)}`, differences }
    })
}

/** What JSON doesn't have is written null: no value, NaN, infinity. */
function plain(run: () => unknown): unknown {
  try {
    return JSON.parse(JSON.stringify(run() ?? null)) as unknown
  } catch {
    return null
  }
}

// The order of faults does not count.
function sorted(member: string, value: unknown): unknown {
  return member === 'faults' ? [...(value as unknown[])].map(String).sort() : value
}

/** Codes as strings, numbers to 1e-9, the rest exactly. */
function alike(wanted: unknown, found: unknown): boolean {
  if (Array.isArray(wanted)) return Array.isArray(found) && wanted.length === found.length && wanted.every((one, i) => alike(one, found[i]))
  if (isObject(wanted)) {
    if (!isObject(found)) return false
    const keys = Object.keys(wanted)
    return keys.length === Object.keys(found).length && keys.every((key) => Object.hasOwn(found, key) && alike(wanted[key], found[key]))
  }
  if (typeof wanted === 'number' && typeof found === 'number') return Math.abs(wanted - found) <= 1e-9 * Math.max(1, Math.abs(wanted))
  return wanted === found || (['string', 'number'].includes(typeof wanted) && ['string', 'number'].includes(typeof found) && String(wanted) === String(found))
}
