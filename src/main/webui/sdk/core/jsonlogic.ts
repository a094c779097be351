/** The JsonLogic operators that conditions on a page need; the server's engine knows them all. */
import { isObject, type Json, type Logic } from '../../contract/json'

type Data = unknown
type Operator = (values: readonly any[], data: Data) => unknown

const OPERATORS: Readonly<Record<string, Operator>> = {
  '==': ([a, b]) => a == b,
  '===': ([a, b]) => a === b,
  '!=': ([a, b]) => a != b,
  '!==': ([a, b]) => a !== b,
  '!': ([a]) => !truthy(a),
  '!!': ([a]) => truthy(a),
  '<': (values) => ordered(values, (a, b) => a < b),
  '<=': (values) => ordered(values, (a, b) => a <= b),
  '>': (values) => ordered(values, (a, b) => a > b),
  '>=': (values) => ordered(values, (a, b) => a >= b),
  '+': (values) => values.reduce((sum, value) => sum + Number(value), 0),
  '-': ([a, b]) => (b === undefined ? -a : a - b),
  '*': (values) => values.reduce((product, value) => product * Number(value), 1),
  '/': ([a, b]) => a / b,
  '%': ([a, b]) => a % b,
  min: (values) => Math.min(...values),
  max: (values) => Math.max(...values),
  cat: (values) => values.join(''),
  in: ([part, whole]) => (Array.isArray(whole) || typeof whole === 'string' ? whole.includes(part as never) : false),
  missing: (values, data) => values.flat().filter((path) => [null, undefined, ''].includes(read(data, path) as null)),
}

/** Operators that decide themselves which of their arguments are computed. */
const LAZY: Readonly<Record<string, (args: readonly Logic[], data: Data) => unknown>> = {
  var: ([path, fallback], data) => read(data, apply(path ?? '', data)) ?? (fallback === undefined ? null : apply(fallback, data)),
  and: (args, data) => until(args, data, (value) => !truthy(value)),
  or: (args, data) => until(args, data, truthy),
  if: (args, data) => {
    for (let i = 0; i + 1 < args.length; i += 2) if (truthy(apply(args[i]!, data))) return apply(args[i + 1]!, data)
    return args.length % 2 ? apply(args[args.length - 1]!, data) : null
  },
  some: (args, data) => each(args, data).some(truthy),
  all: (args, data) => each(args, data).length > 0 && each(args, data).every(truthy),
  none: (args, data) => !each(args, data).some(truthy),
}

/**
 * The value of a rule over data.
 *
 * @throws Error if the rule names an operator that isn't here
 */
export function apply(rule: Logic, data: Data): unknown {
  if (Array.isArray(rule)) return rule.map((part: Json) => apply(part, data))
  if (!isObject(rule)) return rule
  const [name, raw] = Object.entries(rule)[0] ?? []
  if (name === undefined) return rule
  const args: readonly Logic[] = Array.isArray(raw) ? raw : [raw as Logic]
  const lazy = Object.hasOwn(LAZY, name) && LAZY[name]
  if (lazy) return lazy(args, data)
  const operator = Object.hasOwn(OPERATORS, name) && OPERATORS[name]
  if (!operator) throw new Error(`no such JsonLogic operator here: ${name}`)
  return operator(args.map((part) => apply(part, data)), data)
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
  // An attribute's own name may hold dots ("os.name"), so the whole path is tried as one name first.
  if (isObject(at) && Object.hasOwn(at, String(path))) return at[String(path)]
  for (const step of String(path).split('.')) {
    if (at === null || typeof at !== 'object' || !Object.hasOwn(at, step)) return null
    at = at[step]
  }
  return at
}

// Nothing is neither more nor less than a number: an unanswered question must not pass for a 0.
function ordered(values: readonly any[], test: (a: any, b: any) => boolean): boolean {
  return values.every((value, i) => value !== null && (i === 0 || test(values[i - 1], value)))
}

function until(args: readonly Logic[], data: Data, stop: (value: unknown) => boolean): unknown {
  let value: unknown = null
  for (const arg of args) if (stop((value = apply(arg, data)))) break
  return value
}

function each([list, rule]: readonly Logic[], data: Data): unknown[] {
  const values = apply(list ?? null, data)
  return Array.isArray(values) ? values.map((value) => apply(rule ?? null, value)) : []
}
