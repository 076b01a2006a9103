/** What was understood is read back; only a yes makes it a report. */
import type { CallState, Input, LineFacts, Turn } from '../call.ts'
import { again, end, firstPlace, goTo, learn, yesOrNo } from '../turns.ts'

/** A caller who begins a third time is better off speaking to a person. */
const MOST_ROUNDS = 2

const RIGHT = '1'
const WRONG = '2'
const ADD = '3'

const byKey = (key: string, state: CallState, facts: LineFacts): Turn => {
  if (key === RIGHT) return end(learn(state, { confirmed: true }))
  if (key === ADD) return goTo('message', learn(state, { confirmed: true }), facts)
  if (key !== WRONG) return again(state, facts)
  const rounds = state.rounds + 1
  return rounds >= MOST_ROUNDS
    ? goTo('message', { ...state, rounds }, facts, ['not-followed'])
    : goTo(firstPlace(facts), { ...state, rounds }, facts)
}

export const atReadBack = (input: Input, text: string, state: CallState, facts: LineFacts): Turn => {
  if (input.kind === 'keys') return byKey(input.keys, state, facts)
  const said = input.kind === 'speech' ? yesOrNo(text) : undefined
  if (said === undefined) return again(state, facts)
  return byKey(said === 'yes' ? RIGHT : WRONG, state, facts)
}
