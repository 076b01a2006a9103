/**
 * Where a text to families is hard to read. Advice, not refusal: a school may have its reasons, and a policy that stands still is worse than a
 * long sentence. What no text may say at all is refused by the contradictions.
 */
import { FAMILY_WORDINGS } from '../../shared/domain/texts/preview.ts'
import type { Finding } from '../misfit.ts'
import type { Policy, WordingName } from '../policy.ts'
import { JARGON, KNOWN_CAPITALS, MOST_WORDS } from './words.ts'

const NAMES = [
  ...new Set([...Object.keys(FAMILY_WORDINGS), ...Object.values(FAMILY_WORDINGS)]),
].toSorted() as WordingName[]

/** The words as a reader meets them: a field is one word, and of {is|are} one is read. */
const asRead = (wording: string): string =>
  wording.replaceAll(/\{([^{}]*)\}/g, (_whole, inner: string) => inner.split('|')[0] ?? '')

const sentencesOf = (wording: string): readonly string[] =>
  asRead(wording)
    .split(/[.!?]+(?:\s+|$)|:\s+/)
    .map((each) => each.trim())
    .filter((each) => each !== '')

const wordsOf = (sentence: string): readonly string[] =>
  sentence.split(/\s+/).filter((each) => /[\p{L}\p{N}]/u.test(each))

const longSentences = (wording: string): readonly Omit<Finding, 'field'>[] =>
  sentencesOf(wording)
    .filter((each) => wordsOf(each).length > MOST_WORDS)
    .map((each) => ({
      what: `has a sentence of ${wordsOf(each).length} words, “${wordsOf(each).slice(0, 4).join(' ')} ...”.`,
      remedy: `Make two of it: at most ${MOST_WORDS} words are read at once.`,
    }))

const pattern = (words: string): RegExp => {
  const open = words.endsWith('*')
  const whole = words.replace(/\*$/, '').split(' ').join('[\\s-]+')
  return new RegExp(`(?<![\\p{L}\\p{N}])${whole}${open ? '\\p{L}*' : ''}(?![\\p{L}\\p{N}])`, 'iu')
}

/** Without its fields, whose names are for the school alone. */
const withoutFields = (wording: string): string => asRead(wording.replaceAll(/\{[^{}|]*\}/g, ' '))

const PATTERNS = JARGON.map(({ words, say }) => ({ patterns: words.map(pattern), say }))

const jargon = (wording: string): readonly Omit<Finding, 'field'>[] =>
  PATTERNS.flatMap(({ patterns, say }) => {
    const [said] = patterns.flatMap((each) => each.exec(withoutFields(wording))?.[0] ?? [])
    return said === undefined
      ? []
      : [{ what: `says “${said}”, which is the school’s word and not the family’s.`, remedy: `Instead, ${say}.` }]
  })

const capitals = (wording: string): readonly Omit<Finding, 'field'>[] =>
  [...new Set(withoutFields(wording).match(/(?<![\p{L}\p{N}])\p{Lu}{2,}(?![\p{L}\p{N}])/gu))]
    .filter((each) => !KNOWN_CAPITALS.includes(each))
    .map((each) => ({
      what: `says “${each}”, which a family may not know and a phone reads as shouting.`,
      remedy: 'Spell it out, in small letters.',
    }))

const LOOKS = [longSentences, jargon, capitals]

/** What could be said more plainly in the texts of a policy to families, text by text. */
export const plainEnglish = ({ wordings }: Pick<Policy, 'wordings'>): readonly Finding[] =>
  NAMES.flatMap((name) =>
    LOOKS.flatMap((look) => look(wordings[name]).map((found) => ({ field: `wordings.${name}`, ...found }))),
  )
