import type { Code, Option, Ranking } from '../../../contract/questionnaire'
import type { Asked } from '../../core/kept'
import { rareWordsFor } from '../../core/rareWords'
import { isCode } from '../../core/variable'
import { put } from '../../core/words'
import { h, svg } from '../node'
import type { Drawing, Form, Give } from './form'

const UP = 'M6 15l6-6 6 6'
const DOWN = 'M6 9l6 6 6-6'
const OUT = 'M7 7l10 10M17 7L7 17'

/** Ranked by pressing what comes first, then what comes second; buttons and arrow keys move what is ranked. */
export function ranking({ element, options = [] }: Asked<Ranking>, form: Form, give: Give): Drawing {
  const { name, top } = element
  const words = rareWordsFor(form.language)
  const wanted = Math.min(top ?? Infinity, options.length)
  const before = [form.interview.answer(name) ?? []].flat()
  let ranked: readonly Option[] = before.flatMap((code) => options.filter((option) => isCode(option.code, code)))
  const placed = h('ol', { class: 'ranked' })
  const left = h('ul', { class: 'unranked' })

  function rank(order: readonly Option[], moved: Option, focus: 'up' | 'down' | 'add'): void {
    ranked = order
    const codes: Code[] = ranked.map(({ code }) => code)
    give(name, codes.length ? codes : undefined)
    drawLists()
    const place = ranked.indexOf(moved)
    form.announce(place < 0 ? put(words.removed, form.say(moved.text)) : put(words.placed, place + 1, form.say(moved.text)))
    focusOn(moved, focus)
  }

  function focusOn({ code }: Option, wish: string): void {
    const buttons = [...placed.querySelectorAll('button'), ...left.querySelectorAll('button')].filter(({ disabled }) => !disabled)
    const own = buttons.filter((button) => button.dataset.code === String(code))
    const next = wish === 'add' ? buttons.find((button) => button.dataset.does === 'add') : own.find((button) => button.dataset.does === wish)
    ;(next ?? own[0] ?? buttons[0])?.focus()
  }

  function move(option: Option, by: 1 | -1): void {
    const from = ranked.indexOf(option)
    if (from + by < 0 || from + by >= ranked.length) return
    const order = ranked.filter((other) => other !== option)
    order.splice(from + by, 0, option)
    rank(order, option, by < 0 ? 'up' : 'down')
  }

  function add(option: Option): void {
    const order = [...ranked, option]
    const rest = options.filter((other) => !order.includes(other))
    // Of a whole ranking the last place goes to the one that is left.
    rank(wanted === options.length && rest.length === 1 ? [...order, ...rest] : order, option, 'add')
  }

  function drawLists(): void {
    placed.replaceChildren(
      ...ranked.map((option, i) => {
        const said = form.say(option.text)
        const tool = (does: string, sentence: string, shape: string, disabled: boolean, click: () => void) =>
          h(
            'button',
            { type: 'button', 'data-does': does, 'data-code': option.code, 'aria-label': put(sentence, said), disabled, click },
            svg('svg', { viewBox: '0 0 24 24', 'aria-hidden': 'true' }, svg('path', { d: shape })),
          )
        const keydown = (event: KeyboardEvent) => {
          const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0
          if (!by) return
          event.preventDefault()
          move(option, by)
        }
        return h(
          'li',
          { keydown },
          h('span', { class: 'place', 'aria-hidden': 'true' }, `${i + 1}`),
          h('span', { class: 'what' }, ...form.draw(option.text)),
          tool('up', words.up, UP, i === 0, () => move(option, -1)),
          tool('down', words.down, DOWN, i === ranked.length - 1, () => move(option, 1)),
          tool('out', words.out, OUT, false, () => rank(ranked.filter((other) => other !== option), option, 'up')),
        )
      }),
    )
    placed.hidden = !ranked.length
    const rest = options.filter((option) => !ranked.includes(option))
    left.hidden = !rest.length
    left.replaceChildren(
      ...rest.map((option) =>
        h(
          'li',
          {},
          h(
            'button',
            {
              type: 'button',
              'data-does': 'add',
              'data-code': option.code,
              'aria-label': put(words.add, form.say(option.text)),
              disabled: ranked.length >= wanted,
              click: () => add(option),
            },
            ...form.draw(option.text),
          ),
        ),
      ),
    )
  }

  drawLists()
  const how = wanted < options.length ? put(words.topInOrder, wanted) : words.inOrder
  return [h('p', { class: 'help' }, how), h('div', { class: 'ranking' }, placed, left)]
}
