import type { Fault } from '../../core/check'
import { isDate } from '../../core/format'
import type { Asked } from '../../core/kept'
import { put } from '../../core/words'
import type { Form } from './form'

/** What is wrong with an answer in the reader's words; undefined if nothing is. */
export function messageFor({ element, rows }: Asked, isMissing: boolean, fault: Fault | undefined, form: Form): string | undefined {
  const { words, language, say } = form
  if (isMissing) return rows && element.type !== 'constant_sum' ? words.missingRow : words.missing
  if (!fault) return undefined
  const { code, word, value } = fault
  const hint = code === 'bad-format' && word === 'format' && element.type === 'text' && say(element.patternHint)
  return hint || put(words[word], typeof value === 'number' ? value.toLocaleString(language) : dayIn(language, value))
}

function dayIn(language: string, value: string | undefined): string | undefined {
  return value && isDate(value) ? new Date(`${value}T00:00:00Z`).toLocaleDateString(language, { dateStyle: 'long', timeZone: 'UTC' }) : value
}
