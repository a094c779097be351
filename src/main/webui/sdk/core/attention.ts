/** What the answers say about the respondent: attention checks failed, quotas that count this response. */
import type { Answer, Expected, Questionnaire } from '../../contract/questionnaire'
import { holds, type Course, type Evaluate } from './flow'
import { variablesOf, type Variable } from './variable'

/** The variables whose answer is not the one that an attentive person gives; unanswered ones are not among them. */
export function inattentive({ steps, answers }: Course): readonly string[] {
  return steps
    .flatMap(({ elements }) => elements.flatMap(({ element }) => variablesOf(element)))
    .filter((variable) => variable.expect !== undefined && answers[variable.name] !== undefined)
    .filter((variable) => !isExpected(variable, answers[variable.name]!, variable.expect!))
    .map(({ name }) => name)
}

function isExpected({ kind }: Variable, answer: Answer, expect: Expected): boolean {
  if (kind === 'number' || kind === 'point') return Number(answer) === Number(expect)
  const plain = (value: unknown) => (kind === 'words' ? String(value).trim().toLowerCase() : String(value))
  const [given, wanted] = [answer, expect].map((value) => new Set([value].flat().map(plain))) as [Set<string>, Set<string>]
  return given.size === wanted.size && [...given].every((code) => wanted.has(code))
}

/** The quotas that this response counts for. */
export function quotasOf({ quotas }: Questionnaire, { data }: Course, evaluate: Evaluate): readonly string[] {
  return (quotas ?? []).filter((quota) => holds(quota.if, data, evaluate)).map(({ name }) => name)
}
