/** Numbers in [0, 1) that are the same for the same seed on every device (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** What may be shuffled, at three levels that each have a word of their own for "in any order". */
export type Drawing = 'none' | 'options' | 'elements' | 'pages' | 'reverse' | 'rotate'

export function isDrawn(shuffle: Drawing | undefined): boolean {
  return !!shuffle && shuffle !== 'none'
}

/**
 * Things in the order to show them: pinned ones keep their places, the seed decides about the others.
 *
 * @param name of what holds them, so that each draws an order of its own from the one seed of an exposure
 */
export function inOrder<T extends { readonly pinned?: boolean }>(
  things: readonly T[],
  shuffle: Drawing | undefined,
  name: string,
  seed: number,
): readonly T[] {
  if (!isDrawn(shuffle)) return things
  const loose = things.filter((thing) => !thing.pinned)
  const random = randomFrom(seed ^ hash(name))
  if (shuffle === 'rotate') {
    // Over all respondents each thing stands at each place equally often: a cyclic Latin square.
    loose.push(...loose.splice(0, Math.floor(random() * loose.length)))
  } else if (shuffle === 'reverse') {
    if (random() < 0.5) loose.reverse()
  } else {
    for (let i = loose.length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1))
      ;[loose[i], loose[j]] = [loose[j]!, loose[i]!]
    }
  }
  return things.map((thing) => (thing.pinned ? thing : loose.shift()!))
}

function hash(name: string): number {
  let value = 0
  for (const letter of name) value = (Math.imul(value, 31) + letter.codePointAt(0)!) | 0
  return value
}
