import type { Answers, Score } from '../../contract/questionnaire'
import type { Variable } from './variable'

/**
 * A scale's value for one respondent; undefined if too few of its items are answered.
 *
 * @param variables all of the questionnaire's, by name
 */
export function scoreOf({ method, items, minAnswered, rescale }: Score, variables: ReadonlyMap<string, Variable>, answers: Answers): number | undefined {
  const values = items.flatMap((item) => {
    const { variable: name, reversed } = typeof item === 'string' ? { variable: item } : { reversed: undefined, ...item }
    const variable = variables.get(name)
    const value = valueOf(answers[name])
    if (value === undefined) return []
    if (!(reversed ?? variable?.reversed)) return [value]
    const [low, high] = endsOf(variable)
    return low === undefined || high === undefined ? [] : [low + high - value]
  })
  if (!values.length || values.length < (minAnswered ?? items.length)) return undefined
  const sum = values.reduce((total, value) => total + value, 0)
  // Items that are missing count as the mean of the others.
  const score = (method === 'mean' ? sum : sum * items.length) / values.length
  if (!rescale) return score
  const [a, b] = rescale.from
  const [c, d] = rescale.to
  return c + ((score - a) * (d - c)) / (b - a)
}

function valueOf(answer: unknown): number | undefined {
  const value = typeof answer === 'number' ? answer : typeof answer === 'string' && answer.trim() ? Number(answer) : NaN
  return Number.isFinite(value) ? value : undefined
}

function endsOf(variable: Variable | undefined): readonly (number | undefined)[] {
  if (variable && 'choices' in variable) {
    const codes = variable.choices.map(({ code }) => Number(code)).filter((code) => Number.isFinite(code))
    return codes.length ? [Math.min(...codes), Math.max(...codes)] : []
  }
  if (variable?.kind === 'point' || variable?.kind === 'number') return [variable.min ?? undefined, variable.max ?? undefined]
  return []
}
