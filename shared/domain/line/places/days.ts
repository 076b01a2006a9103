/** How long: a number of school days by key, or in words. */
import { schoolDaysAfter } from '../../calendar.ts'
import { readSpan } from '../../replies/dates.ts'
import type { CallState, Input, LineFacts, Turn } from '../call.ts'
import { again, goTo } from '../turns.ts'

const NOT_KNOWN = '9'
const NOT_SURE = /\b(?:don'?t know|not sure|unsure|no idea)\b/
const A_NUMBER = /^(?:just |only )?(one|two|three|four|five|[1-8])(?: school)?(?: days?)?$/

const NUMBERS: Readonly<Record<string, number>> = { one: 1, two: 2, three: 3, four: 4, five: 5 }

const away = (until: string | undefined, state: CallState, facts: LineFacts): Turn => {
  const { until: _, ...learned } = state.learned
  return goTo(
    'read-back',
    { ...state, learned: { ...learned, askedDays: true, ...(until === undefined ? {} : { until }) } },
    facts,
  )
}

const forDays = (days: number, state: CallState, facts: LineFacts): Turn =>
  away(schoolDaysAfter(facts.calendar, facts.from, days - 1), state, facts)

export const atDays = (input: Input, text: string, state: CallState, facts: LineFacts): Turn => {
  if (input.kind === 'keys') {
    if (input.keys === NOT_KNOWN) return away(undefined, state, facts)
    return /^[1-8]$/.test(input.keys) ? forDays(Number(input.keys), state, facts) : again(state, facts)
  }
  if (input.kind !== 'speech') return again(state, facts)
  if (NOT_SURE.test(text)) return away(undefined, state, facts)
  const [, number] = A_NUMBER.exec(text) ?? []
  if (number !== undefined) return forDays(NUMBERS[number] ?? Number(number), state, facts)
  const span = readSpan(text, facts.from, facts.calendar)
  return span && span.from === facts.from ? away(span.until, state, facts) : again(state, facts)
}
