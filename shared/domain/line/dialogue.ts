/**
 * The conversation of the absence line: where the caller is and what came back give what is said next and what was learned. Pure, and
 * the same for every telephone network. It always ends: each question is asked a few times at most, a caller may begin again once.
 * Source: the written policy, "Response to non-attendance: reasons for absences should be notified by telephone".
 */
import { normalise } from '../replies/normal.ts'
import { isLocalDate } from '../time.ts'
import { type CallState, type Input, type LineFacts, NOTHING_LEARNED, type Turn } from './call.ts'
import { atBirthDate, atChild } from './places/child.ts'
import { atDays } from './places/days.ts'
import { atReadBack } from './places/read-back.ts'
import { atReason, atTold } from './places/reason.ts'
import { again, end, firstPlace, goTo, learn } from './turns.ts'

/** No call needs more answers than this; a network that sends more is not a person. */
export const MOST_STEPS = 40

const OFFICE = '0'
const MESSAGE = '*'

const mayTransfer = ({ policy }: LineFacts): boolean => policy.line.transfer !== 'none'

/** The call is answered. A line that is off says whom to ring. */
export const beginCall = (facts: LineFacts): Turn => {
  const state: CallState = { place: 'child', tries: 0, rounds: 0, step: 0, learned: NOTHING_LEARNED }
  if (!facts.policy.line.on) return { state: { ...state, place: 'over' }, move: { do: 'hang-up', say: ['closed'] } }
  return goTo(firstPlace(facts), state, facts, ['greeting'])
}

/** What was spoken or recorded is kept before anything is made of it. */
export const keepInput = (input: Input, state: CallState): CallState => {
  const { said, recordings } = state.learned
  if (input.kind === 'speech' && input.words.trim() !== '') return learn(state, { said: [...said, input.words.trim()] })
  if (input.kind === 'recording') return learn(state, { recordings: [...recordings, input.recording] })
  return state
}

/** After a transfer: they spoke to the office, or nobody answered and a message is taken. */
const afterTransfer = (input: Input, state: CallState, facts: LineFacts): Turn =>
  input.kind === 'transfer' && input.answered
    ? end(learn(state, { office: 'reached' }))
    : goTo('message', state, facts, ['office-busy'])

const atPlace = (input: Input, state: CallState, facts: LineFacts): Turn => {
  const text = input.kind === 'speech' ? normalise(input.words) : ''
  switch (state.place) {
    case 'child':
      return atChild(input, text, state, facts)
    case 'birth-date':
      return atBirthDate(input, state, facts, isLocalDate)
    case 'reason':
      return atReason(input, text, state, facts)
    case 'told':
      return atTold(input, state, facts)
    case 'days':
      return atDays(input, text, state, facts)
    case 'read-back':
      return atReadBack(input, text, state, facts)
    case 'transfer':
      return afterTransfer(input, state, facts)
    case 'message':
    case 'over':
      return end(state)
  }
}

/** Keys that mean the same at every question. */
const anywhere = (input: Input, state: CallState, facts: LineFacts): Turn | undefined => {
  if (input.kind !== 'keys' || ['told', 'message', 'transfer', 'over'].includes(state.place)) return undefined
  if (input.keys === MESSAGE) return goTo('message', state, facts)
  if (input.keys !== OFFICE) return undefined
  const asked = learn(state, { office: 'asked' })
  return mayTransfer(facts) ? goTo('transfer', asked, facts) : again(asked, facts)
}

/**
 * The children this call was about may no longer be spoken of: an import in the middle of the call barred the number. Nothing more is
 * asked but a message.
 */
const mayGoOn = ({ place, learned }: CallState, { children }: LineFacts): boolean =>
  !['child', 'reason', 'told', 'days', 'read-back'].includes(place) ||
  (children.length > 0 && learned.pupils.every((key) => children.some((child) => child.key === key)))

/** The end of a call of which nobody said that it is over. */
export const endCallNow = (state: CallState): Turn => end({ ...state, step: state.step + 1 })

/** The next turn of a call. A call that is over stays over; hanging up ends it wherever it is. */
export const takeInput = (before: CallState, input: Input, facts: LineFacts): Turn => {
  if (before.place === 'over') return end(before)
  const state = { ...keepInput(input, before), step: before.step + 1 }
  if (input.kind === 'hang-up' || state.step >= MOST_STEPS) return end(state)
  if (!mayGoOn(state, facts)) return goTo('message', state, facts)
  return anywhere(input, state, facts) ?? atPlace(input, state, facts)
}
