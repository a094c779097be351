import { expect, it } from 'vitest'
import { compareVersions } from './versions'

// The order that semver.org gives as its example, and versions with fewer and more than three parts between.
const RISING = ['1.0.0-alpha', '1.0.0-alpha.1', '1.0.0-alpha.beta', '1.0.0-beta', '1.0.0-beta.2', '1.0.0-beta.11', '1.0.0-rc.1', '1', '1.0.0.1', '1.2', '1.10']

it('versions come in the order of semver.org', () => {
  RISING.forEach((version, i) => {
    expect(compareVersions(version, version)).toBe(0)
    for (const later of RISING.slice(i + 1)) {
      expect(compareVersions(version, later), `${version} ${later}`).toBeLessThan(0)
      expect(compareVersions(later, version), `${later} ${version}`).toBeGreaterThan(0)
    }
  })
})

it('what is no version has no place among them', () => {
  expect(compareVersions('latest', '1')).toBeUndefined()
  expect(compareVersions('1', null)).toBeUndefined()
})
