/**
 * Reads a parent's text by plain rules, in an order that can be explained: danger before everything, a reason only when exactly one is
 * said. It proposes; a person confirms. What it cannot read goes to a person at once.
 */
import type { Policy } from '../../../academies/policy.ts'
import type { Calendar } from '../calendar.ts'
import { type Code, readCode } from '../codes.ts'
import type { ReplyReading } from '../known.ts'
import type { LocalDate } from '../time.ts'
import { readSpan } from './dates.ts'
import { AUTOMATIC, COMING, ELSEWHERE, ENGLISH, MEANINGS, STOP, WRONG_NUMBER } from './words.ts'

export interface ReplyContext {
  readonly replies: Policy['replies']
  readonly today: LocalDate
  readonly calendar: Calendar
  /** First names of the contact's own children. */
  readonly names: readonly string[]
}

/** The longest text a phone can send in one go; what is beyond it is not read by rules, only kept for a person. */
const MOST_CHARACTERS = 1600

const fold = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '')

/** Lower case, without accents, invisible characters and doubled spaces, with plain apostrophes. */
export const normalise = (text: string): string =>
  fold(text.slice(0, MOST_CHARACTERS))
    .toLowerCase()
    .replace(/[\u2018\u2019\u02bc`´]/g, "'")
    .replace(/[\p{Cf}\p{Cc}]/gu, (character) => (/\s/.test(character) ? ' ' : ''))
    .replace(/\s+/g, ' ')
    .trim()

const literally = (words: string): string => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/ /g, '[^a-z0-9]+')

const says = (text: string, words: string): boolean =>
  new RegExp(`(?:^|[^a-z0-9])${literally(fold(words.toLowerCase()))}(?:$|[^a-z0-9])`).test(text)

const found = (text: string, list: readonly string[]): readonly string[] => list.filter((words) => says(text, words))

const reading = (
  kind: ReplyReading['kind'],
  because: readonly string[],
  rest: Partial<ReplyReading> = {},
): ReplyReading => ({
  kind,
  confidence: 'low',
  because,
  named: [],
  ...rest,
})

/** Codes a text speaks of: the school's own meanings first, then the built-in ones. */
const codesIn = (
  text: string,
  own: Policy['replies']['meanings'],
): readonly { readonly code: Code; readonly because: readonly string[] }[] => {
  const schools = own.flatMap(({ code, words }) => {
    const read = readCode(code)
    const because = found(text, words)
    return read !== undefined && because.length > 0 ? [{ code: read, because }] : []
  })
  if (schools.length > 0) return schools
  return MEANINGS.map(({ code, words }) => ({ code, because: found(text, words) })).filter(
    ({ because }) => because.length > 0,
  )
}

const LATIN_LETTER = /[a-z]/
const OTHER_LETTER = /(?![a-z])\p{L}/u

/** Mostly letters of another script, or several words and not one of them common in English texts. */
const isForeign = (text: string, names: readonly string[]): boolean => {
  const letters = [...text].filter((character) => /\p{L}/u.test(character))
  const others = letters.filter((character) => OTHER_LETTER.test(character) && !LATIN_LETTER.test(character))
  if (letters.length > 0 && others.length * 2 > letters.length) return true
  const own = new Set(names.map(normalise))
  const words = text.split(/[^a-z']+/).filter((word) => word.length > 1 && !own.has(word))
  return words.length >= 4 && !words.some((word) => ENGLISH.has(word.replaceAll("'", '')))
}

/** Reads a text. Never throws, whatever the text; takes time in proportion to its first 1,600 characters. */
export const readReply = (words: string, context: ReplyContext): ReplyReading => {
  const text = normalise(words)
  const named = context.names.filter((name) => says(text, normalise(name)))
  const letters = /[\p{L}\p{N}]/u.test(text)
  const danger = found(text, context.replies.dangerWords)
  if (danger.length > 0) return reading('danger', danger, { named })
  if (!letters) return reading('empty', [])
  const bare = text.replace(/[^a-z ]/g, '').trim()
  if (STOP.includes(bare)) return reading('stop', [bare])
  const automatic = found(text, AUTOMATIC)
  if (automatic.length > 0) return reading('automatic', automatic)
  const wrong = found(text, WRONG_NUMBER)
  if (wrong.length > 0) return reading('wrong-number', wrong)
  const elsewhere = found(text, ELSEWHERE)
  if (elsewhere.length > 0) return reading('elsewhere', elsewhere, { named })
  const codes = codesIn(text, context.replies.meanings)
  const span = readSpan(text, context.today, context.calendar)
  const dates = span ? { from: span.from, until: span.until } : {}
  const [only] = codes
  if (only && codes.length === 1) {
    return reading('reason', [...only.because, ...(span ? [span.because] : [])], {
      code: only.code,
      confidence: 'high',
      named,
      ...dates,
    })
  }
  if (only)
    return reading(
      'reason',
      codes.flatMap(({ because }) => because),
      { code: only.code, named, ...dates },
    )
  const coming = found(text, COMING)
  if (coming.length > 0) return reading('coming', coming, { named })
  return isForeign(text, context.names) ? reading('foreign', []) : reading('unclear', [], { named })
}
