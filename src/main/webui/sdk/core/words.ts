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
  unsatisfied: 'Very dissatisfied',
  satisfied: 'Very satisfied',
  missing: 'Please answer this question.',
  missingRow: 'Please answer every line.',
  least: 'Choose at least {0}.',
  most: 'Choose at most {0}.',
  low: 'Enter {0} or more.',
  high: 'Enter {0} or less.',
  early: 'No earlier than {0}.',
  late: 'No later than {0}.',
  step: 'Enter a multiple of {0}.',
  number: 'Enter a number.',
  long: 'Use {0} characters at most.',
  format: 'Please check the format.',
  email: 'Enter an email address, such as name@example.com.',
  url: 'Enter a web address, such as https://example.com.',
  phone: 'Enter a phone number, such as +44 20 7946 0018.',
  date: 'Enter a date.',
  time: 'Enter a time.',
  sum: 'These must add up to {0}.',
  rank: 'Put {0} in order.',
  incomplete: 'Choose one on each side.',
  same: 'Choose two different ones.',
  agree: 'You need to agree to go on.',
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
  thanks: 'Merci !',
  choose: 'Choisir…',
  unlikely: 'Pas du tout probable',
  likely: 'Tout à fait probable',
  unsatisfied: 'Pas du tout satisfait(e)',
  satisfied: 'Tout à fait satisfait(e)',
  missing: 'Veuillez répondre à cette question.',
  missingRow: 'Veuillez répondre à chaque ligne.',
  least: 'Choisissez-en au moins {0}.',
  most: 'Choisissez-en au plus {0}.',
  low: 'Saisissez {0} ou plus.',
  high: 'Saisissez {0} ou moins.',
  early: 'Au plus tôt : {0}.',
  late: 'Au plus tard : {0}.',
  step: 'Saisissez un multiple de {0}.',
  number: 'Saisissez un nombre.',
  long: '{0} caractères au maximum.',
  format: 'Veuillez vérifier le format.',
  email: 'Saisissez une adresse e-mail, par exemple nom@exemple.fr.',
  url: 'Saisissez une adresse web, par exemple https://exemple.fr.',
  phone: 'Saisissez un numéro de téléphone, par exemple +33 1 99 00 12 34.',
  date: 'Saisissez une date.',
  time: 'Saisissez une heure.',
  sum: 'Le total doit être de {0}.',
  rank: 'Classez-en {0}.',
  incomplete: 'Faites un choix de chaque côté.',
  same: 'Choisissez deux réponses différentes.',
  agree: 'Votre accord est nécessaire pour continuer.',
}

const WORDS: Readonly<Record<string, Words>> = { en: ENGLISH, fr: FRENCH }

export function wordsFor(language: string): Words {
  return inLanguage(WORDS, language)
}

/** Of words in several languages those for a reader; English where there are none. */
export function inLanguage<W>(all: Readonly<Record<string, W>>, language: string): W {
  return all[bestLanguage([language], Object.keys(all)) ?? 'en']!
}

/** A sentence with `{0}`, `{1}` and so on filled in. */
export function put(sentence: string, ...values: readonly unknown[]): string {
  return sentence.replace(/\{(\d)\}/g, (_, i) => String(values[i] ?? ''))
}
