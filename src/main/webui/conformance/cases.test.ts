import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { runFlow, runLogic } from './cases'

const folder = new URL('../../../../survey-schemas/conformance/', import.meta.url)
const files = (part: string) =>
  readdirSync(new URL(part, folder))
    .filter((name) => name.endsWith('.json'))
    .map((name) => JSON.parse(readFileSync(new URL(part + name, folder), 'utf8')))

describe('the flow', () => {
  const verdicts = files('flow/').flatMap(runFlow)

  it.each(verdicts)('$name', ({ differences }) => {
    expect(differences).toEqual([])
  })
})

describe('JsonLogic', () => {
  it.each(files('jsonlogic/').flatMap(runLogic))('$name', ({ differences }) => {
    expect(differences).toEqual([])
  })
})
