/** The elements of one page, kept in step with what its answers make visible. */
import type { Answer, Element } from '../../contract/questionnaire'
import type { Asked } from '../core/kept'
import { draw, type Drawn } from './question/element'
import type { Form } from './question/form'

export interface DrawnPage {
  /** Draws what is new, draws anew what has changed, and takes away what is hidden now. */
  show(elements: readonly Asked[]): void
  fault(element: string, message: string | undefined, variable: string | undefined): void
  focus(element: string): void
}

export function openPage(
  body: HTMLElement,
  form: Form,
  give: (element: Element, variable: string, answer: Answer | undefined) => void,
): DrawnPage {
  const drawn = new Map<string, Drawn & { readonly look: string }>()
  const root = body.getRootNode() as ShadowRoot
  body.replaceChildren()

  function current(asked: Asked): Drawn {
    const { element } = asked
    const before = drawn.get(element.name)
    const look = lookOf(asked, form)
    // Whoever is just typing must not lose the field.
    if (before && (before.look === look || before.node.contains(root.activeElement))) return before
    const now = draw(asked, form, (variable, answer) => {
      drawn.get(element.name)?.fault(undefined)
      give(element, variable, answer)
    })
    before?.node.remove()
    drawn.set(element.name, { ...now, look })
    return now
  }

  return {
    show(elements) {
      const nodes = elements.map((asked) => current(asked).node)
      for (const node of [...body.children]) if (!nodes.includes(node as HTMLElement)) node.remove()
      // Only what stands elsewhere is moved: a node that is moved loses the focus.
      nodes.forEach((node, i) => {
        if (body.children[i] !== node) body.insertBefore(node, body.children[i] ?? null)
      })
    },
    fault: (element, message, variable) => drawn.get(element)?.fault(message, variable),
    focus: (element) => drawn.get(element)?.focus(),
  }
}

/** All that an answer on the same page can change about an element. */
function lookOf({ element, required, options = [], rows = [] }: Asked, form: Form): string {
  const { text, description } = element
  return JSON.stringify([required, form.say(text), form.say(description), options.map((one) => form.say(one.text)), rows.map((one) => form.say(one.text))])
}
