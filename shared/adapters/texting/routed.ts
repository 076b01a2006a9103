/**
 * Several providers in turn, as one. The next is asked only when the one before took nothing and it was not for the recipient's sake:
 * no room, or our account refused. Never after a time-out, and never for a number that a provider will not text.
 */
import type { Fate, Found, Handover, Texter } from '../../ports/texter.ts'

const goesOn = (handover: Handover): boolean =>
  handover.outcome === 'busy' || (handover.outcome === 'refused' && handover.elsewhere === true)

/** Asks all that can be asked: a text that one has is found, and it is nowhere only when every provider says so. */
const findAmong =
  (finders: readonly NonNullable<Texter['find']>[], isAll: boolean): NonNullable<Texter['find']> =>
  async (key) => {
    const answers = await Promise.all(finders.map((find) => find(key)))
    const isNowhere = isAll && answers.every(({ found }) => found === 'none')
    const nowhere: Found = { found: isNowhere ? 'none' : 'unknown' }
    return answers.find(({ found }) => found === 'taken') ?? nowhere
  }

/** Asks in turn who took a text under this id: a provider knows none but its own. */
const fateAmong =
  (askers: readonly NonNullable<Texter['fate']>[]): NonNullable<Texter['fate']> =>
  async (providerId) => {
    let fate: Fate = 'unknown'
    for (const ask of askers) {
      fate = await ask(providerId)
      if (fate !== 'unknown') break
    }
    return fate
  }

/** `first`, then `others` in turn. It can be asked for a text when one of them can; that it is nowhere, only each of them can say. */
export const routedTexter = (first: Texter, ...others: readonly Texter[]): Texter => {
  const all = [first, ...others]
  const finders = all.flatMap(({ find }) => (find ? [find] : []))
  const askers = all.flatMap(({ fate }) => (fate ? [fate] : []))
  return {
    async send(text, now) {
      let handover = await first.send(text, now)
      for (const other of others) {
        if (!goesOn(handover)) return handover
        const before = handover
        handover = await other.send(text, now)
        // Room will come; a refusal of our account elsewhere must not end the asking.
        if (before.outcome === 'busy' && handover.outcome === 'refused') handover = before
      }
      return handover
    },
    ...(finders.length > 0 ? { find: findAmong(finders, finders.length === all.length) } : {}),
    ...(askers.length > 0 ? { fate: fateAmong(askers) } : {}),
  }
}
