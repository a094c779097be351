/** What goes over the wire between an embedded SDK and the client API. */
import type { DeviceAttributes } from './attributes'
import { isObject, type Json, type Logic } from './json'
import type { Answers, Code } from './questionnaire'

export interface QuestionnaireVersion {
  readonly id: string
  readonly version: number
}

export interface Prompt {
  readonly id: string
  readonly format: string
  readonly placement: Placement
  readonly trigger: { readonly event?: string; readonly where?: Logic }
  /** Milliseconds between the trigger and the display. */
  readonly delayMs: number
  /** Of two that could show at once, the higher. */
  readonly priority: number
  readonly language?: string
  readonly questionnaire: QuestionnaireVersion & { readonly href: string }
}

export interface Placement {
  readonly corner?: 'bottom-right' | 'bottom-left' | 'top-right' | 'top-left'
  readonly closable?: boolean
  readonly theme?: { readonly accent?: string; readonly dark?: 'auto' | 'light' | 'dark' }
}

export interface Evaluation {
  readonly prompts: readonly Prompt[]
  readonly ttlSeconds: number
}

/** The answer to "may I show it now?". */
export type Grant =
  | { readonly granted: true; readonly seed: number; readonly arm: 'shown' | 'holdout' }
  | { readonly granted: false; readonly reason: string }

export type ExposureEventType = 'seen' | 'started' | 'dismissed' | 'completed' | 'failed'

export interface ResponseBody {
  readonly exposure: string
  readonly respondent: string
  readonly questionnaire: QuestionnaireVersion
  /** Rises by one with every write of one response; a lower one arriving late changes nothing. */
  readonly sequence: number
  readonly status: 'partial' | 'complete'
  readonly language: string
  readonly answers: Answers
  /** Codes in the order in which they were shown, by question, where that order was shuffled. */
  readonly presented: Readonly<Record<string, readonly Code[]>>
  /** Milliseconds by question. */
  readonly timings: Readonly<Record<string, number>>
  readonly context: DeviceAttributes
  readonly startedAt: string
  readonly occurredAt: string
}

/** Leaves out prompts that lack what showing needs, so that one bad prompt doesn't silence the others. */
export function parseEvaluation(json: Json): Evaluation {
  const { prompts, ttlSeconds } = json as { prompts: readonly Json[]; ttlSeconds?: number }
  return { prompts: prompts.flatMap(parsePrompt), ttlSeconds: ttlSeconds ?? 300 }
}

function parsePrompt(json: Json): Prompt[] {
  if (!isObject(json) || !isObject(json.trigger) || !isObject(json.questionnaire)) return []
  const prompt = json as unknown as Prompt
  return [{ ...prompt, placement: prompt.placement ?? {}, delayMs: prompt.delayMs ?? 0, priority: prompt.priority ?? 0 }]
}

/** Whatever isn't a clear yes is a no. */
export function parseGrant(json: Json): Grant {
  if (isObject(json) && json.granted === true) {
    return { granted: true, seed: Number(json.seed ?? 0), arm: json.arm === 'shown' ? 'shown' : 'holdout' }
  }
  return { granted: false, reason: isObject(json) ? String(json.reason) : 'UNREADABLE' }
}
