/** One respondent going through one questionnaire: what was answered, how long it took, and where the way leads. */
import type { DeviceAttributes } from '../../contract/attributes'
import type { Answer, Code, Ending, Question, Questionnaire, Text } from '../../contract/questionnaire'
import { endingOf, follow, instrument, neighbour, type Course, type Evaluate, type Instrument, type Known, type Step } from './flow'
import { presented } from './order'
import { fill } from './piping'

/** What is known of the respondent and of what happened. */
export interface Occasion {
  readonly traits: Known['traits']
  readonly context: DeviceAttributes
  /** Properties of the event that triggered the prompt; fill the hidden fields of their name. */
  readonly properties: Readonly<Record<string, unknown>>
}

export class Interview {
  readonly timings: Record<string, number> = {}
  // Without a prototype, because a variable may well be called `constructor`.
  readonly #given: Record<string, Answer> = Object.create(null)
  readonly #known: Known
  readonly #instrument: Instrument
  #course: Course | undefined
  #attention: number

  constructor(
    readonly questionnaire: Questionnaire,
    { traits, context, properties }: Occasion,
    readonly seed: number,
    /** JsonLogic's `apply`; given, because whoever loads this has it already. */
    private readonly evaluate: Evaluate,
    private readonly now: () => number,
  ) {
    this.#attention = now()
    this.#known = { traits, context }
    this.#instrument = instrument(questionnaire, seed)
    for (const { name, type } of questionnaire.hidden ?? []) {
      const value = properties[name] ?? traits[name]
      if (value === undefined || value === null) continue
      const answer = type === 'number' ? Number(value) : String(value)
      if (answer === answer) this.#given[name] = answer
    }
  }

  /** True if there is nothing to answer: a plain message. */
  get isMessage(): boolean {
    return this.questionnaire.pages.every(({ elements }) => elements.every(({ type }) => type === 'statement'))
  }

  /** As it was given, whether or not it counts. */
  answer(name: string): Answer | undefined {
    return this.#given[name]
  }

  /** Sets or, with undefined, takes back an answer to a variable of a question. */
  give(question: Question, variable: string, answer: Answer | undefined): void {
    if (answer === undefined) delete this.#given[variable]
    else this.#given[variable] = answer
    this.#course = undefined
    const now = this.now()
    this.timings[question.name] = (this.timings[question.name] ?? 0) + Math.max(0, now - this.#attention)
    this.#attention = now
  }

  /** A page has come into view: time before it belongs to no question of it. */
  turned(): void {
    this.#attention = this.now()
  }

  /** What is to be seen, page by page, and what counts as answered. */
  course(): Course {
    return (this.#course ??= follow(this.#instrument, this.#given, this.#known, this.evaluate))
  }

  /** The page after this one, or before it with -1; undefined at the ends of the way. */
  beside(page: string, by: 1 | -1): Step | undefined {
    return neighbour(this.#instrument, this.course(), page, by)
  }

  /** The first ending that is for this respondent. */
  ending(): Ending | undefined {
    return endingOf(this.questionnaire, this.course(), this.evaluate)
  }

  /**
   * A text with `{{name|fallback}}` filled from answers, hidden fields, computed values, scores, `traits.*` and `context.*`.
   *
   * @param say the wording of a label for this reader
   */
  fill(text: string, say: (text: Text) => string): string {
    return fill(text, this.course(), this.#instrument.variables, say, this.evaluate)
  }

  /** Every order that was drawn. */
  presented(): Record<string, readonly Code[]> {
    return presented(this.questionnaire, this.seed)
  }
}
