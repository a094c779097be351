import type { Nps, Text } from '../../../contract/questionnaire'
import { cells, ends, spoken } from './cells'
import type { Form, Give } from './form'

export function nps(question: Nps, form: Form, give: Give): (Node | undefined)[] {
  const low = labelOr(question.lowLabel, form.words.unlikely, form)
  const high = labelOr(question.highLabel, form.words.likely, form)
  const all = Array.from({ length: 11 }, (_, value) => ({
    code: value,
    face: `${value}`,
    name: spoken(form, value, 0, 10, low, high),
  }))
  return [cells(form, question.name, 'nps', all, (code) => give(question.name, code)), ends(form, low, high)]
}

function labelOr(label: Text | undefined, standard: string, form: Form): Text {
  return form.say(label) ? label! : standard
}
