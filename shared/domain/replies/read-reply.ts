/**
 * Reads a parent's text by plain rules, in an order that can be explained: danger before everything, a reason only when exactly one is
 * said. It proposes; a person confirms. What it cannot read goes to a person at once.
 */
import type { Policy } from '../../../academies/policy.ts'
import type { Calendar } from '../calendar.ts'
import type { ReplyReading } from '../known.ts'
import type { LocalDate } from '../time.ts'
import { dangerOf } from './danger.ts'
import { readSpan } from './dates.ts'
import { isOtherLanguage, isOtherScript } from './foreign.ts'
import { areOneList, namesIn } from './names.ts'
import { found, MOST_CHARACTERS, normalise } from './normal.ts'
import { codesIn, isDenied, withoutNotMeant } from './reasons.ts'
import { AUTOMATIC, BETTER, COMING, ELSEWHERE, START, STOP, WITH_SOMEBODY, WRONG_NUMBER } from './words.ts'

export interface ReplyContext {
  readonly policy: Pick<Policy, 'replies' | 'translations'>
  readonly today: LocalDate
  readonly calendar: Calendar
  /** First names of the contact's own children. */
  readonly names: readonly string[]
}

const reading = (
  kind: ReplyReading['kind'],
  because: readonly string[],
  rest: Partial<ReplyReading> = {},
): ReplyReading => ({ kind, confidence: 'low', because, named: [], ...rest })

const isQuestion = (text: string): boolean =>
  text.includes('?') && /^(?:is|was|has|did|does|are|do|can|could|what|why|where|who|when|how|which)\b/.test(text)

/** "Will be in tomorrow" is said of a child who is not coming today. */
const AN_OTHER_DAY = /\bin (?:again )?(?:on )?(?:tomorrow|next|mon|tue|wed|thu|fri)/

const comingIn = (text: string): readonly string[] =>
  AN_OTHER_DAY.test(text) ? [] : found(text, COMING).filter((words) => !isDenied(text, words))

const elsewhereIn = (text: string): readonly string[] => {
  const somebody = WITH_SOMEBODY.exec(text)
  return [...(somebody ? [somebody[0].trim()] : []), ...found(text, ELSEWHERE)]
}

/** What a text in English gives as its reason, if anything. */
const readReason = (text: string, named: readonly string[], sure: boolean, context: ReplyContext): ReplyReading => {
  const codes = codesIn(text, context.policy.replies.meanings)
  const coming = comingIn(text)
  const [only] = codes
  if (!only) return coming.length > 0 ? reading('coming', coming, { named }) : reading('unclear', [], { named })
  const span = readSpan(text, context.today, context.calendar)
  const doubt =
    codes.length > 1 ||
    coming.length > 0 ||
    !sure ||
    text.includes('?') ||
    (span !== undefined && span.from > context.today) ||
    found(text, BETTER).length > 0 ||
    /(?<!since )\byesterday\b/.test(text)
  return reading('reason', [...codes.flatMap(({ because }) => because), ...(span ? [span.because] : [])], {
    code: only.code,
    confidence: doubt ? 'low' : 'high',
    named,
    ...(span ? { from: span.from, until: span.until } : {}),
  })
}

/** Reads a text. Never throws, whatever the text; takes time in proportion to its length. */
export const readReply = (words: string, context: ReplyContext): ReplyReading => {
  const text = normalise(words)
  const { named, tellers, strangers } = namesIn(text, context.names)
  const danger = dangerOf(words, context.policy, context.names)
  if (danger.length > 0) return reading('danger', danger, { named })
  if (words.length > MOST_CHARACTERS) return reading('unclear', [], { named })
  if (!/[\p{L}\p{N}]/u.test(text)) return reading('empty', [])
  const bare = text.replace(/[^a-z ]/g, '').trim()
  if (STOP.includes(bare)) return reading('stop', [bare])
  if (START.includes(bare)) return reading('start', [bare])
  if (isOtherScript(text)) return reading('foreign', [])
  const wrong = found(text, WRONG_NUMBER)
  if (wrong.length > 0) return reading('wrong-number', wrong)
  if (isOtherLanguage(text, context.names)) return reading('foreign', [])
  const meant = withoutNotMeant(text)
  const elsewhere = elsewhereIn(meant)
  if (elsewhere.length > 0) return reading('elsewhere', elsewhere, { named })
  if (isQuestion(text)) return reading('unclear', ['?'], { named })
  if (context.names.length > 0 && named.length === 0 && strangers.length > 0) return reading('unclear', strangers)
  const told = named.filter((name) => !tellers.includes(name))
  // Two children in one sentence, and not as "Amelia and Tom": which of them it is said of is a person's to see.
  const isSure = strangers.length === 0 && (named.length < 2 || areOneList(text, named))
  const reason = readReason(meant, told, isSure, context)
  const automatic = found(text, AUTOMATIC)
  return automatic.length > 0 && reason.kind !== 'reason' && named.length === 0
    ? reading('automatic', automatic)
    : reason
}
