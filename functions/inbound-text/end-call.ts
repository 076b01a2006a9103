/** Ends a call that must be over by now and of which nobody said so: a provider that does not tell when a caller rings off. */
import { endCallNow } from '../../shared/domain/line/dialogue.ts'
import type { LineCall } from '../../shared/ports/line-store.ts'
import type { Stores } from '../../shared/ports/stores.ts'

/** The call, over. A step that was taken meanwhile is part of what it told. */
export const endCall = async (academy: string, id: string, stores: Stores): Promise<LineCall | undefined> => {
  const call = await stores.line.call(academy, id)
  if (call === undefined || call.state.place === 'over') return call
  const { state, move } = endCallNow(call.state)
  const over: LineCall = { ...call, state, moves: [...call.moves, move] }
  const kept = await stores.line.keepCall(over, call.version)
  return kept === 'kept' ? over : endCall(academy, id, stores)
}
