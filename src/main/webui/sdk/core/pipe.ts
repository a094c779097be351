import { apply } from './jsonlogic'

/** Fills `{{name|fallback}}` from answers, hidden fields, `traits.*` and `context.*`. */
export function pipe(text: string, data: Readonly<Record<string, unknown>>): string {
  return text.replace(/\{\{\s*([^}|]+?)\s*(?:\|([^}]*))?\}\}/g, (_, name: string, fallback = '') => {
    const value = apply({ var: name }, data)
    return value === null || value === '' ? fallback : String(value)
  })
}
