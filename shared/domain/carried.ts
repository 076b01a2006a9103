/**
 * What a carrier makes of a text: some send every letter, GOV.UK Notify only those of GSM-7 and of Welsh. What it cannot send it replaces
 * by the plain letter, else by a question mark: a name must never reach a parent as "????", so what would be lost is known beforehand.
 * Source: GOV.UK Notify, how text messages are sanitised before they are counted and sent; 3GPP TS 23.038.
 */
import type { Policy } from '../../academies/policy.ts'
import { isGsm } from './gsm-alphabet.ts'

export type Carrier = Policy['texts']['provider']

export interface Carried {
  /** As it arrives on the phone; a letter that cannot be sent is a question mark. */
  readonly body: string
  /** The letters that were lost, each once. */
  readonly lost: readonly string[]
}

const WELSH = new Set('àèìòùẁỳÀÈÌÒÙẀỲáéíóúẃýÁÉÍÓÚẂÝäëïöüẅÿÄËÏÖÜẄŸâêîôûŵŷÂÊÎÔÛŴŶ')

/** Marks of typesetting say nothing that a plain mark does not, and each of them would make the whole text dearer. */
const PLAIN_MARKS: Readonly<Record<string, string>> = {
  '\u2010': '-',
  '\u2011': '-',
  '\u2012': '-',
  '\u2013': '-',
  '\u2014': '-',
  '\u2212': '-',
  '\u2026': '...',
  '\u2018': "'",
  '\u2019': "'",
  '\u201A': "'",
  '\u201C': '"',
  '\u201D': '"',
  '\u201E': '"',
  '\u00A0': ' ',
  '\u202F': ' ',
  '\t': ' ',
}

/** Without a mark of their own to take off: Łukasz is known as Lukasz where nothing else can be sent. */
const PLAIN_LETTERS: Readonly<Record<string, string>> = {
  Ł: 'L',
  ł: 'l',
  Đ: 'D',
  đ: 'd',
  Ħ: 'H',
  ħ: 'h',
  ı: 'i',
  Œ: 'OE',
  œ: 'oe',
  Ð: 'D',
  ð: 'd',
  Þ: 'Th',
  þ: 'th',
}

const INVISIBLE = /[\p{Cf}\p{Zl}\p{Zp}]/u

/** The text with plain quotation marks, dashes and spaces. */
export const withPlainMarks = (body: string): string =>
  [...body].map((character) => PLAIN_MARKS[character] ?? character).join('')

const isKept = (character: string): boolean => isGsm(character) || WELSH.has(character)

/** The letter without its accents, one accent after the other; nothing when that does not help. */
const withoutAccent = (letter: string): string | undefined => {
  const [base = '', ...accents] = letter.normalize('NFD')
  if (accents.length === 0) return PLAIN_LETTERS[base]
  const less = `${base}${accents.slice(0, -1).join('')}`.normalize('NFC')
  return isKept(less) ? less : withoutAccent(less)
}

const downgraded = (character: string): string | undefined => {
  if (isKept(character)) return character
  if (INVISIBLE.test(character)) return ''
  return PLAIN_MARKS[character] ?? withoutAccent(character)
}

/** The text as the carrier delivers it, and which letters it cannot send. */
export const asCarried = (carrier: Carrier, body: string): Carried => {
  if (carrier !== 'notify') return { body, lost: [] }
  const characters = [...body.normalize('NFC')]
  return {
    body: characters.map((character) => downgraded(character) ?? '?').join(''),
    lost: [...new Set(characters.filter((character) => downgraded(character) === undefined))],
  }
}
