/** A small shop, as an app developer would have it: the calls of `earshot` are all that Earshot asks of it. */
import type { Properties } from '../sdk/earshot'

const earshot = window.earshot
const element = <E extends HTMLElement>(id: string): E => document.getElementById(id) as E
const euros = (amount: number) => `€${amount.toFixed(2)}`
const cart = new Map<string, { price: number; count: number }>()

for (const product of document.querySelectorAll<HTMLElement>('[data-price]')) {
  product.querySelector('button')!.addEventListener('click', () => {
    const { name = '', price } = product.dataset
    cart.set(name, { price: Number(price), count: (cart.get(name)?.count ?? 0) + 1 })
    element('done').textContent = ''
    draw()
  })
}

element('checkout').addEventListener('click', () => {
  const value = total()
  const items = [...cart.values()].reduce((sum, { count }) => sum + count, 0)
  cart.clear()
  draw()
  element('done').textContent = 'Thank you, your order is on its way.'
  // This is the line that asks for feedback: what is asked, and of whom, is decided elsewhere.
  earshot?.track('checkout_completed', { value, items, order_value: value })
})

element('another').addEventListener('click', () => {
  earshot?.reset()
  cart.clear()
  draw()
  element('done').textContent = 'You are somebody else now.'
})

function total(): number {
  return [...cart.values()].reduce((sum, { price, count }) => sum + price * count, 0)
}

function draw(): void {
  const lines = [...cart].map(([name, { price, count }]) => {
    const line = document.createElement('li')
    line.append(span(count > 1 ? `${count} × ${name}` : name), span(euros(price * count)))
    return line
  })
  element('lines').replaceChildren(...lines)
  element('empty').hidden = cart.size > 0
  element('total').textContent = euros(total())
  element<HTMLButtonElement>('checkout').disabled = cart.size === 0
}

function span(text: string): HTMLElement {
  const node = document.createElement('span')
  node.textContent = text
  return node
}

/** The demo's key changes with every installation, so the page asks for it; an app has it in its configuration. */
async function begin(): Promise<void> {
  const config = await fetch('config.json')
  if (!config.ok) {
    const command = document.createElement('code')
    command.textContent = 'java -jar target/quarkus-app/quarkus-run.jar demo'
    element('about').replaceChildren('The demo is not running, so nothing will be asked here. Start it with ', command)
    return
  }
  const { key, respondent, traits } = (await config.json()) as { key: string; respondent?: string; traits?: Properties }
  earshot?.init({ key, respondent, traits, context: { 'service.name': 'kestrel-coffee', 'service.version': '1.0.0' } })
  element('another').hidden = false
}

void begin()
