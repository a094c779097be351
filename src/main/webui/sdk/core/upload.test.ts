import { expect, it } from 'vitest'
import type { FileQuestion } from '../../contract/questionnaire'
import { unfit, upload } from './upload'
import { World } from './world.test-support'

const question = { type: 'file', name: 'photo', text: '', accept: ['image/*', 'application/pdf'], maxBytes: 1000 } satisfies FileQuestion

it.each([
  [{ type: 'image/png', size: 1000 }, undefined],
  [{ type: 'application/pdf', size: 1 }, undefined],
  [{ type: 'image/png', size: 1001 }, 'size'],
  [{ type: 'text/html', size: 1 }, 'type'],
  [{ type: '', size: 1 }, 'type'],
])('%j is judged %s', (content, verdict) => {
  expect(unfit(question, content)).toBe(verdict)
})

it('a question that names no kinds takes any, up to 5 MiB', () => {
  const any = { type: 'file', name: 'photo', text: '' } satisfies FileQuestion
  expect(unfit(any, { type: 'x/y', size: 5 * 1024 * 1024 })).toBeUndefined()
  expect(unfit(any, { type: 'x/y', size: 5 * 1024 * 1024 + 1 })).toBe('size')
})

it('the file goes to the exposure and question that asked for it, and its id comes back', async () => {
  const world = new World(() => ({ status: 201, json: { id: 'f-1' } }))

  expect(await upload(world, 'e/1', 'photo', { type: 'image/png', size: 3 })).toBe('f-1')
  expect(world.calls[0]).toMatchObject({ method: 'POST', path: '/v1/client/files?exposure=e%2F1&question=photo' })
})

it('a file that the server does not take has no id', async () => {
  const world = new World(() => ({ status: 413, json: null }))

  await expect(upload(world, 'e', 'photo', { type: 'image/png', size: 3 })).rejects.toThrow('413')
})
