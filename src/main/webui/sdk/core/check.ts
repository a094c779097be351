/** Is this answer allowed? Every fault has the code that the server would refuse it with, and words for a reader. */
import type { Answers, Code, Question } from '../../contract/questionnaire'
import { fits, hasFormat, hasIllegalCharacter, isDate, isTime } from './format'
import { isAsked, isNothing, isShown, keptOf, type Asked } from './kept'
import { isCode, variablesOf, type Variable } from './variable'
import type { Word } from './words'

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i

export interface Fault {
  /** JSON Pointer into the answers. */
  readonly pointer: string
  readonly code: string
  readonly word: Word
  /** Goes into the wording for `{0}`. */
  readonly value?: number | string
}

/** What is wrong with the answers given to an element; nothing about those that are missing. */
export function check(asked: Asked, given: Answers): Fault[] {
  const { element } = asked
  if (element.type === 'statement') return []
  const kept = keptOf(asked, given)
  const faults = variablesOf(element).flatMap((variable) => {
    const answer: unknown = given[variable.name]
    const pointer = pointerTo(variable.name)
    if (answer === null) return [fault(pointer, 'wrong-type')]
    if (isNothing(answer, variable)) return []
    if (!isAsked(variable, asked)) return [fault(pointer, 'option-not-shown')]
    const found = checkOne(pointer, variable, answer, asked)
    return !found.length && variable.option !== undefined && kept[variable.name] === undefined
      ? [fault(pointer, 'open-text-without-option')]
      : found
  })
  // What belongs together is only looked at where each for itself is sound.
  return faults.every(({ code }) => code === 'option-not-shown') ? [...faults, ...checkTogether(element, asked, kept)] : faults
}

/** The variables that a complete response must answer and these answers don't. */
export function unanswered({ element, required, rows, sets }: Asked, answers: Answers): readonly string[] {
  if (!required || element.type === 'statement') return []
  const names = variablesOf(element).map(({ name }) => name)
  const isBlank = (name: string) => {
    const answer = answers[name]
    return answer === undefined || (typeof answer === 'string' && !answer.trim())
  }
  switch (element.type) {
    case 'likert':
    case 'matrix_choice':
      return rows!.map(({ name }) => name).filter(isBlank)
    case 'constant_sum': {
      const shown = rows!.map(({ name }) => name)
      return shown.every(isBlank) ? shown : []
    }
    case 'max_diff':
      return names.filter((name, i) => sets![i >> 1]!.length && isBlank(name))
    case 'contact': {
      const wanted = names.filter((_, i) => element.fields[i]!.required)
      return wanted.length ? wanted.filter(isBlank) : names.every(isBlank) ? names : []
    }
    default:
      return isBlank(element.name) ? [element.name] : []
  }
}

function fault(pointer: string, code: string, word: Word = 'format', value?: number | string): Fault {
  return { pointer, code, word, value }
}

function checkOne(pointer: string, variable: Variable, answer: any, asked: Asked): Fault[] {
  const one = (code: string, word?: Word, value?: number | string): Fault[] => [fault(pointer, code, word, value)]
  const outside = ({ min, max }: { readonly min?: any; readonly max?: any }, low: Word, high: Word) =>
    min != null && answer < min ? one('out-of-range', low, min) : max != null && answer > max ? one('out-of-range', high, max) : []
  switch (variable.kind) {
    case 'code':
      return checkCode(pointer, variable, answer, asked)
    case 'codes':
    case 'order':
      return Array.isArray(answer) ? checkCodes(pointer, variable, answer, asked) : one('wrong-type')
    case 'point':
      if (typeof answer !== 'number') return one('wrong-type')
      return Number.isInteger(answer) ? outside(variable, 'low', 'high') : one('out-of-range')
    case 'number': {
      if (typeof answer !== 'number' || !Number.isFinite(answer)) return one('wrong-type', 'number')
      const found = outside(variable, 'low', 'high')
      const { min, step } = variable
      return found.length || step == null || isWhole((answer - (min ?? 0)) / step) ? found : one('off-step', 'step', step)
    }
    case 'words': {
      const { maxLength, format, pattern } = variable
      if (typeof answer !== 'string') return one('wrong-type')
      if ([...answer].length > maxLength) return one('too-long', 'long', maxLength)
      if (hasIllegalCharacter(answer)) return one('illegal-character')
      if (format && !hasFormat(answer, format)) return one('bad-format', format)
      return pattern && !fits(answer, pattern) ? one('bad-format') : []
    }
    case 'date':
    case 'time':
      if (typeof answer !== 'string') return one('wrong-type')
      return (variable.kind === 'date' ? isDate : isTime)(answer) ? outside(variable, 'early', 'late') : one('bad-format', variable.kind)
    case 'files': {
      if (!Array.isArray(answer)) return one('wrong-type')
      const wrong = answer.flatMap((id, i) => fileFault(`${pointer}/${i}`, id, answer.indexOf(id) < i))
      return wrong.length || answer.length <= variable.max ? wrong : one('too-many', 'most', variable.max)
    }
    default:
      return variable satisfies never
  }
}

