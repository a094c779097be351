import { describe, expect, it } from 'vitest'
import { outbox } from './outbox'
import { storeOn } from './store'
import { settle, World } from './world.test-support'

const put = (sequence: number) => ({ method: 'PUT' as const, path: '/v1/client/responses/r', body: { sequence } })
const sequences = (world: World) => world.calls.map(({ body }) => (body as { sequence: number }).sequence)

describe('the outbox', () => {
  it('sends at once and keeps nothing that has arrived', async () => {
    const world = new World(() => ({ status: 201 }))

    outbox(world).post('r', put(1))
    await settle()

    expect(world.calls).toHaveLength(1)
    expect(world.calls[0]!.body).toMatchObject({ sequence: 1, sentAt: '2026-11-01T12:00:00.000Z' })
    expect(world.shelf.size).toBe(0)
  })

  it('tries again, each time after twice the wait, until the server has it', async () => {
    let down = true
    const world = new World(() => ({ status: down ? 503 : 200 }))
    outbox(world).post('r', put(1))

    await world.pass(0)
    expect(world.waiting).toEqual([1000])
    await world.pass(1000)
    expect(world.waiting).toEqual([2000])
    down = false
    await world.pass(2000)

    expect(world.calls).toHaveLength(3)
    expect(world.waiting).toEqual([])
    expect(world.shelf.size).toBe(0)
  })

  it('waits as long as the server asks', async () => {
    const world = new World(() => ({ status: 429, retryAfter: 30 }))
    outbox(world).post('r', put(1))

    await world.pass(0)

    expect(world.waiting).toEqual([30_000])
  })

  it('keeps what no answer came to, for the next page load', async () => {
    const offline = new World(() => {
      throw new TypeError('Failed to fetch')
    })
    outbox(offline).post('r', put(1))
    await settle()

    const next = new World(() => ({ status: 200 }), offline.shelf)
    outbox(next).flush()
    await settle()

    expect(sequences(next)).toEqual([1])
    expect(next.shelf.size).toBe(0)
  })

  it('sends the latest of one name only', async () => {
    let down = true
    const world = new World(() => ({ status: down ? 500 : 200 }))
    const box = outbox(world)
    box.post('r', put(1))
    await settle()
    box.post('r', put(2))
    await settle()
    down = false
    await world.pass(60_000)

    expect(sequences(world).at(-1)).toBe(2)
    expect(world.shelf.size).toBe(0)
  })

  it('does not lose what was posted while an earlier one was on its way', async () => {
    const world = new World(({ body }) => {
      if ((body as { sequence: number }).sequence === 1) box.post('r', put(2))
      return { status: 200 }
    })
    const box = outbox(world)
    box.post('r', put(1))
    await settle()

    expect(sequences(world)).toEqual([1, 2])
  })

  it('gives up on what is refused for good, and not on what may be accepted tomorrow', async () => {
    const world = new World(({ path }) => ({ status: path.endsWith('bad') ? 422 : 401 }))
    const box = outbox(world)
    box.post('a', { method: 'PUT', path: '/bad', body: {} })
    box.post('b', { method: 'PUT', path: '/good', body: {} })
    await settle()

    expect([...world.shelf.keys()]).toEqual(['e:out:b'])
  })

  it('forgets what is older than thirty days', async () => {
    const offline = new World(() => ({ status: 500 }))
    outbox(offline).post('r', put(1))
    await settle()

    const next = new World(() => ({ status: 200 }), offline.shelf)
    next.time += 31 * 24 * 3600 * 1000
    outbox(next).flush()
    await settle()

    expect(next.calls).toEqual([])
    expect(next.shelf.size).toBe(0)
  })

  it('works without any storage', async () => {
    const world = new World(() => ({ status: 200 }))
    const store = storeOn(() => {
      throw new DOMException('denied', 'SecurityError')
    }, 'e:')

    outbox({ ...world, store }).post('r', put(1))
    await settle()

    expect(world.calls).toHaveLength(1)
    expect(store.keys()).toEqual([])
  })
})
