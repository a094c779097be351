import { describe, expect, it } from 'vitest'
import type { Question, Questionnaire } from '../../contract/questionnaire'
import { check, unanswered } from './check'
import { Interview } from './interview'
import { apply } from './jsonlogic'
import type { Asked } from './kept'

const nps = { type: 'nps', name: 'nps', text: 'n', required: true } as const
const reasons = {
  type: 'multiple_choice',
  name: 'reasons',
  text: 'w',
  shuffle: 'options',
  visibleIf: { '<=': [{ var: 'nps' }, 6] },
  options: [
    { code: 'price', text: 'Price' },
    { code: 'speed', text: 'Speed' },
    { code: 'choice', text: 'Choice' },
    { code: 'other', text: 'Other', openText: true, pinned: true },
  ],
} as const
const why = { type: 'text', name: 'why', text: 'y', visibleIf: { in: ['price', { var: 'reasons' }] } } as const
const survey: Questionnaire = {
  name: 's',
  defaultLanguage: 'en',
  hidden: [{ name: 'value', type: 'number' }],
  pages: [
    { name: 'one', elements: [nps] },
    { name: 'two', elements: [reasons] },
    { name: 'three', elements: [why] },
  ],
  endings: [
    { name: 'sorry', text: 'Sorry', if: { '<=': [{ var: 'nps' }, 6] } },
    { name: 'thanks', text: 'Thanks' },
  ],
}

let time = 0
function begin(seed = 1) {
  time = 0
  return new Interview(survey, { traits: { name: 'Ada' }, context: {}, properties: { value: '42' } }, seed, apply, () => time)
}
const pages = (interview: Interview) => interview.course().steps.map(({ page }) => page.name)

describe('an interview', () => {
  it('shows what its answers make visible', () => {
    const interview = begin()
    expect(pages(interview)).toEqual(['one'])

    interview.give(nps, 'nps', 3)
    interview.give(reasons, 'reasons', ['price', 'other'])
    interview.give(reasons, 'reasons_other', 'Parking')

    expect(pages(interview)).toEqual(['one', 'two', 'three'])
    expect(interview.course().answers).toEqual({ value: 42, nps: 3, reasons: ['price', 'other'], reasons_other: 'Parking' })
    expect(interview.ending()?.name).toBe('sorry')
  })

  it('does not count an answer that became invisible, nor lets it decide what else is visible', () => {
    const interview = begin()
    interview.give(nps, 'nps', 3)
    interview.give(reasons, 'reasons', ['price'])
    interview.give(why, 'why', 'Dear')

    interview.give(nps, 'nps', 9)

    expect(pages(interview)).toEqual(['one'])
    expect(interview.course().answers).toEqual({ value: 42, nps: 9 })
  })

  it('gives time to the question that was answered', () => {
    const interview = begin()
    time = 1000
    interview.turned()
    time = 3100
    interview.give(nps, 'nps', 3)
    time = 3600
    interview.give(nps, 'nps', 4)

    expect(interview.timings).toEqual({ nps: 2600 })
  })

  it('shows shuffled options in one order per seed, and pinned ones in their place', () => {
    const orders = [1, 2, 3, 4, 5, 6].map((seed) => begin(seed).presented().reasons!)

    expect(begin(1).presented().reasons).toEqual(orders[0])
    expect(new Set(orders.map(String)).size).toBeGreaterThan(1)
    for (const order of orders) expect([order[3], [...order].sort()]).toEqual(['other', ['choice', 'other', 'price', 'speed']])
  })

  it('fills answers, hidden fields and traits into texts, and the fallback where there is nothing', () => {
    const interview = begin()
    interview.give(nps, 'nps', 3)

    expect(interview.fill('{{traits.name}} gave {{nps}} for {{value}}, {{why|silently}}.', String)).toBe('Ada gave 3 for 42, silently.')
  })
})

describe('an answer', () => {
  const question = (more: object) => ({ name: 'q', text: '', ...more }) as Question
  const likert = question({ type: 'likert', required: true, scale: [{ code: 1 }, { code: 2 }], rows: [{ name: 'A1', text: '' }, { name: 'A2', text: '' }] })
  const several = question({
    type: 'multiple_choice',
    min: 2,
    max: 3,
    options: [{ code: 'a' }, { code: 'b' }, { code: 'c' }, { code: 'd' }, { code: 'none', exclusive: true }],
  })
  const cups = question({ type: 'number', min: 1, max: 20, step: 0.1 })

  it.each([
    [question({ type: 'rating', points: 5, required: true }), {}, 'missing'],
    [question({ type: 'rating', points: 5 }), {}, undefined],
    [likert, { A1: 1 }, 'missingRow'],
    [likert, { A1: 1, A2: 2 }, undefined],
    [several, { q: ['a'] }, 'least'],
    [several, { q: ['a', 'b', 'c', 'd'] }, 'most'],
    [several, { q: ['none'] }, undefined],
    [several, {}, undefined],
    [cups, { q: Number.NaN }, 'number'],
    [cups, { q: 0.9 }, 'low'],
    [cups, { q: 20.1 }, 'high'],
    [cups, { q: 1.25 }, 'step'],
    [cups, { q: 1.3 }, undefined],
    [question({ type: 'text', maxLength: 3 }), { q: 'abcd' }, 'long'],
    [question({ type: 'text', maxLength: 3 }), { q: '👍👍👍' }, undefined],
  ])('to %j of %j is judged %s', (asked, answers, word) => {
    const shown = { element: asked, required: !!asked.required, ...asked } as Asked
    const [missing] = unanswered(shown, answers)
    const rows = 'rows' in asked && 'missingRow'
    expect(missing ? rows || 'missing' : check(shown, answers)[0]?.word).toBe(word)
  })
})
