/** `/sdk/earshot.mjs`: the same for `import`. */
import { comesFrom } from './earshot'

export { close, consent, identify, init, on, reset, track } from './earshot'

comesFrom(new URL(import.meta.url).origin)
