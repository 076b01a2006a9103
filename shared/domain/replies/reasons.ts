/** The codes that the words of a text lead to: those of the school's own policy first, then the built-in ones. */
import type { Policy } from '../../../academies/policy.ts'
import { type Code, readCode } from '../codes.ts'
import { MEANINGS, NOT_MEANT } from './meanings.ts'
import { found, literally } from './normal.ts'

export interface CodeSaid {
  readonly code: Code
  readonly because: readonly string[]
}

/** "Ill be there" is "I'll be there", unless somebody is said to be ill. */
const I_WILL =
  /(^|[.,!?;:] ?|\b(?:and|but|so|ok|okay|sorry|yes|no|hi|hello|then|thanks|think|today|now) )ill (?=(?:be|ring|call|phone|let|bring|drop|get|send|take|pick|try|speak|come|go|check|have|see|sort|text|give|make|need|keep|find|ask|tell|explain|just) )/g

/** The text without the phrases that hold a word of a reason and mean something else. */
export const withoutNotMeant = (text: string): string =>
  NOT_MEANT.reduce(
    (left, phrase) => left.replace(new RegExp(`\\b${literally(phrase)}\\b`, 'g'), ' ').trim(),
    text.replace(I_WILL, '$1i will '),
  )

/** "Neither of them are ill", "I don't think she is ill": said of the whole clause. */
const DENYING =
  "neither|none|nobody|no one|noone|dont think|don't think|do not think|doubt|not sure|dont know|don't know"

/** "Not ill", "hasn't got a temperature", "didn't get on the bus": the words are there and the opposite is said. */
export const isDenied = (text: string, words: string): boolean =>
  new RegExp(`\\b(?:${DENYING})\\b[^.,!?;:]{0,40}?\\b${literally(words)}(?:$|[^a-z0-9])`).test(text) ||
  new RegExp(
    `\\b(?:not|isnt|isn't|aint|ain't|wasnt|wasn't|never|didnt|didn't|doesnt|doesn't|hasnt|hasn't|no longer|no) (?:(?:a|an|the|any|very|really|that|been|got|get|have|had|even|actually) ){0,3}${literally(words)}(?:$|[^a-z0-9])`,
  ).test(text)

/** Codes said, each with its words. A denied word says nothing. */
export const codesIn = (text: string, own: Policy['replies']['meanings']): readonly CodeSaid[] => {
  const said = (words: readonly string[]) => found(text, words).filter((each) => !isDenied(text, each))
  const schools = own.flatMap(({ code, words }): readonly CodeSaid[] => {
    const read = readCode(code)
    const because = said(words)
    return read !== undefined && because.length > 0 ? [{ code: read, because }] : []
  })
  if (schools.length > 0) return schools
  return MEANINGS.map(({ code, words }) => ({ code, because: said(words) })).filter(({ because }) => because.length > 0)
}
