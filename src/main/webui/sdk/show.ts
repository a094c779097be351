/** `/sdk/card.mjs`: what draws. Only a page that has something to show loads it. */
import type { Showing } from './core/delivery'
import { Interview } from './core/interview'
import type { Outbox } from './core/outbox'
import { record } from './core/record'
import type { Surroundings } from './core/surroundings'
import { openCard, type Card } from './dom/card'

export function show(
  showing: Showing,
  outbox: Outbox,
  surroundings: Surroundings,
  wishes: readonly string[],
  closed: (how: 'completed' | 'dismissed') => void,
): Card {
  const known = { traits: showing.visitor.traits, context: surroundings.context(), properties: showing.properties }
  const interview = new Interview(showing.questionnaire, known, showing.seed, surroundings.now)
  return openCard(showing, interview, record(showing, interview, outbox, surroundings), wishes, closed)
}
