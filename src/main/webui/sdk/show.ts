/** `/sdk/card.mjs`: what draws. Only a page that has something to show loads it. */
import type { Questionnaire } from '../contract/questionnaire'
import type { Showing } from './core/delivery'
import type { Evaluate } from './core/flow'
import { Interview } from './core/interview'
import type { Outbox } from './core/outbox'
import { record } from './core/record'
import type { Report } from './core/report'
import type { Surroundings } from './core/surroundings'
import { upload } from './core/upload'
import { openCard, type Card, type Rare } from './dom/card'
import { isRare } from './dom/question/element'

/** Changes with the content of `rare.mjs`, so that a cached one is never an old one. */
declare const RARE: string

/** What the page has loaded already, and need not load twice. */
export interface Loaded {
  readonly surroundings: Surroundings
  readonly outbox: Outbox
  readonly report: Report
  readonly apply: Evaluate
  /** Languages in order of preference. */
  readonly wishes: readonly string[]
}

export function stage({ surroundings, outbox, report, apply, wishes }: Loaded) {
  let rare: Rare | undefined
  return {
    /** Loads what draws the kinds of questions that few questionnaires have, if this one has any. */
    async ready({ pages }: Questionnaire): Promise<void> {
      if (!pages.some(({ elements }) => elements.some(isRare))) return
      rare ??= ((await import(new URL(`rare.mjs?v=${RARE}`, import.meta.url).href)) as typeof import('./rare')).rare
    },
    show(showing: Showing, closed: (how: 'completed' | 'dismissed') => void): Card {
      const { questionnaire, visitor, properties, seed, exposure } = showing
      const known = { traits: visitor.traits, context: surroundings.context(), properties }
      const interview = new Interview(questionnaire, known, seed, apply, surroundings.now)
      return openCard(
        showing,
        {
          interview,
          record: record(showing, interview, report, outbox, surroundings),
          wishes,
          rare,
          upload: ({ name }, file) => upload(surroundings, exposure, name, file),
        },
        closed,
      )
    },
  }
}
