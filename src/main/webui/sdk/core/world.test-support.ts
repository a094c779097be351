/** Surroundings without a browser: a clock that is moved by hand, a server that is a function. */
import { storeOn, type Shelf } from './store'
import type { Call, Content, Reply, Surroundings } from './surroundings'

export function shelfOf(texts: Map<string, string>): Shelf {
  return {
    get length() {
      return texts.size
    },
    key: (index) => [...texts.keys()][index] ?? null,
    getItem: (key) => texts.get(key) ?? null,
    setItem: (key, value) => void texts.set(key, value),
    removeItem: (key) => void texts.delete(key),
  }
}

export class World implements Surroundings {
  time = Date.parse('2026-11-01T12:00:00Z')
  readonly calls: Call[] = []
  readonly shelf = new Map<string, string>()
  readonly store
  readonly sessionStore = storeOn(() => undefined, '')
  readonly context = () => ({ 'browser.language': 'en' })
  readonly random = () => 1
  readonly now = () => this.time
  #timers: { at: number; run: () => void }[] = []
  #ids = 0

  constructor(
    private readonly server: (call: Call) => Partial<Reply>,
    shelf: Map<string, string> = new Map(),
  ) {
    this.shelf = shelf
    this.store = storeOn(() => shelfOf(this.shelf), 'e:')
  }

  readonly newId = () => `id-${String(++this.#ids).padStart(4, '0')}`

  readonly call = async (call: Call): Promise<Reply> => {
    this.calls.push(call)
    return { status: 200, json: null, ...this.server(call) }
  }

  readonly upload = (path: string, content: Content) => this.call({ method: 'POST', path, body: { ...content } })

  readonly later = (milliseconds: number, run: () => void) => {
    const timer = { at: this.time + milliseconds, run }
    this.#timers.push(timer)
    return () => {
      this.#timers = this.#timers.filter((other) => other !== timer)
    }
  }

  /** Lets time pass, and whatever is due happen. */
  async pass(milliseconds: number): Promise<void> {
    await settle()
    this.time += milliseconds
    const due = this.#timers.filter(({ at }) => at <= this.time)
    this.#timers = this.#timers.filter(({ at }) => at > this.time)
    for (const { run } of due) run()
    await settle()
  }

  get waiting(): number[] {
    return this.#timers.map(({ at }) => at - this.time)
  }
}

/** Lets all promises that can resolve do so. */
export function settle(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve))
}
