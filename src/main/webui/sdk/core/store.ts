/** A browser's storage, as far as it is needed here; every call of it may throw. */
export interface Shelf {
  readonly length: number
  key(index: number): string | null
  getItem(key: string): string | null
  setItem(key: string, value: string): void
  removeItem(key: string): void
}

/** Texts by key, kept on the shelf where that works and in memory in any case. Never throws. */
export interface Store {
  get(key: string): string | undefined
  set(key: string, value: string): void
  delete(key: string): void
  /** Keys in their order as texts. */
  keys(): string[]
}

/**
 * @param shelf gives the storage; throws or gives undefined where there is none (blocked cookies, private windows)
 * @param prefix comes before every key on the shelf, and keeps other tenants' keys out of sight
 */
export function storeOn(shelf: () => Shelf | undefined, prefix: string): Store {
  const texts = new Map<string, string>()
  const attempt = (use: (shelf: Shelf) => void) => {
    try {
      const found = shelf()
      if (found) use(found)
    } catch {
      // Storage that is full or forbidden costs the next page load, never this one.
    }
  }
  attempt((found) => {
    for (let i = 0; i < found.length; i++) {
      const key = found.key(i)
      const value = key?.startsWith(prefix) && found.getItem(key)
      if (value) texts.set(key!.slice(prefix.length), value)
    }
  })
  return {
    get: (key) => texts.get(key),
    set(key, value) {
      texts.set(key, value)
      attempt((found) => found.setItem(prefix + key, value))
    },
    delete(key) {
      texts.delete(key)
      attempt((found) => found.removeItem(prefix + key))
    },
    keys: () => [...texts.keys()].sort(),
  }
}
