import { describe, expect, it } from 'vitest'
import type { Json } from '../../contract/json'
import { delivery, type Showing } from './delivery'
import type { Call, Reply } from './surroundings'
import { settle, World } from './world.test-support'

const questionnaire = { name: 'q', defaultLanguage: 'en', pages: [{ name: 'p', elements: [{ type: 'nps', name: 'nps', text: 'n' }] }] }
const prompt = (id: string, more: object = {}) => ({
  id,
  format: 'card',
  placement: {},
  trigger: { event: 'paid' },
  delayMs: 0,
  priority: 0,
  questionnaire: { id: 'q', version: 1, href: '/q' },
  ...more,
})

function shop(prompts: object[], answers: Record<string, Partial<Reply> | (() => Partial<Reply>)> = {}) {
  const shown: Showing[] = []
  const reports: string[] = []
  const usual: Record<string, Partial<Reply>> = {
    '/v1/client/evaluations': { json: { prompts, ttlSeconds: 300 } as unknown as Json, etag: '"1"' },
    '/v1/client/exposures': { status: 201, json: { granted: true, seed: 7, arm: 'shown' } },
    '/q': { json: questionnaire },
  }
  const world = new World(({ path }: Call) => {
    const answer = answers[path] ?? usual[path]!
    return typeof answer === 'function' ? answer() : answer
  })
  const prompts_ = delivery(
    world,
    () => ({ respondent: 'r', session: 's', traits: {} }),
    async () => ({ ready: async () => {}, show: (showing) => void shown.push(showing) }),
    (_, __, type) => void reports.push(type),
    () => {},
  )
  const paths = () => world.calls.map(({ path }) => path.split('/').at(-1))
  return { world, shown, reports, paths, ...prompts_ }
}

describe('a prompt', () => {
  it('is shown when its event happens and the server grants it', async () => {
    const { track, shown, paths } = shop([prompt('a')])

    await track('paid', { value: 3 })

    expect(shown).toMatchObject([{ prompt: { id: 'a' }, seed: 7, properties: { value: 3 } }])
    expect(paths()).toEqual(['evaluations', 'exposures', 'q'])
  })

  it('is not shown for another event, nor for one whose properties do not fit', async () => {
    const { track, shown, paths } = shop([prompt('a', { trigger: { event: 'paid', where: { '>': [{ var: 'value' }, 20] } } })])

    await track('left', {})
    await track('paid', { value: 20 })

    expect(shown).toEqual([])
    expect(paths()).toEqual(['evaluations'])
  })

  it('with the higher priority is claimed first, and a refusal lets the next one try', async () => {
    let claims = 0
    const { track, shown, world } = shop([prompt('low'), prompt('high', { priority: 5 })], {
      '/v1/client/exposures': () => (++claims === 1 ? { json: { granted: false, reason: 'PROMPT_CAP' } } : { json: { granted: true, seed: 1, arm: 'shown' } }),
    })

    await track('paid', {})

    expect(world.calls.filter(({ path }) => path.endsWith('exposures')).map(({ body }) => (body as { prompt: string }).prompt)).toEqual(['high', 'low'])
    expect(shown).toMatchObject([{ prompt: { id: 'low' } }])
  })

  it('waits its delay before it is claimed', async () => {
    const { track, world, shown, paths } = shop([prompt('a', { delayMs: 5000 })])

    void track('paid', {})
    await world.pass(4999)
    expect(paths()).toEqual(['evaluations'])
    await world.pass(1)

    expect(shown).toHaveLength(1)
  })

  it('held out is recorded and shown to nobody', async () => {
    const { track, shown, reports } = shop([prompt('a')], { '/v1/client/exposures': { json: { granted: true, seed: 1, arm: 'holdout' } } })

    await track('paid', {})

    expect([shown, reports]).toEqual([[], []])
  })

  it.each([
    ['nobody answers', () => { throw new TypeError('Failed to fetch') }],
    ['the server fails', () => ({ status: 500, json: null })],
    ['the answer is no grant', () => ({ json: { granted: 'yes' } })],
  ])('is not shown when %s', async (_, answer) => {
    const { track, shown } = shop([prompt('a')], { '/v1/client/exposures': answer })

    await track('paid', {})

    expect(shown).toEqual([])
  })

  it('that holds what cannot be drawn is reported as failed', async () => {
    const strange = { ...questionnaire, pages: [{ name: 'p', elements: [{ type: 'hologram', name: 'h', text: '' }] }] }
    const { track, shown, reports } = shop([prompt('a')], { '/q': { json: strange } })

    await track('paid', {})

    expect([shown, reports]).toEqual([[], ['failed']])
  })

  it('meant for the one before is not shown to the next respondent', async () => {
    const { track, refresh, world, shown } = shop([prompt('a', { delayMs: 5000 })])
    void track('paid', {})
    await settle()

    refresh()
    await world.pass(5000)

    expect(shown).toEqual([])
  })
})

it('what may be shown is asked again when it has expired, by its tag', async () => {
  let asked = 0
  const { track, world } = shop([prompt('a')], {
    '/v1/client/evaluations': () =>
      asked++ ? { status: 304 } : { json: { prompts: [prompt('a')], ttlSeconds: 300 } as unknown as Json, etag: '"1"' },
  })

  await track('left', {})
  await track('left', {})
  expect(asked).toBe(1)
  world.time += 300_001
  await track('left', {})

  expect(world.calls.map(({ etag }) => etag)).toEqual([undefined, '"1"'])
})
