/** The browser as core's surroundings. */
import type { DeviceAttributes } from '../../contract/attributes'
import { storeOn } from '../core/store'
import type { Call, Reply, Surroundings } from '../core/surroundings'
import { uuid7 } from '../core/uuid7'

const PATIENCE_MS = 10_000
/** A photograph over a slow line takes its time. */
const UPLOAD_PATIENCE_MS = 120_000
/** Browsers let a request outlive its page only up to 64 KiB, all of them together. */
const OUTLIVES = 60_000

export function browser(host: string, key: string, context: () => DeviceAttributes): Surroundings {
  const prefix = `earshot:${key}:`
  return {
    call: (call) => send(host, key, call),
    upload: (path, content) =>
      reach(host + path, key, UPLOAD_PATIENCE_MS, {
        method: 'POST',
        headers: { 'Content-Type': content.type || 'application/octet-stream' },
        body: content as Blob,
      }),
    now: () => Date.now(),
    later(milliseconds, run) {
      const timer = setTimeout(run, milliseconds)
      return () => clearTimeout(timer)
    },
    random: Math.random,
    newId: () => uuid7(Date.now(), crypto.getRandomValues(new Uint8Array(16))),
    store: storeOn(() => localStorage, prefix),
    sessionStore: storeOn(() => sessionStorage, prefix),
    context,
  }
}

function send(host: string, key: string, { method, path, body, etag }: Call): Promise<Reply> {
  const text = body === undefined ? undefined : JSON.stringify(body)
  const headers: Record<string, string> = {}
  if (text) headers['Content-Type'] = 'application/json'
  if (etag) headers['If-None-Match'] = etag
  return reach(host + path, key, PATIENCE_MS, { method, headers, body: text, keepalive: method === 'PUT' && text!.length < OUTLIVES })
}

async function reach(url: string, key: string, patience: number, request: RequestInit & { headers: Record<string, string> }): Promise<Reply> {
  const limit = new AbortController()
  const timer = setTimeout(() => limit.abort(), patience)
  try {
    const headers = { ...request.headers, Authorization: `Bearer ${key}` }
    const reply = await fetch(url, { ...request, headers, credentials: 'omit', signal: limit.signal })
    return {
      status: reply.status,
      json: reply.headers.get('Content-Type')?.includes('json') ? await reply.json() : null,
      etag: reply.headers.get('ETag') ?? undefined,
      retryAfter: Number(reply.headers.get('Retry-After')) || undefined,
    }
  } finally {
    clearTimeout(timer)
  }
}
