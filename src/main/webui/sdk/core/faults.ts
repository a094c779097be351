/** Everything that a response may not say, as the server sees it; the card itself only checks the page before it. */
import type { Answers, Questionnaire } from '../../contract/questionnaire'
import { check, pointerTo } from './check'
import type { Course } from './flow'
import { hasIllegalCharacter } from './format'
import { variablesOf } from './variable'

export interface Refusal {
  readonly pointer: string
  readonly code: string
}

const HIDDEN_LENGTH = 2000

export function faultsOf(questionnaire: Questionnaire, { steps }: Course, given: Answers): readonly Refusal[] {
  const { pages, hidden = [], scores = [], computed = [] } = questionnaire
  const all = new Set(pages.flatMap(({ elements }) => elements.flatMap((element) => variablesOf(element).map(({ name }) => name))))
  const asked = steps.flatMap(({ elements }) => elements)
  const onPath = new Set(asked.flatMap(({ element }) => variablesOf(element).map(({ name }) => name)))
  const reckoned = new Set([...scores, ...computed].map(({ name }) => name))
  const strays = Object.entries(given).flatMap(([name, answer]: [string, unknown]): Refusal[] => {
    const field = hidden.find((other) => other.name === name)
    const pointer = pointerTo(name)
    if (field) return hiddenFault(field.type, answer).map((code) => ({ pointer, code }))
    if (reckoned.has(name) || onPath.has(name)) return []
    return [{ pointer, code: !all.has(name) ? 'unknown-variable' : answer === null ? 'wrong-type' : 'not-asked' }]
  })
  return [...strays, ...asked.flatMap((one) => check(one, given))]
}

function hiddenFault(type: 'number' | 'text', value: unknown): string[] {
  if (type === 'number') return typeof value === 'number' && Number.isFinite(value) ? [] : ['wrong-type']
  if (typeof value !== 'string') return ['wrong-type']
  return [...value].length > HIDDEN_LENGTH ? ['too-long'] : hasIllegalCharacter(value) ? ['illegal-character'] : []
}
