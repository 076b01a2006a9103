/** How a call goes from one place to the next: shared by every place. */
import type { CallState, Learned, LineFacts, Move, Phrase, Place, Turn } from './call.ts'

/** What each place asks, and by what. */
const ASKS: Readonly<Record<Exclude<Place, 'child' | 'birth-date'>, Move>> = {
  reason: { do: 'key', say: ['reasons'] },
  told: { do: 'record', say: ['tell'] },
  days: { do: 'key', say: ['days'] },
  'read-back': { do: 'key', say: ['read-back'] },
  message: { do: 'record', say: ['leave-message'] },
  transfer: { do: 'transfer', say: ['putting-through'] },
  over: { do: 'hang-up', say: ['thanks'] },
}

/** The reason of a caller who told it in a message, until somebody has listened. */
export const TOLD = 'told in a message'

/** Children are told apart by key up to this many; more are told apart by their dates of birth. */
export const MOST_CHILDREN = 7

/** What is asked at a place. */
export const askAt = (place: Place, { children }: LineFacts): Move => {
  if (place === 'child') return { do: 'key', say: [children.length === 1 ? 'one-child' : 'which-child'] }
  if (place === 'birth-date') return { do: 'date', say: [children.length === 0 ? 'stranger' : 'birth-date'] }
  return ASKS[place]
}

export const learn = (state: CallState, more: Partial<Learned>): CallState => ({
  ...state,
  learned: { ...state.learned, ...more },
})

/** On to a place, with a sentence before its question. */
export const goTo = (place: Place, state: CallState, facts: LineFacts, before: readonly Phrase[] = []): Turn => {
  const ask = askAt(place, facts)
  return { state: { ...state, place, tries: 0 }, move: { ...ask, say: [...before, ...ask.say] } }
}

/** Where a call that is about somebody's own child begins: by key, or by date of birth where there are too many for the keys. */
export const firstPlace = ({ children }: LineFacts): Place =>
  children.length === 0 || children.length > MOST_CHILDREN ? 'birth-date' : 'child'

/** Nothing that could be meant: asked again, and after the policy's number of tries a message is taken instead. */
export const again = (state: CallState, facts: LineFacts): Turn => {
  const tries = state.tries + 1
  if (tries >= facts.policy.line.tries) return goTo('message', state, facts, ['not-followed'])
  const ask = askAt(state.place, facts)
  return { state: { ...state, tries }, move: { ...ask, say: ['again', ...ask.say] } }
}

/** The end, with thanks. A report that was read back is thanked for as one; nobody else hears more than thank you. */
export const end = (state: CallState): Turn => ({
  state: { ...state, place: 'over', tries: 0 },
  move: { do: 'hang-up', say: [state.learned.confirmed ? 'thanks-report' : 'thanks'] },
})

/** Spoken yes or no. */
export const yesOrNo = (text: string): 'yes' | 'no' | undefined => {
  const no = /(?:^|[^a-z])(?:no|nope|wrong|incorrect|not right)(?:$|[^a-z])/.test(text)
  const yes = /(?:^|[^a-z])(?:yes|yeah|yep|correct|right|that's it)(?:$|[^a-z])/.test(text)
  if (no) return 'no'
  return yes ? 'yes' : undefined
}
