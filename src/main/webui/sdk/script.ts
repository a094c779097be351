/** `/sdk/earshot.js`: puts `earshot` on the page, and begins by itself where the script tag holds a key. */
import * as api from './earshot'

declare global {
  interface Window {
    earshot?: Omit<typeof api, 'comesFrom'>
  }
}

const script = document.currentScript as HTMLScriptElement | null
// A page may hold the tag twice; the first one stays.
if (!window.earshot) {
  const { comesFrom, ...earshot } = api
  window.earshot = earshot
  if (script?.src) comesFrom(new URL(script.src).origin)
  const { key, host, respondent, language } = script?.dataset ?? {}
  if (key) earshot.init({ key, host, respondent, language })
}
