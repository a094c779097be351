/** Writes down what happens to one display, in the order in which it happens. */
import type { ExposureEventType, ResponseBody } from '../../contract/client'
import type { Json } from '../../contract/json'
import type { Showing } from './delivery'
import type { Interview } from './interview'
import type { Outbox } from './outbox'
import type { Report } from './report'
import type { Surroundings } from './surroundings'

export interface Record {
  /** Each kind counts once for an exposure. */
  event(type: ExposureEventType): void
  /** @param trapped whether the field was filled in that nobody sees */
  save(status: ResponseBody['status'], language: string, trapped: boolean): void
}

export function record(
  showing: Showing,
  interview: Interview,
  report: Report,
  outbox: Outbox,
  surroundings: Surroundings,
): Record {
  const { now, newId } = surroundings
  const { exposure, prompt, visitor } = showing
  const { id: questionnaire, version } = prompt.questionnaire
  const response = newId()
  const startedAt = new Date(now()).toISOString()
  const told = new Set<ExposureEventType>()
  let sequence = 0
  return {
    event(type) {
      if (told.has(type)) return
      told.add(type)
      report(exposure, visitor.respondent, type)
    },
    save(status, language, trapped) {
      if (interview.isMessage) return
      const body: ResponseBody = {
        exposure,
        respondent: visitor.respondent,
        questionnaire: { id: questionnaire, version },
        sequence: ++sequence,
        status,
        language,
        answers: interview.course().answers,
        presented: interview.presented(),
        timings: interview.timings,
        context: trapped ? { ...surroundings.context(), 'earshot.form.trapped': true } : surroundings.context(),
        startedAt,
        occurredAt: new Date(now()).toISOString(),
      }
      outbox.post(response, { method: 'PUT', path: `/v1/client/responses/${response}`, body: body as unknown as Json })
    },
  }
}
