/** A questionnaire in a card: page by page, from the first question to the word of thanks. */
import type { FileQuestion, Kind, Question, Text } from '../../contract/questionnaire'
import { check, unanswered } from '../core/check'
import type { Showing } from '../core/delivery'
import type { Step } from '../core/flow'
import type { Interview } from '../core/interview'
import { bestLanguage, offeredLanguages, wording } from '../core/language'
import type { Record } from '../core/record'
import { wordsFor } from '../core/words'
import { openFrame } from './frame'
import { blocks, phrase } from './markdown'
import { h } from './node'
import type { Form, Painter } from './question/form'
import { messageFor } from './question/message'
import { openPage, type DrawnPage } from './page'

/** How long thanks stay if nobody touches the card. */
const THANKS_MS = 8000

export interface Card {
  /** As if the respondent had closed it. */
  close(): void
}

/** What draws the kinds that few questionnaires have. */
export interface Rare {
  readonly paint: Painter<Kind>
  readonly css: string
}

export interface Desk {
  readonly interview: Interview
  readonly record: Record
  /** Languages in order of preference. */
  readonly wishes: readonly string[]
  readonly rare: Rare | undefined
  upload(question: FileQuestion, file: Blob): Promise<string>
}

/** @param closed called once when the card is gone */
export function openCard(
  { prompt, questionnaire }: Showing,
  { interview, record, wishes, rare, upload }: Desk,
  closed: (how: 'completed' | 'dismissed') => void,
): Card {
  const { defaultLanguage, title } = questionnaire
  const language = bestLanguage(wishes, offeredLanguages(questionnaire)) ?? defaultLanguage
  const words = wordsFor(language)
  const said = (text: Text | null | undefined) => wording(text ?? undefined, language, defaultLanguage)
  const fill = (text: string) => interview.fill(text, said)
  const say = (text: Text | null | undefined) => fill(said(text))

  let at = ''
  let page: DrawnPage | undefined
  let waiting = 0
  let done = false
  let open = true
  let timer = 0
  const frame = openFrame(prompt.placement, words, language, say(title), rare?.css, close)
  const form: Form = {
    interview,
    language,
    words,
    id: (...parts) => parts.join('-'),
    say,
    draw: (text) => phrase(said(text), fill),
    drawBlocks: (text) => blocks(said(text), fill),
    announce: frame.announce,
    wait(work) {
      waiting++
      frame.next.setAttribute('aria-disabled', 'true')
      void work.finally(() => {
        if (--waiting === 0) frame.next.removeAttribute('aria-disabled')
      })
    },
    upload,
    rare: rare?.paint,
  }
  frame.back.addEventListener('click', () => turn(-1))
  frame.element.shadowRoot!.querySelector('form')!.addEventListener('submit', (event) => {
    event.preventDefault()
    if (!waiting) advance()
  })

  function close(): void {
    if (!open) return
    open = false
    clearTimeout(timer)
    document.removeEventListener('visibilitychange', seen)
    if (!done) record.event('dismissed')
    frame.remove()
    closed(done ? 'completed' : 'dismissed')
  }

  function seen(): void {
    if (document.visibilityState !== 'visible') return
    record.event('seen')
    document.removeEventListener('visibilitychange', seen)
  }

  function here(): Step | undefined {
    return interview.course().steps.find((step) => step.page.name === at)
  }

  function drawPage(step: Step | undefined): void {
    if (!step) return finish()
    at = step.page.name
    page = openPage(frame.body, form, (element, variable, answer) => {
      interview.give(element as Question, variable, answer)
      record.event('started')
      refresh()
    })
    frame.body.scrollTop = 0
    interview.turned()
    refresh()
  }

  /** What an answer may have changed: what is visible and required, what is piped, and whether this is the last page. */
  function refresh(): void {
    const { steps } = interview.course()
    const [before, after] = [interview.beside(at, -1), interview.beside(at, 1)]
    page?.show(here()?.elements ?? [])
    frame.back.hidden = !before
    frame.next.textContent = after ? words.next : interview.isMessage ? words.close : words.send
    frame.bar.parentElement!.hidden = steps.length < 2
    frame.bar.style.width = `${((steps.findIndex((step) => step.page.name === at) + 1) / steps.length) * 100}%`
  }

  function advance(): void {
    if (done) return close()
    const { answers } = interview.course()
    const faults = (here()?.elements ?? []).map((asked) => {
      const [missing] = unanswered(asked, answers)
      const [fault] = missing === undefined ? check(asked, answers) : []
      const message = messageFor(asked, missing !== undefined, fault, form)
      return { name: asked.element.name, variable: missing ?? fault?.pointer.split('/')[1], message }
    })
    for (const { name, variable, message } of faults) page!.fault(name, message, variable)
    const first = faults.find(({ message }) => message)
    if (first) {
      frame.announce(first.message!)
      return page!.focus(first.name)
    }
    if (!interview.beside(at, 1)) return finish()
    record.save('partial', language, !!frame.trap.value)
    turn(1)
  }

  function turn(by: 1 | -1): void {
    drawPage(interview.beside(at, by))
    // Whoever turned the page is in the card already, so this takes the focus from nobody.
    if (!done) frame.title.focus()
  }

  function finish(): void {
    done = true
    record.save('complete', language, !!frame.trap.value)
    record.event('completed')
    if (interview.isMessage) return close()
    const ending = interview.ending()
    const thanks = h('div', { class: 'ending', tabindex: -1 }, ...(ending ? form.drawBlocks(ending.text) : [words.thanks]))
    frame.body.replaceChildren(thanks)
    frame.back.hidden = true
    frame.bar.parentElement!.hidden = true
    frame.next.textContent = words.close
    thanks.focus()
    timer = setTimeout(close, THANKS_MS)
    for (const type of ['pointerenter', 'focusin', 'keydown']) frame.element.addEventListener(type, () => clearTimeout(timer))
  }

  drawPage(interview.course().steps[0])
  if (open) {
    frame.announce(say(title) || words.feedback)
    document.addEventListener('visibilitychange', seen)
    seen()
  }
  return { close }
}
