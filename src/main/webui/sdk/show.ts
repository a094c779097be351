/** `/sdk/card.mjs`: what draws. Only a page that has something to show loads it. */
import type { Showing } from './core/delivery'
import { Interview } from './core/interview'
import type { apply } from './core/jsonlogic'
import type { Outbox } from './core/outbox'
import { record } from './core/record'
import type { Report } from './core/report'
import type { Surroundings } from './core/surroundings'
import { openCard, type Card } from './dom/card'

/** What the page has loaded already, and need not load twice. */
export interface Loaded {
  readonly surroundings: Surroundings
  readonly outbox: Outbox
  readonly report: Report
  readonly apply: typeof apply
  /** Languages in order of preference. */
  readonly wishes: readonly string[]
}

export function show(showing: Showing, loaded: Loaded, closed: (how: 'completed' | 'dismissed') => void): Card {
  const { surroundings, outbox, report, apply, wishes } = loaded
  const known = { traits: showing.visitor.traits, context: surroundings.context(), properties: showing.properties }
  const interview = new Interview(showing.questionnaire, known, showing.seed, apply, surroundings.now)
  return openCard(showing, interview, record(showing, interview, report, outbox, surroundings), wishes, closed)
}
