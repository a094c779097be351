/** A questionnaire in a card: page by page, from the first question to the word of thanks. */
import type { Question } from '../../contract/questionnaire'
import type { Showing } from '../core/delivery'
import { check } from '../core/check'
import type { Interview } from '../core/interview'
import { bestLanguage, wording } from '../core/language'
import type { Record } from '../core/record'
import { wordsFor } from '../core/words'
import { openFrame } from './frame'
import { blocks, phrase } from './markdown'
import { h } from './node'
import { draw, type Drawn } from './question/element'
import type { Form } from './question/form'

/** How long thanks stay if nobody touches the card. */
const THANKS_MS = 8000

export interface Card {
  /** As if the respondent had closed it. */
  close(): void
}

/**
 * @param wishes languages in order of preference
 * @param closed called once when the card is gone
 */
export function openCard(
  { prompt, questionnaire }: Showing,
  interview: Interview,
  record: Record,
  wishes: readonly string[],
  closed: (how: 'completed' | 'dismissed') => void,
): Card {
  const { defaultLanguage, title, pages } = questionnaire
  const texts = [title, ...pages.flatMap(({ elements }) => elements.map(({ text }) => text))]
  const offered = new Set([defaultLanguage, ...texts.flatMap((text) => (typeof text === 'object' ? Object.keys(text) : []))])
  const language = bestLanguage(wishes, [...offered]) ?? defaultLanguage
  const words = wordsFor(language)
  const said = (text: Parameters<typeof wording>[0]) => wording(text, language, defaultLanguage)
  const fill = (text: string) => interview.fill(text)
  const form: Form = {
    interview,
    words,
    id: (...parts) => parts.join('-'),
    say: (text) => fill(said(text)),
    draw: (text) => phrase(said(text), fill),
    drawBlocks: (text) => blocks(said(text), fill),
  }

  let at = ''
  let drawn = new Map<string, Drawn>()
  let done = false
  let open = true
  let timer = 0
  const frame = openFrame(prompt.placement, words, language, form.say(title), close)
  frame.back.addEventListener('click', () => turn(-1))
  frame.element.shadowRoot!.querySelector('form')!.addEventListener('submit', (event) => {
    event.preventDefault()
    advance()
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

  function here() {
    const { steps } = interview.state()
    const index = Math.max(0, steps.findIndex(({ page }) => page.name === at))
    return { steps, index, step: steps[index] }
  }

  function drawPage(): void {
    const { step } = here()
    if (!step) return finish()
    at = step.page.name
    drawn = new Map(
      step.page.elements.map((element) => [
        element.name,
        draw(element, form, (variable, answer) => {
          interview.give(element as Question, variable, answer)
          drawn.get(element.name)?.fault(undefined)
          record.event('started')
          refresh()
        }),
      ]),
    )
    frame.body.replaceChildren(...[...drawn.values()].map(({ node }) => node))
    frame.body.scrollTop = 0
    interview.turned()
    refresh()
  }

  /** What an answer may have changed: visible elements, and whether this is the last page. */
  function refresh(): void {
    const { steps, index, step } = here()
    for (const [name, { node }] of drawn) node.hidden = !step?.elements.some((element) => element.name === name)
    const last = index === steps.length - 1
    frame.back.hidden = index === 0
    frame.next.textContent = last ? (interview.isMessage ? words.close : words.send) : words.next
    frame.bar.parentElement!.hidden = steps.length < 2
    frame.bar.style.width = `${((index + 1) / steps.length) * 100}%`
  }

  function advance(): void {
    if (done) return close()
    const { step, steps, index } = here()
    const { answers } = interview.state()
    let first: Drawn | undefined
    for (const element of step?.elements ?? []) {
      const fault = element.type === 'statement' ? undefined : check(element, answers)
      const message = fault && words[fault.word].replace('{0}', String(fault.value))
      const shown = drawn.get(element.name)
      shown?.fault(message)
      if (message && !first) {
        first = shown
        frame.announce(message)
      }
    }
    if (first) return first.focus()
    if (index >= steps.length - 1) return finish()
    record.save('partial', language)
    turn(1)
  }

  function turn(by: 1 | -1): void {
    const { steps, index } = here()
    at = steps[index + by]?.page.name ?? at
    drawPage()
    // Whoever turned the page is in the card already, so this takes the focus from nobody.
    frame.title.focus()
  }

  function finish(): void {
    done = true
    record.save('complete', language)
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

  drawPage()
  frame.announce(form.say(title) || words.feedback)
  document.addEventListener('visibilitychange', seen)
  seen()
  return { close }
}
