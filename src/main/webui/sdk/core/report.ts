import type { ExposureEventType } from '../../contract/client'
import type { Json } from '../../contract/json'
import type { Outbox } from './outbox'
import type { Surroundings } from './surroundings'

/** Says what became of an exposure. */
export type Report = (exposure: string, respondent: string, type: ExposureEventType) => void

export function reporter(outbox: Outbox, { now, newId }: Surroundings): Report {
  return (exposure, respondent, type) => {
    const id = newId()
    const body: Json = [{ id, type, respondent, occurredAt: new Date(now()).toISOString() }]
    outbox.post(id, { method: 'POST', path: `/v1/client/exposures/${exposure}/events`, body })
  }
}
