/** One visit of one respondent: joins what core decides to what the page shows. */
import type { QuestionnaireVersion } from '../contract/client'
import type { DeviceAttributes } from '../contract/attributes'
import { delivery, type Properties, type Stage, type Visitor } from './core/delivery'
import { apply } from './core/jsonlogic'
import { outbox } from './core/outbox'
import { reporter } from './core/report'
import type { Surroundings } from './core/surroundings'
import { browser } from './dom/browser'
import type { Card } from './dom/card'
import { browserContext } from './dom/context'

declare const VERSION: string
/** Changes with the card's content, so that a cached one is never an old one. */
declare const CARD: string

export interface Options {
  /** The app's publishable key, `pk_...`. */
  readonly key: string
  /** Where Earshot runs, such as `https://feedback.example.com`; where this script came from if absent. */
  readonly host?: string
  /** The app's own id of who is here; without one the SDK makes one and remembers it. */
  readonly respondent?: string
  readonly traits?: Properties
  /** More attributes of device and session, such as `{"service.version": "4.2.0"}`. */
  readonly context?: DeviceAttributes
  /** BCP 47; the browser's languages if absent. */
  readonly language?: string
}

/** What happened to a prompt. */
export interface Happening {
  readonly prompt: string
  readonly exposure: string
  readonly questionnaire: QuestionnaireVersion
}
export type Occasion = 'shown' | 'completed' | 'dismissed'

export interface Visit {
  track(event: string, properties: Properties): void
  identify(respondent: string, traits: Properties): void
  consent(granted: boolean, policyVersion: string | undefined): void
  reset(): void
  close(): void
}

/**
 * @param host where the API is
 * @param home where the SDK's own files are
 */
export function visit(options: Options, host: string, home: string, tell: (occasion: Occasion, happening: Happening) => void): Visit {
  const { key, language, context } = options
  let card: Card | undefined
  const surroundings: Surroundings = browser(host, key, () => ({
    ...browserContext(VERSION, language, visitor().session),
    ...context,
  }))
  const { store, sessionStore, newId } = surroundings
  const box = outbox(surroundings)
  const report = reporter(box, surroundings)
  const note = (...what: unknown[]) => console.debug('earshot:', ...what)
  let named = options.respondent
  let traits = options.traits ?? {}

  function remembered(shelf: typeof store, name: string): string {
    const found = shelf.get(name)
    if (found) return found
    const made = newId()
    shelf.set(name, made)
    return made
  }

  function visitor(): Visitor {
    return { respondent: named ?? remembered(store, 'respondent'), session: remembered(sessionStore, 'session'), traits }
  }

  async function prepare(): Promise<Stage> {
    const { stage }: typeof import('./show') = await import(`${home}/sdk/card.mjs?v=${CARD}`)
    const wishes = [language, ...navigator.languages].filter((wish) => wish !== undefined)
    const { ready, show } = stage({ surroundings, outbox: box, report, apply, wishes })
    return {
      ready,
      show(showing) {
        const { exposure, prompt } = showing
        const { id, version } = prompt.questionnaire
        const happening = { prompt: prompt.id, exposure, questionnaire: { id, version } }
        card = show(showing, (how) => {
          card = undefined
          tell(how, happening)
        })
        tell('shown', happening)
      },
    }
  }

  const prompts = delivery(surroundings, visitor, prepare, report, note)
  const online = () => box.flush()
  addEventListener('online', online)
  box.flush()
  prompts.refresh()

  return {
    track(event, properties) {
      if (!card) void prompts.track(event, properties)
    },
    identify(respondent, given) {
      if (named === respondent && JSON.stringify(traits) === JSON.stringify(given)) return
      if (named !== respondent) card?.close()
      named = respondent
      traits = given
      prompts.refresh()
    },
    consent(granted, policyVersion) {
      const { respondent } = visitor()
      const body = { respondent, state: granted ? 'granted' : 'withdrawn', policyVersion, occurredAt: new Date(surroundings.now()).toISOString() }
      box.post('consent ' + respondent, { method: 'PUT', path: '/v1/client/consent', body })
    },
    reset() {
      card?.close()
      named = undefined
      traits = {}
      store.delete('respondent')
      sessionStore.delete('session')
      prompts.refresh()
    },
    close() {
      card?.close()
      prompts.stop()
      box.stop()
      removeEventListener('online', online)
    },
  }
}
