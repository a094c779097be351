import type { Code, Text } from '../../../contract/questionnaire'
import type { Interview } from '../../core/interview'
import type { Words } from '../../core/words'

/** What drawing a question needs to know of the page around it. */
export interface Form {
  readonly interview: Interview
  readonly words: Words
  /** Makes a name unique inside the card. */
  id(...parts: Code[]): string
  /** The wording for this respondent, with answers filled in, as plain text. */
  say(text: Text | undefined): string
  /** The same with emphasis and links. */
  draw(text: Text): Node[]
  /** The same with paragraphs and lists. */
  drawBlocks(text: Text): Node[]
}

/** What a kind of question draws, and what it tells the page: `give(variable, answer)`. */
export type Give = (variable: string, answer: string | number | readonly Code[] | undefined) => void
