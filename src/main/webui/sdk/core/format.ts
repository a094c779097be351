/** Forms that words must have: those that a text question may ask for, dates and times. */
import type { TextFormat } from '../../contract/questionnaire'

const LABEL = '[\\p{L}\\p{M}\\p{N}](?:[\\p{L}\\p{M}\\p{N}-]{0,61}[\\p{L}\\p{M}\\p{N}])?'
const DOMAIN = `(?:${LABEL}\\.)+(?:[\\p{L}\\p{M}]{2,63}|[Xx][Nn]--[A-Za-z0-9-]{1,59})`

/** As `docs/reference/questions.md` states them for every runtime. */
const FORMATS: Readonly<Record<TextFormat, string>> = {
  email: "[\\p{L}\\p{M}\\p{N}.!#$%&'*+/=?^_`{|}~-]{1,64}@" + DOMAIN,
  url: `[Hh][Tt][Tt][Pp][Ss]?://${DOMAIN}(?::[0-9]{1,5})?(?:[/?#][^\\x00-\\x20\\x7F<>"]*)?`,
  phone: '\\+?(?:[ ()./-]*[0-9]){6,15}[ ()./-]*(?:(?:ext\\.?|x|#) ?[0-9]{1,6})?',
}

export function hasFormat(words: string, format: TextFormat): boolean {
  return fits(words, FORMATS[format])
}

/** Whether the pattern fits the whole of the words; true for a pattern that this browser can't read, since the server can. */
export function fits(words: string, pattern: string): boolean {
  try {
    return new RegExp(`^(?:${pattern})$`, 'u').test(words)
  } catch {
    return true
  }
}

/** A day of the calendar as `YYYY-MM-DD`. */
export function isDate(text: string): boolean {
  const time = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : NaN
  // Some engines take the 31st of February for the 3rd of March.
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
}

/** `HH:MM`, from 00:00 to 23:59. */
export function isTime(text: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text)
}

/** Characters that no store, file or screen takes: controls (but tab and line ends) and halves of surrogate pairs. */
export function hasIllegalCharacter(words: string): boolean {
  return /[\0-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]|\p{Surrogate}/u.test(words)
}
