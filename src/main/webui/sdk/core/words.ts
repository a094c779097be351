/** The words of the frame around a questionnaire; its own words come with it. */
import { bestLanguage } from './language'

const ENGLISH = {
  next: 'Next',
  back: 'Back',
  send: 'Send',
  close: 'Close',
  required: 'required',
  feedback: 'Feedback',
  thanks: 'Thank you!',
  choose: 'Choose…',
  unlikely: 'Not at all likely',
  likely: 'Extremely likely',
  missing: 'Please answer this question.',
  missingRow: 'Please answer every line.',
  least: 'Choose at least {0}.',
  most: 'Choose at most {0}.',
  low: 'Enter {0} or more.',
  high: 'Enter {0} or less.',
  step: 'Enter a multiple of {0}.',
  number: 'Enter a number.',
  long: 'Use {0} characters at most.',
  format: 'Please check the format.',
}
export type Words = typeof ENGLISH
export type Word = keyof Words

const FRENCH: Words = {
  next: 'Suivant',
  back: 'Retour',
  send: 'Envoyer',
  close: 'Fermer',
  required: 'obligatoire',
  feedback: 'Votre avis',
  thanks: 'Merci !',
  choose: 'Choisir…',
  unlikely: 'Pas du tout probable',
  likely: 'Tout à fait probable',
  missing: 'Veuillez répondre à cette question.',
  missingRow: 'Veuillez répondre à chaque ligne.',
  least: 'Choisissez au moins {0} réponses.',
  most: 'Choisissez au plus {0} réponses.',
  low: 'Saisissez {0} ou plus.',
  high: 'Saisissez {0} ou moins.',
  step: 'Saisissez un multiple de {0}.',
  number: 'Saisissez un nombre.',
  long: '{0} caractères au maximum.',
  format: 'Veuillez vérifier le format.',
}

const WORDS: Readonly<Record<string, Words>> = { en: ENGLISH, fr: FRENCH }

export function wordsFor(language: string): Words {
  return WORDS[bestLanguage([language], Object.keys(WORDS)) ?? 'en'] ?? ENGLISH
}
