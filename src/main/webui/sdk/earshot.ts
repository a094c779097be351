/** Earshot's web SDK. Nothing here throws into the page that embeds it. */
import type { Properties } from './core/delivery'
import { visit, type Happening, type Occasion, type Options, type Visit } from './visit'

export type { Happening, Occasion, Options, Properties }

type Listener = (happening: Happening) => void

/** Events that came before `init`; more are not kept. */
const EARLY = 20

const listeners = new Map<Occasion, Set<Listener>>()
const early: [event: string, properties: Properties][] = []
let home = ''
let current: Visit | undefined

/** Where the script came from, for `init` without a host. */
export function comesFrom(origin: string): void {
  home = origin
}

/** Begins a visit; a second call does nothing until `close`. */
export function init(options: Options): void {
  safely(() => {
    if (current) return
    if (!options?.key) return console.warn('earshot: init needs the key of an app, such as {key: "pk_..."}')
    const host = (options.host ?? (home || location.origin)).replace(/\/+$/, '')
    current = visit(options, host, home || host, (occasion, happening) => {
      listeners.get(occasion)?.forEach((listener) => safely(() => listener(happening)))
    })
    for (const [event, properties] of early.splice(0)) current.track(event, properties)
  })
}

/** Tells of something that happened in the app; shows the prompt that waits for it, if one may be shown. */
export function track(event: string, properties: Properties = {}): void {
  safely(() => {
    if (current) current.track(event, properties)
    else if (early.length < EARLY) early.push([event, properties])
  })
}

/** Says who is here, by the app's own id, and what is known of them. */
export function identify(respondent: string, traits: Properties = {}): void {
  safely(() => current?.identify(respondent, traits))
}

/**
 * Says that who is here agrees to have more told about their device, or takes that back; from then on nothing is kept that
 * needs it.
 */
export function consent(granted: boolean, policyVersion?: string): void {
  safely(() => current?.consent(granted, policyVersion))
}

/** Forgets who is here, as after signing out: the next one is another respondent. */
export function reset(): void {
  safely(() => current?.reset())
}

/** Ends the visit and takes away all that it added to the page; answers not sent yet wait for the next `init`. */
export function close(): void {
  safely(() => {
    current?.close()
    current = undefined
  })
}

/** Calls a listener whenever a prompt was shown, completed or dismissed; the function returned stops that. */
export function on(occasion: Occasion, listener: Listener): () => void {
  const known = listeners.get(occasion) ?? new Set()
  listeners.set(occasion, known.add(listener))
  return () => known.delete(listener)
}

function safely(run: () => void): void {
  try {
    run()
  } catch (failure) {
    console.warn('earshot:', failure)
  }
}
