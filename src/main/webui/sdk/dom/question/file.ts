import type { FileQuestion } from '../../../contract/questionnaire'
import type { Asked } from '../../core/kept'
import { rareWordsFor } from '../../core/rareWords'
import { mostBytes, unfit } from '../../core/upload'
import { put } from '../../core/words'
import { h, svg } from '../node'
import { canTakeScreenshot, takeScreenshot } from '../screenshot'
import type { Drawing, Form, Give } from './form'

interface Sent {
  readonly id: string
  readonly name: string
}

/** Names of what was sent, which the answer, a list of ids, can't tell; lost with the card, as they should be. */
const NAMES = new Map<string, string>()
const MEGABYTE = 1024 * 1024

export function file({ element, required }: Asked<FileQuestion>, form: Form, give: Give): Drawing {
  const { name, accept, screenshot } = element
  const most = element.maxFiles ?? 1
  const words = rareWordsFor(form.language)
  const before = [form.interview.answer(name) ?? []].flat()
  let sent: readonly Sent[] = before.map((id) => ({ id: String(id), name: NAMES.get(String(id)) ?? String(id) }))
  const list = h('ul', { class: 'files' })
  const state = h('p', { class: 'state', role: 'status' })
  const input = h('input', {
    id: form.id(name),
    type: 'file',
    accept: accept?.join(','),
    multiple: most > 1,
    'aria-required': required && 'true',
    change: () => {
      const chosen = [...(input.files ?? [])].slice(0, most - sent.length)
      input.value = ''
      form.wait(sendAll(chosen.map((one) => ({ content: one, name: one.name }))))
    },
  })
  const picture = h('button', { type: 'button', class: 'picture', click: () => form.wait(shoot()) }, words.screenshot)
  const chooser = h('label', { class: 'chooser' }, input, h('span', {}, most > 1 ? words.chooseFiles : words.chooseFile))

  async function shoot(): Promise<void> {
    const content = await takeScreenshot().catch(() => undefined)
    // Whoever says no to the browser's question has changed their mind, which needs no word.
    if (content) await sendAll([{ content, name: words.screen }])
  }

  async function sendAll(chosen: readonly { readonly content: Blob; readonly name: string }[]): Promise<void> {
    for (const { content, name: called } of chosen) {
      const why = unfit(element, content)
      if (why) {
        state.textContent = why === 'size' ? put(words.tooLarge, called, (mostBytes(element) / MEGABYTE).toLocaleString(form.language, { maximumFractionDigits: 1 })) : put(words.wrongType, called)
        continue
      }
      state.textContent = put(words.sending, called)
      try {
        const id = await form.upload(element, content)
        NAMES.set(id, called)
        keep([...sent, { id, name: called }])
        state.textContent = put(words.sent, called)
      } catch {
        state.textContent = put(words.notSent, called)
      }
    }
  }

  function keep(files: readonly Sent[]): void {
    sent = files
    give(name, sent.length ? sent.map(({ id }) => id) : undefined)
    drawList()
  }

  function drawList(): void {
    list.hidden = !sent.length
    list.replaceChildren(
      ...sent.map((one) =>
        h(
          'li',
          {},
          h('span', { class: 'what' }, one.name),
          h(
            'button',
            {
              type: 'button',
              'aria-label': put(words.remove, one.name),
              click: () => {
                keep(sent.filter((other) => other !== one))
                state.textContent = ''
                input.focus()
              },
            },
            svg('svg', { viewBox: '0 0 24 24', 'aria-hidden': 'true' }, svg('path', { d: 'M7 7l10 10M17 7L7 17' })),
          ),
        ),
      ),
    )
    chooser.hidden = sent.length >= most
    picture.hidden = !screenshot || !canTakeScreenshot() || sent.length >= most
  }

  drawList()
  return [list, h('div', { class: 'choosers' }, chooser, picture), state]
}
