/** One respondent going through one questionnaire: what is visible, what was answered, how long it took. */
import type { Attributes, Logic } from '../../contract/json'
import type { Answer, Answers, Code, Element, Ending, Page, Question, Questionnaire } from '../../contract/questionnaire'
import { inOrder } from './shuffle'

/** What conditions and piping may look at besides answers. */
export interface Known {
  readonly traits: Readonly<Record<string, unknown>>
  readonly context: Attributes
  /** Properties of the event that triggered the prompt; fill the hidden fields of their name. */
  readonly properties: Readonly<Record<string, unknown>>
}

export interface Step {
  readonly page: Page
  readonly elements: readonly Element[]
}

export class Interview {
  readonly timings: Record<string, number> = {}
  readonly #given = new Map<string, Answer>()
  readonly #hidden: Record<string, Answer> = {}
  #attention: number

  constructor(
    readonly questionnaire: Questionnaire,
    private readonly known: Known,
    readonly seed: number,
    /** JsonLogic's `apply`; given, because whoever loads this has it already. */
    private readonly apply: (rule: Logic, data: unknown) => unknown,
    private readonly now: () => number,
  ) {
    this.#attention = now()
    for (const { name, type } of questionnaire.hidden ?? []) {
      const value = known.properties[name] ?? known.traits[name]
      if (value === undefined || value === null) continue
      const answer = type === 'number' ? Number(value) : String(value)
      if (answer === answer) this.#hidden[name] = answer
    }
  }

  /** True if there is nothing to answer: a plain message. */
  get isMessage(): boolean {
    return this.questionnaire.pages.every(({ elements }) => elements.every(({ type }) => type === 'statement'))
  }

  answer(name: string): Answer | undefined {
    return this.#given.get(name)
  }

  /** Sets or, with undefined, takes back an answer to a variable of a question. */
  give(question: Question, variable: string, answer: Answer | undefined): void {
    if (answer === undefined) this.#given.delete(variable)
    else this.#given.set(variable, answer)
    const now = this.now()
    this.timings[question.name] = (this.timings[question.name] ?? 0) + Math.max(0, now - this.#attention)
    this.#attention = now
  }

  /** A page has come into view: time before it belongs to no question of it. */
  turned(): void {
    this.#attention = this.now()
  }

  /**
   * What is to be seen, page by page, and what counts as answered. Both at once and in the order of asking, because an
   * answer that became invisible must not decide what else is visible.
   */
  state(): { readonly steps: readonly Step[]; readonly answers: Answers; readonly data: Readonly<Record<string, unknown>> } {
    const { traits, context } = this.known
    const answers: Record<string, Answer> = { ...this.#hidden }
    const data = (): Record<string, unknown> => ({ ...answers, traits, context })
    const visible = ({ visibleIf }: Page | Element): boolean => this.holds(visibleIf, data())
    const steps: Step[] = []
    for (const page of this.questionnaire.pages) {
      if (!visible(page)) continue
      const elements: Element[] = []
      for (const element of page.elements) {
        if (!visible(element)) continue
        elements.push(element)
        for (const name of variables(element)) {
          const answer = this.#given.get(name)
          if (answer !== undefined) answers[name] = answer
        }
      }
      if (elements.length) steps.push({ page, elements })
    }
    return { steps, answers, data: data() }
  }

  /** The first ending that is for this respondent. */
  ending(): Ending | undefined {
    const { data } = this.state()
    return this.questionnaire.endings?.find((ending) => this.holds(ending.if, data))
  }

  /** A text with `{{name|fallback}}` filled from answers, hidden fields, `traits.*` and `context.*`. */
  fill(text: string): string {
    const { data } = this.state()
    return text.replace(/\{\{\s*([^}|]+?)\s*(?:\|([^}]*))?\}\}/g, (_, name: string, fallback = '') => {
      const value = this.apply({ var: name }, data)
      return value === null || value === '' ? fallback : String(value)
    })
  }

  private holds(rule: Logic | null | undefined, data: unknown): boolean {
    return rule == null || this.apply({ '!!': [rule] }, data) === true
  }

  /** Codes, or rows' names, in the order shown, by question, where that order was drawn. */
  presented(): Record<string, readonly Code[]> {
    const orders: Record<string, readonly Code[]> = {}
    for (const { elements } of this.questionnaire.pages) {
      for (const question of elements) {
        if (!('shuffle' in question) || !question.shuffle || question.shuffle === 'none') continue
        orders[question.name] =
          question.type === 'likert'
            ? inOrder(question.rows, question.shuffle, question.name, this.seed).map(({ name }) => name)
            : inOrder(question.options, question.shuffle, question.name, this.seed).map(({ code }) => code)
      }
    }
    return orders
  }
}

function variables(element: Element): readonly string[] {
  switch (element.type) {
    case 'statement':
      return []
    case 'likert':
      return element.rows.map(({ name }) => name)
    case 'single_choice':
    case 'multiple_choice':
      return [element.name, ...element.options.filter(({ openText }) => openText).map(({ code }) => openName(element.name, code))]
    case 'nps':
    case 'rating':
    case 'number':
    case 'text':
      return [element.name]
    default:
      return element satisfies never
  }
}

/** The variable that holds the words given with an option. */
export function openName(question: string, code: Code): string {
  return `${question}_${code}`
}
