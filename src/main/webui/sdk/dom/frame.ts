/** The card's frame: a custom element in a corner, with a shadow root that keeps the page's styles out and its own in. */
import type { Placement } from '../../contract/client'
import { parseColour, readableOn, type Rgb } from '../core/colour'
import { isRightToLeft } from '../core/language'
import type { Words } from '../core/words'
import css from './card.css'
import { h, svg } from './node'

const ELEMENT = 'earshot-card'
const ACCENT: Rgb = [62, 84, 214]
const LIGHT: Rgb = [255, 255, 255]
const DARK: Rgb = [30, 31, 37]

export interface Frame {
  readonly element: HTMLElement
  readonly title: HTMLElement
  readonly body: HTMLElement
  readonly bar: HTMLElement
  readonly back: HTMLButtonElement
  /** Nobody sees it, hears of it or comes to it by keyboard: who fills it in is a program. */
  readonly trap: HTMLInputElement
  readonly next: HTMLButtonElement
  /** Says something to a screen reader without moving the focus. */
  announce(text: string): void
  /** Takes everything away that opening added. */
  remove(): void
}

/** @param more styles that few cards need */
export function openFrame(
  placement: Placement,
  words: Words,
  language: string,
  title: string,
  more: string | undefined,
  close: () => void,
): Frame {
  if (!customElements.get(ELEMENT)) customElements.define(ELEMENT, class extends HTMLElement {})
  const element = document.createElement(ELEMENT)
  const stopDark = paint(element, placement)
  element.lang = language
  element.dir = isRightToLeft(language) ? 'rtl' : 'ltr'
  element.setAttribute('corner', placement.corner ?? 'bottom-right')

  const closer = h(
    'button',
    { type: 'button', class: 'close', 'aria-label': words.close, click: close },
    svg('svg', { viewBox: '0 0 24 24', 'aria-hidden': 'true' }, svg('path', { d: 'M6 6l12 12M18 6L6 18' })),
  )
  const closable = placement.closable !== false
  const heading = h('h2', { id: 'title', tabindex: -1 }, title || words.feedback)
  const bar = h('div')
  const body = h('div', { class: 'body' })
  const back = h('button', { type: 'button', class: 'back' }, words.back)
  const next = h('button', { type: 'submit', class: 'next' })
  const trap = h('input', { class: 'live', name: 'more', tabindex: -1, autocomplete: 'off', 'aria-hidden': 'true' })
  const live = h('div', { class: 'live', 'aria-live': 'polite' })
  const root = element.attachShadow({ mode: 'open' })
  root.append(
    h(
      'form',
      { class: 'card', role: 'dialog', 'aria-modal': 'false', 'aria-labelledby': 'title', novalidate: true },
      h('div', { class: 'bar', 'aria-hidden': 'true' }, bar),
      h('header', {}, heading, closable && closer),
      body,
      trap,
      h('footer', {}, back, next),
    ),
    live,
  )
  for (const sheet of [css, more]) if (sheet) style(root, sheet)

  // The page's own shortcuts must not fire while somebody types an answer.
  for (const type of ['keydown', 'keypress', 'keyup']) element.addEventListener(type, (event) => event.stopPropagation())
  const escape = (event: KeyboardEvent) => {
    const focused = document.activeElement
    const ours = !focused || focused === document.body || focused === element
    if (event.key === 'Escape' && ours && closable && !event.defaultPrevented) close()
  }
  element.addEventListener('keydown', escape)
  document.addEventListener('keydown', escape)
  let came: Element | null = null
  element.addEventListener('focusin', (event) => {
    if (event.relatedTarget) came ??= event.relatedTarget as Element
  })

  document.body.append(element)
  return {
    element,
    title: heading,
    body,
    bar,
    back,
    next,
    trap,
    announce(text) {
      live.textContent = text
    },
    remove() {
      const focused = document.activeElement === element
      document.removeEventListener('keydown', escape)
      stopDark()
      element.remove()
      if (focused && came instanceof HTMLElement) came.focus()
    },
  }
}

/** Follows the reader's choice of light or dark, unless the prompt has one of its own. */
function paint(element: HTMLElement, { theme }: Placement): () => void {
  const accent = parseColour(theme?.accent) ?? ACCENT
  element.style.setProperty('--light-accent', readableOn(LIGHT, accent))
  element.style.setProperty('--dark-accent', readableOn(DARK, accent))
  const wish = matchMedia('(prefers-color-scheme: dark)')
  const apply = () => {
    const dark = theme?.dark === 'dark' || (theme?.dark !== 'light' && wish.matches)
    element.toggleAttribute('dark', dark)
    element.style.colorScheme = dark ? 'dark' : 'light'
  }
  apply()
  wish.addEventListener('change', apply)
  return () => wish.removeEventListener('change', apply)
}

// A constructed sheet passes a strict content security policy; a style element is for older browsers.
function style(root: ShadowRoot, text: string): void {
  try {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(text)
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet]
  } catch {
    root.prepend(h('style', {}, text))
  }
}
