/** Writes that must arrive: kept until the server has them, over failures, page loads and lost connections. */
import { isObject, type Json } from '../../contract/json'
import type { Call, Surroundings } from './surroundings'

interface Letter {
  readonly call: Call
  /** When it was posted, milliseconds since 1970. */
  readonly at: number
}

const PREFIX = 'out:'
const KEPT_FOR = 30 * 24 * 3600 * 1000
const FIRST_WAIT = 1000
const LONGEST_WAIT = 60_000

export interface Outbox {
  /** Posts a call under a name; a later one of the same name takes its place. */
  post(name: string, call: Call): void
  /** Sends now what waits, as when the connection is back. */
  flush(): void
  stop(): void
}

export function outbox({ store, call, now, later, random }: Surroundings): Outbox {
  let wait = FIRST_WAIT
  let busy = false
  let stopped = false
  let callOff = () => {}

  async function drain(): Promise<void> {
    if (busy || stopped) return
    busy = true
    callOff()
    let next: { key: string; text: string } | undefined
    let retryAfter: number | undefined
    const failed = new Set<string>()
    while (!stopped && (next = waiting(failed))) {
      const { key, text } = next
      const verdict = await send(text)
      // While it was on its way a later one may have taken its place, and that one is not sent yet.
      if (verdict === true) {
        if (store.get(key) === text) store.delete(key)
        wait = FIRST_WAIT
      } else {
        failed.add(key)
        retryAfter = Math.max(retryAfter ?? 0, verdict)
      }
    }
    busy = false
    if (failed.size && !stopped) {
      // Half of the wait is left to chance, so that many devices don't come back in step.
      const pause = Math.max(wait * (0.5 + (random()) * 0.5), (retryAfter ?? 0) * 1000)
      callOff = later(pause, drain)
      wait = Math.min(wait * 2, LONGEST_WAIT)
    }
  }

  function waiting(failed: ReadonlySet<string>): { key: string; text: string } | undefined {
    const key = store.keys().find((found) => found.startsWith(PREFIX) && !failed.has(found))
    return key === undefined ? undefined : { key, text: store.get(key)! }
  }

  /** True if there is nothing left to do for it, otherwise the seconds that the server asks to wait. */
  async function send(text: string): Promise<true | number> {
    let letter: Letter
    try {
      letter = JSON.parse(text)
      if (now() - letter.at > KEPT_FOR) return true
    } catch {
      return true
    }
    try {
      const { status, retryAfter } = await call({ ...letter.call, body: stamped(letter.call.body, now()) })
      return settled(status) || (retryAfter ?? 0)
    } catch {
      return 0
    }
  }

  return {
    post(name, posted) {
      const letter: Letter = { call: posted, at: now() }
      store.set(PREFIX + name, JSON.stringify(letter))
      void drain()
    },
    flush() {
      void drain()
    },
    stop() {
      stopped = true
      callOff()
    },
  }
}

// Refused for good: another try would be refused as well, and the server keeps what it refused in quarantine.
// A key that is not accepted (401, 403) may be accepted again tomorrow.
function settled(status: number): boolean {
  return status < 500 && ![401, 403, 408, 425, 429].includes(status)
}

function stamped(body: Json | undefined, now: number): Json | undefined {
  return isObject(body) ? { ...body, sentAt: new Date(now).toISOString() } : body
}
