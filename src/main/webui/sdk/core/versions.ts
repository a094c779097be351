/** Versions of programs: as https://semver.org orders them, with as many parts as a platform likes. */

const VERSION = /^v?(\d+(?:\.\d+)*)(?:-([0-9A-Za-z.-]+))?(?:\+.*)?$/

/** Less than, equal to or more than 0, as the first is older, equal or newer; undefined if either is no version. */
export function compareVersions(one: unknown, other: unknown): number | undefined {
  const [a, b] = [VERSION.exec(String(one)), VERSION.exec(String(other))]
  if (!a || !b) return undefined
  const [left, right] = [a[1]!.split('.'), b[1]!.split('.')]
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const order = Number(left[i] ?? 0) - Number(right[i] ?? 0)
    if (order) return order
  }
  if (!a[2] || !b[2]) return (a[2] ? -1 : 0) - (b[2] ? -1 : 0)
  return comparePreReleases(a[2].split('.'), b[2].split('.'))
}

// Numbers come before words, and fewer parts before more.
function comparePreReleases(left: readonly string[], right: readonly string[]): number {
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const [a, b] = [left[i], right[i]]
    if (a === undefined || b === undefined) return a === undefined ? -1 : 1
    const [x, y] = [/^\d+$/.test(a), /^\d+$/.test(b)]
    const order = x && y ? Number(a) - Number(b) : x !== y ? (x ? -1 : 1) : a < b ? -1 : a > b ? 1 : 0
    if (order) return order
  }
  return 0
}
