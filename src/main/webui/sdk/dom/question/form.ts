import type { Answer, Code, FileQuestion, Kind, Of, Text } from '../../../contract/questionnaire'
import type { Interview } from '../../core/interview'
import type { Asked } from '../../core/kept'
import type { Words } from '../../core/words'

/** What drawing a question needs to know of the page around it. */
export interface Form {
  readonly interview: Interview
  /** BCP 47, the reader's. */
  readonly language: string
  readonly words: Words
  /** Makes a name unique inside the card. */
  id(...parts: Code[]): string
  /** The wording for this respondent, with answers filled in, as plain text. */
  say(text: Text | null | undefined): string
  /** The same with emphasis and links. */
  draw(text: Text): Node[]
  /** The same with paragraphs and lists. */
  drawBlocks(text: Text): Node[]
  /** Says something to a screen reader without moving the focus. */
  announce(text: string): void
  /** The page can't be left before this is done. Never rejects. */
  wait(work: Promise<void>): void
  /** Sends a file and gives its id. */
  upload(question: FileQuestion, file: Blob): Promise<string>
  /** Draws the kinds that few questionnaires have; loaded where one has them. */
  readonly rare: Painter<Kind> | undefined
}

/** What a kind of question draws, and what it tells the page: `give(variable, answer)`. */
export type Give = (variable: string, answer: Answer | undefined) => void
export type Drawing = readonly (Node | undefined)[]
export type Painter<K extends Kind> = (asked: Asked<Of<K>>, form: Form, give: Give) => Drawing
