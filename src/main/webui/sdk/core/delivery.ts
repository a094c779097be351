/** From an event in the app to a display that the server granted. Whenever in doubt nothing is shown. */
import { parseEvaluation, parseGrant, type Evaluation, type Prompt } from '../../contract/client'
import type { DeviceAttributes } from '../../contract/attributes'
import type { Json } from '../../contract/json'
import { parseQuestionnaire, QUESTION_TYPES, type Questionnaire } from '../../contract/questionnaire'
import { holds } from './jsonlogic'
import type { Report } from './report'
import type { Surroundings } from './surroundings'

export type Properties = Readonly<Record<string, Json>>

/** Who is asked, as the app said and the SDK remembers. */
export interface Visitor {
  readonly respondent: string
  readonly session: string
  readonly traits: Properties
}

/** A display that was granted. */
export interface Showing {
  readonly exposure: string
  readonly prompt: Prompt
  readonly questionnaire: Questionnaire
  readonly seed: number
  readonly visitor: Visitor
  readonly properties: Properties
}

/** What draws, once it is loaded. */
export interface Stage {
  /** Loads what this questionnaire needs besides. */
  ready(questionnaire: Questionnaire): Promise<void>
  /** @throws Error if it can't be drawn */
  show(showing: Showing): void
}

export interface Delivery {
  /** Shows what waits for this event, if something does and may be shown. Resolves when that is decided; never rejects. */
  track(event: string, properties: Properties): Promise<void>
  /** Respondent or traits are others now: what may be shown is asked anew. */
  refresh(): void
  stop(): void
}

export function delivery(
  surroundings: Surroundings,
  visitor: () => Visitor,
  /** Fetches what draws, so that nothing is claimed which then can't be drawn. */
  prepare: () => Promise<Stage>,
  report: Report,
  note: (...what: unknown[]) => void,
): Delivery {
  const { call, now, later, newId } = surroundings
  let evaluation: Promise<Evaluation> | undefined
  let known: { readonly etag: string; readonly evaluation: Evaluation } | undefined
  let expires = 0
  let busy = false
  let epoch = 0
  let wake = () => {}

  function evaluate(): Promise<Evaluation> {
    if (evaluation && now() < expires) return evaluation
    expires = now() + 60_000
    return (evaluation = ask().catch((failure) => {
      note('could not ask what to show', failure)
      return { prompts: [], ttlSeconds: 60 }
    }))
  }

  async function ask(): Promise<Evaluation> {
    const began = epoch
    const { status, json, etag } = await call({
      method: 'POST',
      path: '/v1/client/evaluations',
      body: { ...asking(), capabilities: { formats: ['card'], questionTypes: QUESTION_TYPES } },
      etag: known?.etag,
    })
    if (status === 304 && known) {
      expires = now() + known.evaluation.ttlSeconds * 1000
      return known.evaluation
    }
    if (status !== 200) throw new Error(`status ${status}`)
    const found = parseEvaluation(json)
    if (epoch === began) {
      known = etag ? { etag, evaluation: found } : undefined
      expires = now() + found.ttlSeconds * 1000
    }
    return found
  }

  function asking(): { respondent: string; session: string; traits: Properties; context: DeviceAttributes } {
    return { ...visitor(), context: surroundings.context() }
  }

  async function claim(prompt: Prompt, event: string, properties: Properties, stage: Stage): Promise<boolean> {
    const began = epoch
    const id = newId()
    const who = visitor()
    const time = new Date(now()).toISOString()
    const body = { id, prompt: prompt.id, ...asking(), trigger: { event }, occurredAt: time, sentAt: time }
    // Whatever the answer, it changes what may be shown next.
    expires = 0
    const { status, json } = await call({ method: 'POST', path: '/v1/client/exposures', body })
    const grant = parseGrant(json)
    if (!grant.granted) {
      note('not shown', prompt.id, status, grant.reason)
      return false
    }
    if (grant.arm === 'holdout') return true
    try {
      const { href } = prompt.questionnaire
      const document = await call({ method: 'GET', path: href })
      if (document.status !== 200) throw new Error(`status ${document.status} for ${href}`)
      const questionnaire = parseQuestionnaire(document.json)
      await stage.ready(questionnaire)
      if (epoch !== began) throw new Error('the respondent has changed')
      stage.show({ exposure: id, prompt, questionnaire, seed: grant.seed, visitor: who, properties })
    } catch (failure) {
      note('granted, but could not be shown', failure)
      report(id, who.respondent, 'failed')
    }
    return true
  }

  function pause(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const callOff = later(milliseconds, resolve)
      wake = () => {
        callOff()
        resolve()
      }
    })
  }

  return {
    async track(event, properties) {
      if (busy) return
      busy = true
      const began = epoch
      try {
        const { prompts } = await evaluate()
        const waiting = prompts
          .filter(({ format, trigger }) => format === 'card' && trigger.event === event)
          .filter(({ trigger, id }) => matches(trigger.where, properties, (failure) => note('bad condition', id, failure)))
          .sort((a, b) => b.priority - a.priority)
        if (!waiting.length) return
        const preparing = prepare()
        // Awaited after the delay; until then a failure must not count as one that nobody handles.
        preparing.catch(() => {})
        for (const prompt of waiting) {
          if (prompt.delayMs > 0) await pause(prompt.delayMs)
          const stage = await preparing
          if (epoch !== began || (await claim(prompt, event, properties, stage))) return
        }
      } catch (failure) {
        note('not shown', failure)
      } finally {
        if (epoch === began) busy = false
      }
    },
    refresh() {
      expires = 0
      known = undefined
      // What was waiting belonged to somebody else.
      epoch++
      busy = false
      wake()
      void evaluate()
    },
    stop() {
      epoch++
      wake()
    },
  }
}

function matches(where: Prompt['trigger']['where'], properties: Properties, failed: (failure: unknown) => void): boolean {
  try {
    return holds(where ?? undefined, properties)
  } catch (failure) {
    failed(failure)
    return false
  }
}
