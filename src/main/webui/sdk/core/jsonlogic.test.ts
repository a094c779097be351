import { describe, expect, it } from 'vitest'
import { apply, holds } from './jsonlogic'

describe('a condition', () => {
  it.each([
    [{ '<=': [{ var: 'nps' }, 6] }, { nps: 6 }, true],
    [{ '<=': [{ var: 'nps' }, 6] }, { nps: 7 }, false],
    [{ '<': [1, { var: 'n' }, 3] }, { n: 2 }, true],
    [{ in: ['price', { var: 'reasons' }] }, { reasons: ['speed', 'price'] }, true],
    [{ in: ['Spring', 'Springfield'] }, {}, true],
    [{ '==': [{ var: 'A1' }, '1'] }, { A1: 1 }, true],
    [{ '===': [{ var: 'A1' }, '1'] }, { A1: 1 }, false],
    [{ and: [{ '>': [{ var: 'value' }, 20] }, { '!': { var: 'seen' } }] }, { value: 30 }, true],
    [{ or: [false, { var: 'plan' }] }, { plan: '' }, false],
    [{ if: [{ var: 'a' }, false, { var: 'b' }, true, false] }, { b: 1 }, true],
    [{ '==': [{ var: 'traits.plan' }, 'pro'] }, { traits: { plan: 'pro' } }, true],
    [{ '==': [{ var: 'os.name' }, 'Android'] }, { 'os.name': 'Android' }, true],
    [{ some: [{ var: 'items' }, { '>': [{ var: 'price' }, 5] }] }, { items: [{ price: 3 }, { price: 9 }] }, true],
    [{ '!!': [{ missing: ['a', 'b'] }] }, { a: 1, b: 2 }, false],
    [{ '==': [{ '%': [{ '+': [1, { var: 'n' }] }, 2] }, 0] }, { n: 3 }, true],
  ])('%j over %j is %s', (rule, data, verdict) => {
    expect(holds(rule, data)).toBe(verdict)
  })

  it('that is absent holds', () => {
    expect(holds(undefined, {})).toBe(true)
  })

  it('takes an unanswered question for nothing, not for a zero', () => {
    expect(holds({ '<=': [{ var: 'nps' }, 6] }, {})).toBe(false)
  })

  it('takes an empty list for false, as JsonLogic says', () => {
    expect(holds({ var: 'reasons' }, { reasons: [] })).toBe(false)
  })

  it('that names an unknown operator is refused by its name', () => {
    expect(() => apply({ teleport: [1] }, {})).toThrow('teleport')
  })

  it('reads nothing that the data do not own', () => {
    expect(apply({ var: 'constructor.name' }, {})).toBeNull()
    expect(() => apply({ toString: [] }, {})).toThrow('toString')
  })
})
