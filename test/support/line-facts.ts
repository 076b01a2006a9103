/** What the dialogue of the absence line knows in tests: Springbank on a Monday of term, and invented children. */
import type { CallState, Input, LineChild, LineFacts, Turn } from '../../shared/domain/line/call.ts'
import { beginCall, takeInput } from '../../shared/domain/line/dialogue.ts'
import { spoken } from '../../shared/domain/line/speak.ts'
import { springbankPolicy } from './policies.ts'

export const AMELIA: LineChild = { key: 'P001', name: 'Amelia', dateOfBirth: '2015-03-02' }
export const SIAN: LineChild = { key: 'P002', name: 'Siân', dateOfBirth: '2017-10-01' }

export const someFacts = (more: Partial<LineFacts> = {}): LineFacts => ({
  policy: springbankPolicy,
  calendar: { listed: {}, terms: [] },
  from: '2026-01-12',
  today: '2026-01-12',
  children: [AMELIA],
  ...more,
})

export const keys = (pressed: string): Input => ({ kind: 'keys', keys: pressed })
export const says = (words: string): Input => ({ kind: 'speech', words })
export const SILENCE: Input = { kind: 'silence' }
export const HANGS_UP: Input = { kind: 'hang-up' }

export interface Played {
  readonly state: CallState
  /** What the caller heard, sentence by sentence of the conversation. */
  readonly heard: readonly string[]
  readonly last: Turn['move']
}

/** Plays a call from its beginning through these answers. */
export const play = (facts: LineFacts, inputs: readonly Input[]): Played => {
  let turn = beginCall(facts)
  const heard = [spoken(turn.move, turn.state, facts)]
  for (const input of inputs) {
    turn = takeInput(turn.state, input, facts)
    heard.push(spoken(turn.move, turn.state, facts))
  }
  return { state: turn.state, heard, last: turn.move }
}
