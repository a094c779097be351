import { expect, it } from 'vitest'
import { fits, hasFormat, isDate, isTime } from './format'

it.each([
  ['email', 'ada@example.com', true],
  ['email', 'ada+shop@sub.exämple.org', true],
  ['email', 'ada@example', false],
  ['email', 'ada example.com', false],
  ['url', 'https://example.com/a?b#c', true],
  ['url', 'HTTP://example.com:8080', true],
  ['url', 'example.com', false],
  ['url', 'javascript:alert(1)', false],
  ['phone', '+44 20 7946 0018', true],
  ['phone', '(01) 99-00-12.34', true],
  ['phone', '12345', false],
  ['phone', 'call me', false],
] as const)('as %s %s is %s', (format, words, verdict) => {
  expect(hasFormat(words, format)).toBe(verdict)
})

it('a pattern must fit the whole answer', () => {
  expect(fits('AB-12', '[A-Z]{2}-\\d{2}')).toBe(true)
  expect(fits('AB-123', '[A-Z]{2}-\\d{2}')).toBe(false)
  expect(fits('b', 'a|b')).toBe(true)
  expect(fits('xb', 'a|b')).toBe(false)
})

it('a pattern that only the server can read refuses nothing here', () => {
  expect(fits('anything', '(?P<year>\\d{4})')).toBe(true)
})

it('a date is a day of the calendar', () => {
  expect(['2024-02-29', '2026-12-31'].every(isDate)).toBe(true)
  expect(['2026-02-29', '2026-13-01', '26-01-01', '2026-1-1', ''].some(isDate)).toBe(false)
})

it('a time is on a clock of 24 hours', () => {
  expect(['00:00', '23:59'].every(isTime)).toBe(true)
  expect(['24:00', '9:00', '12:60', '12:00:00'].some(isTime)).toBe(false)
})
