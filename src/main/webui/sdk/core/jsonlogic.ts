/** JsonLogic whole, as https://jsonlogic.com/operations.html lists it, and what Earshot adds for versions and days. */
import { isObject, type Json, type Logic } from '../../contract/json'
import { compareVersions } from './versions'

type Data = unknown
/** @param now milliseconds since 1970 */
type Operator = (values: readonly any[], data: Data, now: number) => unknown

const DAY_MS = 86_400_000
const TIME = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?$/

const OPERATORS: Readonly<Record<string, Operator>> = {
  '==': ([a, b]) => a == b,
  '===': ([a, b]) => a === b,
  '!=': ([a, b]) => a != b,
  '!==': ([a, b]) => a !== b,
  '!': ([a]) => !truthy(a),
  '!!': ([a]) => truthy(a),
  '<': (values) => ordered(values, (a, b) => a < b),
  '<=': (values) => ordered(values, (a, b) => a <= b),
  '>': ([a, b]) => ordered([a, b], (x, y) => x > y),
  '>=': ([a, b]) => ordered([a, b], (x, y) => x >= y),
  '+': numeric((values) => values.reduce((sum, value) => sum + parseFloat(value), 0)),
  '-': numeric(([a, b]) => (b === undefined ? -a : a - b)),
  '*': numeric((values) => values.reduce((product, value) => product * parseFloat(value), 1)),
  '/': numeric(([a, b]) => a / b),
  '%': numeric(([a, b]) => a % b),
  min: numeric((values) => Math.min(...values)),
  max: numeric((values) => Math.max(...values)),
  cat: (values) => values.join(''),
  substr: ([text, start, length]) => cut(String(text ?? ''), start, length),
  in: ([part, whole]) => (typeof whole === 'string' ? part != null && whole.includes(part) : Array.isArray(whole) && whole.some((item) => isSame(item, part))),
  merge: (values) => values.flat(),
  missing: (values, data) => missing(Array.isArray(values[0]) ? values[0] : values, data),
  missing_some: ([wanted, paths], data) => {
    const absent = missing(paths, data)
    return paths.length - absent.length >= wanted ? [] : absent
  },
  version_eq: (values) => versions(values, (order) => order === 0),
  version_gt: (values) => versions(values, (order) => order > 0),
  version_gte: (values) => versions(values, (order) => order >= 0),
  version_lt: (values) => versions(values, (order) => order < 0),
  version_lte: (values) => versions(values, (order) => order <= 0),
  in_last_days: ([when, days], _, now) => {
    const age = now - (TIME.test(when) ? Date.parse(when) : NaN)
    return age >= 0 && age <= days * DAY_MS
  },
}

type Lazy = (args: readonly Logic[], data: Data, now: number) => unknown

const either: Lazy = (args, data, now) => {
  for (let i = 0; i + 1 < args.length; i += 2) if (truthy(apply(args[i]!, data, now))) return apply(args[i + 1]!, data, now)
  return args.length % 2 ? apply(args[args.length - 1]!, data, now) : null
}

/** Operators that decide themselves which of their arguments are computed, and over what. */
const LAZY: Readonly<Record<string, Lazy>> = {
  var: ([path, fallback = null], data, now) => {
    const found = read(data, apply(path ?? '', data, now))
    return found ?? apply(fallback, data, now)
  },
  and: (args, data, now) => until(args, data, now, (value) => !truthy(value)),
  or: (args, data, now) => until(args, data, now, truthy),
  if: either,
  '?:': either,
  map: ([list, rule], data, now) => listOf(list, data, now).map((item) => apply(rule ?? null, item, now)),
  filter: ([list, rule], data, now) => listOf(list, data, now).filter((item) => truthy(apply(rule ?? null, item, now))),
  reduce: ([list, rule, initial], data, now) =>
    listOf(list, data, now).reduce(
      (accumulator, current) => apply(rule ?? null, { current, accumulator }, now),
      initial === undefined ? null : apply(initial, data, now),
    ),
  some: ([list, rule], data, now) => listOf(list, data, now).some((item) => truthy(apply(rule ?? null, item, now))),
  none: ([list, rule], data, now) => !listOf(list, data, now).some((item) => truthy(apply(rule ?? null, item, now))),
  all: ([list, rule], data, now) => {
    const items = listOf(list, data, now)
    return items.length > 0 && items.every((item) => truthy(apply(rule ?? null, item, now)))
  },
}

