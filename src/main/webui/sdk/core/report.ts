import type { ExposureEventType } from '../../contract/client'
import type { Json } from '../../contract/json'
import type { Outbox } from './outbox'
import type { Surroundings } from './surroundings'
import { uuid7 } from './uuid7'

/** A way of reporting what became of an exposure. */
export function reporter(outbox: Outbox, { now, random }: Surroundings) {
  return (exposure: string, respondent: string, type: ExposureEventType): void => {
    const id = uuid7(now(), random(16))
    const body: Json = [{ id, type, respondent, occurredAt: new Date(now()).toISOString() }]
    outbox.post(id, { method: 'POST', path: `/v1/client/exposures/${exposure}/events`, body })
  }
}
