/** `/sdk/rare.mjs`: draws the kinds of questions that few questionnaires have. Only a card that meets one loads it. */
import type { Rare } from './dom/card'
import type { Painter } from './dom/question/form'
import { consent } from './dom/question/consent'
import { constantSum } from './dom/question/constantSum'
import { contact } from './dom/question/contact'
import { file } from './dom/question/file'
import { link } from './dom/question/link'
import { matrixChoice } from './dom/question/matrixChoice'
import { maxDiff } from './dom/question/maxDiff'
import { moment } from './dom/question/moment'
import { oneAtATime } from './dom/question/oneAtATime'
import { ranking } from './dom/question/ranking'
import { slider } from './dom/question/slider'
import type { RareKind } from './dom/question/element'
import css from './dom/rare.css'

const PAINTERS: { readonly [K in RareKind]: Painter<K> } = {
  matrix_choice: matrixChoice,
  ranking,
  constant_sum: constantSum,
  max_diff: maxDiff,
  slider,
  date: moment,
  time: moment,
  file,
  consent,
  contact,
  link,
}

export const rare: Rare = {
  css,
  paint: (asked, form, give) =>
    asked.element.type === 'likert' ? oneAtATime({ ...asked, element: asked.element }, form, give) : (PAINTERS[asked.element.type as RareKind] as Painter<any>)(asked, form, give),
}
