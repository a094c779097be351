/** What is wrong with the answer to one question, in the words of a reader; undefined if nothing is. */
import type { Answers, Question } from '../../contract/questionnaire'
import type { Word } from './words'

export interface Fault {
  readonly word: Word
  /** Goes into the wording for `{0}`. */
  readonly value?: number
}

export function check(question: Question, answers: Answers): Fault | undefined {
  const answer = answers[question.name]
  const unanswered: Fault | undefined = question.required ? { word: 'missing' } : undefined
  switch (question.type) {
    case 'single_choice':
    case 'nps':
    case 'rating':
      return answer === undefined ? unanswered : undefined
    case 'multiple_choice': {
      if (!Array.isArray(answer) || !answer.length) return unanswered
      const { min, max, options } = question
      if (options.some(({ exclusive, code }) => exclusive && answer.includes(code))) return undefined
      if (min != null && answer.length < min) return { word: 'least', value: min }
      return max != null && answer.length > max ? { word: 'most', value: max } : undefined
    }
    case 'likert':
      return question.required && question.rows.some(({ name }) => answers[name] === undefined)
        ? { word: 'missingRow' }
        : undefined
    case 'number': {
      if (answer === undefined) return unanswered
      if (typeof answer !== 'number' || !Number.isFinite(answer)) return { word: 'number' }
      const { min, max, step } = question
      if (min != null && answer < min) return { word: 'low', value: min }
      if (max != null && answer > max) return { word: 'high', value: max }
      return step != null && !isWhole((answer - (min ?? 0)) / step) ? { word: 'step', value: step } : undefined
    }
    case 'text': {
      if (typeof answer !== 'string') return unanswered
      const longest = question.maxLength ?? 4000
      return [...answer].length > longest ? { word: 'long', value: longest } : undefined
    }
    default:
      return question satisfies never
  }
}

// 0.3 / 0.1 is a hair less than 3.
function isWhole(number: number): boolean {
  return Math.abs(number - Math.round(number)) < 1e-9
}