/**
 * The value of a rule over data.
 *
 * @param now milliseconds since 1970, for what asks how long ago something was
 * @throws Error if the rule names an operator that isn't here
 */
export function apply(rule: Logic, data: Data, now = Date.now()): unknown {
  if (Array.isArray(rule)) return rule.map((part: Json) => apply(part, data, now))
  if (!isObject(rule)) return rule
  const [[name, raw] = [], ...others] = Object.entries(rule)
  // An object of several members is a plain value, as in the reference implementation.
  if (name === undefined || others.length) return rule
  const args: readonly Logic[] = Array.isArray(raw) ? raw : [raw as Logic]
  if (Object.hasOwn(LAZY, name)) return LAZY[name]!(args, data, now)
  if (!Object.hasOwn(OPERATORS, name)) throw new Error(`no such JsonLogic operator here: ${name}`)
  return OPERATORS[name]!(args.map((part) => apply(part, data, now)), data, now)
}

/** A condition's verdict; an absent condition holds. */
export function holds(rule: Logic | undefined, data: Data): boolean {
  return rule === undefined || rule === null || truthy(apply(rule, data))
}

/** JsonLogic's truth: as JavaScript's, but an empty list is false. */
export function truthy(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : !!value
}

function read(data: Data, path: unknown): unknown {
  if (path === '' || path === null) return data
  let at: any = data
  let rest = String(path)
  while (isObject(at) || Array.isArray(at)) {
    // An attribute's own name may hold dots ("os.name"), so the whole path is tried as one name first.
    if (Object.hasOwn(at, rest)) return at[rest as never]
    const dot = rest.indexOf('.')
    const step = rest.slice(0, dot)
    if (dot < 0 || !Object.hasOwn(at, step)) return undefined
    at = at[step as never]
    rest = rest.slice(dot + 1)
  }
  return undefined
}

// Nothing is no number: an unanswered question must not count as a 0.
function numeric(operator: (values: readonly any[]) => number): Operator {
  return (values) => (values.includes(null) ? NaN : operator(values))
}

// The integer 1 and the string "1" are the same code.
function isSame(one: unknown, other: unknown): boolean {
  const isCode = (value: unknown) => typeof value === 'string' || typeof value === 'number'
  return one === other || (isCode(one) && isCode(other) && String(one) === String(other))
}

// Nothing is neither more nor less than a number: an unanswered question must not pass for a 0.
function ordered(values: readonly any[], test: (a: any, b: any) => boolean): boolean {
  const [a, b, c] = values
  return a != null && b != null && c !== null && test(a, b) && (c === undefined || test(b, c))
}

function versions([a, b]: readonly unknown[], test: (order: number) => boolean): boolean {
  const order = compareVersions(a, b)
  return order !== undefined && test(order)
}

function cut(text: string, start: number, length: number | undefined): string {
  const from = start < 0 ? Math.max(0, text.length + start) : start
  const end = length === undefined ? undefined : length < 0 ? text.length + length : from + length
  return end !== undefined && end < from ? '' : text.slice(from, end)
}

function missing(paths: readonly unknown[], data: Data): unknown[] {
  return paths.filter((path) => [null, undefined, ''].includes(read(data, path) as null))
}

function until(args: readonly Logic[], data: Data, now: number, stop: (value: unknown) => boolean): unknown {
  let value: unknown = null
  for (const arg of args) if (stop((value = apply(arg, data, now)))) break
  return value
}

function listOf(list: Logic | undefined, data: Data, now: number): readonly unknown[] {
  const values = apply(list ?? null, data, now)
  return Array.isArray(values) ? values : []
}
