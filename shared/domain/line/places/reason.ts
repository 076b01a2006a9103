/** Why the child is away: by key of the school's menu, in a few spoken words, or told in a message. */

import { readCode } from '../../codes.ts'
import { codesIn } from '../../replies/reasons.ts'
import type { CallState, Input, Learned, LineFacts, Turn } from '../call.ts'
import { again, goTo, TOLD } from '../turns.ts'

const TELL = '9'
/** Fewer letters than this are a cough or a click. */
const SHORTEST_REASON = 3

type Reason = Pick<Learned, 'reason' | 'code'>

const withReason = ({ reason, code }: Reason, state: CallState, facts: LineFacts): Turn => {
  // A code of an earlier answer must not stand beside another reason.
  const { code: _, ...learned } = state.learned
  return goTo(
    'days',
    { ...state, learned: { ...learned, ...(code ? { code } : {}), ...(reason ? { reason } : {}) } },
    facts,
  )
}

const ofMenu = (index: number, { policy }: LineFacts): Reason | undefined => {
  const item = policy.line.reasons[index]
  if (item === undefined) return undefined
  const code = item.code === undefined ? undefined : readCode(item.code)
  return { reason: item.says, ...(code === undefined ? {} : { code }) }
}

/** Spoken words keep what was said; a code is proposed only when the words lead to exactly one that the menu proposes too. */
const spoken = (words: string, text: string, { policy }: LineFacts): Reason => {
  const [code, ...others] = codesIn(text, policy.replies.meanings).map((said) => said.code)
  const isOnMenu = policy.line.reasons.some((reason) => reason.code === code)
  return { reason: words.trim(), ...(code !== undefined && others.length === 0 && isOnMenu ? { code } : {}) }
}

export const atReason = (input: Input, text: string, state: CallState, facts: LineFacts): Turn => {
  if (input.kind === 'keys') {
    if (input.keys === TELL) return goTo('told', state, facts)
    const reason = ofMenu(Number(input.keys) - 1, facts)
    return reason ? withReason(reason, state, facts) : again(state, facts)
  }
  if (input.kind !== 'speech' || text.length < SHORTEST_REASON) return again(state, facts)
  return withReason(spoken(input.words, text, facts), state, facts)
}

/** In a message. What was recorded is heard by the office; a reason told in words has no code until somebody has heard it. */
export const atTold = (input: Input, state: CallState, facts: LineFacts): Turn =>
  input.kind === 'recording' || input.kind === 'speech'
    ? withReason({ reason: TOLD }, state, facts)
    : again(state, facts)