function fileFault(pointer: string, id: unknown, isAgain: boolean): Fault[] {
  if (typeof id !== 'string') return [fault(pointer, 'wrong-type')]
  if (!UUID.test(id)) return [fault(pointer, 'bad-format')]
  return isAgain ? [fault(pointer, 'chosen-twice')] : []
}

type Coded = Extract<Variable, { readonly choices: unknown }>

function checkCode(pointer: string, { choices }: Coded, answer: unknown, { options }: Asked): Fault[] {
  if (typeof answer !== 'string' && !Number.isInteger(answer)) return [fault(pointer, 'wrong-type')]
  if (!choices.some(({ code }) => isCode(code, answer))) return [fault(pointer, 'not-an-option')]
  return isShown(answer, options) ? [] : [fault(pointer, 'option-not-shown')]
}

function checkCodes(pointer: string, variable: Coded, answer: readonly unknown[], asked: Asked): Fault[] {
  const { kind, choices } = variable
  const seen = new Set<string>()
  const faults = answer.flatMap((item, i) => {
    const at = `${pointer}/${i}`
    const found = checkCode(at, variable, item, asked)
    if (found.length) return found
    if (seen.has(String(item))) return [fault(at, kind === 'order' ? 'ranked-twice' : 'chosen-twice')]
    seen.add(String(item))
    return []
  })
  const isAlone = choices.some(({ exclusive, code }) => exclusive && seen.has(String(code)))
  return isAlone && seen.size > 1 ? [...faults, fault(pointer, 'exclusive')] : faults
}

/** What can only be seen when all of a question's answers are looked at together. */
function checkTogether(question: Question, { options, required }: Asked, answers: Answers): Fault[] {
  const { name } = question
  const pointer = pointerTo(name)
  const answer = answers[name]
  switch (question.type) {
    case 'multiple_choice': {
      const chosen = answer as readonly Code[] | undefined
      const isAlone = question.options.some(({ exclusive, code }) => exclusive && chosen?.some((other) => isCode(code, other)))
      const { min, max } = question
      if (chosen && !isAlone && min != null && chosen.length < Math.min(min, options!.length)) return [fault(pointer, 'too-few', 'least', min)]
      return chosen && max != null && chosen.length > max ? [fault(pointer, 'too-many', 'most', max)] : []
    }
    case 'ranking': {
      const ranked = (answer as readonly Code[] | undefined)?.length
      const wanted = Math.min(question.top ?? Infinity, options!.length)
      return ranked === undefined || ranked === wanted ? [] : [fault(pointer, ranked < wanted ? 'too-few' : 'too-many', 'rank', wanted)]
    }
    case 'constant_sum': {
      const given = Object.entries(answers)
      const sum = given.reduce((whole, [, share]) => whole + Number(share), 0)
      if (!given.length || Math.abs(sum - question.total) < 1e-9 * question.total) return []
      return [fault(pointerTo(given[0]![0]), 'wrong-sum', 'sum', question.total)]
    }
    case 'max_diff':
      return question.sets.flatMap((_, i): Fault[] => {
        const ends = ['best', 'worst'].map((end) => `${name}_${i + 1}_${end}`)
        const [best, worst] = ends.map((end) => answers[end])
        if ((best === undefined) !== (worst === undefined)) {
          return [fault(pointerTo(ends[best === undefined ? 0 : 1]!), 'incomplete-set', 'incomplete')]
        }
        return best !== undefined && isCode(best as Code, worst) ? [fault(pointerTo(ends[1]!), 'same-best-and-worst', 'same')] : []
      })
    case 'consent':
      return required && answer === 'declined' ? [fault(pointer, 'not-agreed', 'agree')] : []
    default:
      return []
  }
}

/** A variable's name as a JSON Pointer into the answers. */
export function pointerTo(name: string): string {
  return `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`
}

// 0.3 / 0.1 is a hair less than 3.
function isWhole(number: number): boolean {
  return Math.abs(number - Math.round(number)) < 1e-9
}
