/** Sends a file that answers a question: `POST /v1/client/files`, the file as the body, which gives its id. */
import { isObject } from '../../contract/json'
import type { FileQuestion } from '../../contract/questionnaire'
import type { Content, Surroundings } from './surroundings'

const MOST_BYTES = 5 * 1024 * 1024

/** What is wrong with a file before it is sent. */
export type Unfit = 'size' | 'type'

export function unfit({ accept, maxBytes }: FileQuestion, { type, size }: Content): Unfit | undefined {
  if (size > mostBytes({ maxBytes })) return 'size'
  const fits = (wanted: string) => wanted === type || (wanted.endsWith('/*') && type.startsWith(wanted.slice(0, -1)))
  return accept?.length && !accept.some(fits) ? 'type' : undefined
}

export function mostBytes({ maxBytes }: Pick<FileQuestion, 'maxBytes'>): number {
  return maxBytes ?? MOST_BYTES
}

/** @throws Error if the server doesn't take it */
export async function upload({ upload }: Surroundings, exposure: string, question: string, content: Content): Promise<string> {
  const { status, json } = await upload(`/v1/client/files?${query({ exposure, question })}`, content)
  const id = isObject(json) ? json.id : undefined
  if (status >= 300 || typeof id !== 'string') throw new Error(`status ${status}`)
  return id
}

function query(parameters: Readonly<Record<string, string>>): string {
  return Object.entries(parameters)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&')
}
