import { expect, it } from 'vitest'
import { bestLanguage, isRightToLeft, wording } from './language'
import { wordsFor } from './words'

it.each([
  ['fr-CA', { en: 'Send', fr: 'Envoyer', 'fr-CA': 'Soumettre' }, 'Soumettre'],
  ['fr-CA', { en: 'Send', fr: 'Envoyer' }, 'Envoyer'],
  ['de', { fr: 'Envoyer', en: 'Send' }, 'Send'],
  ['de', { fr: 'Envoyer' }, 'Envoyer'],
  ['de', 'Send', 'Send'],
  ['de', undefined, ''],
])('to a reader of %s %j says %j', (language, text, said) => {
  expect(wording(text, language, 'en')).toBe(said)
})

it('the first wish that is offered wins, and a parent counts as offered', () => {
  expect(bestLanguage(['de-AT', 'fr-CA', 'en'], ['en', 'fr'])).toBe('fr')
  expect(bestLanguage(['ja'], ['en', 'fr'])).toBeUndefined()
})

it('the frame speaks the language of the questionnaire where it can, and English elsewhere', () => {
  expect(wordsFor('fr-CA').next).toBe('Suivant')
  expect(wordsFor('ja').next).toBe('Next')
})

it.each([
  ['ar', true],
  ['fa-IR', true],
  ['he', true],
  ['pa-Arab', true],
  ['ar-Latn', false],
  ['fr', false],
  ['arn', false],
])('%s is written from right to left: %s', (language, verdict) => {
  expect(isRightToLeft(language)).toBe(verdict)
})
