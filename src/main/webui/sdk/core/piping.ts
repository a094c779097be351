/** Earlier answers and what else is known, filled into texts: `{{name|fallback}}`. */
import type { Answer, Answers, Code, Text } from '../../contract/questionnaire'
import type { Course, Evaluate } from './flow'
import { isCode, type Variable } from './variable'

const PIPE = /\{\{([^{}|]*)(?:\|([^{}]*))?\}\}/g

/** @param say the wording of a label for this reader */
export function fill(
  text: string,
  { answers, data }: Course,
  variables: ReadonlyMap<string, Variable>,
  say: (text: Text) => string,
  evaluate: Evaluate,
): string {
  return text.replace(PIPE, (_, spaced: string, fallback = '') => {
    const path = spaced.trim()
    const answer = answers[path]
    const words = answer === undefined ? plain(evaluate({ var: path }, data)) : inWords(answer, variables.get(path), answers, say)
    return words || fallback
  })
}

/** An answer in words: what was chosen goes by its label, and "other" by what was typed. */
function inWords(answer: Answer, variable: Variable | undefined, answers: Answers, say: (text: Text) => string): string {
  if (!variable || !('choices' in variable)) return plain(answer)
  const label = (code: Code): string => {
    const choice = variable.choices.find((other) => isCode(other.code, code))
    const words = choice?.words && answers[choice.words]
    return words ? plain(words) : choice ? say(choice.text) : String(code)
  }
  return typeof answer === 'object' ? answer.map(label).join(', ') : label(answer)
}

/** Numbers as JavaScript writes them, lists with commas, nothing for what can't be said. */
function plain(value: unknown): string {
  if (Array.isArray(value)) return value.map(plain).join(', ')
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : ''
}
