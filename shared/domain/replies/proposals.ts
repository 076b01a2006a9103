/** A reply proposes something for each child it is about; a person confirms, changes or dismisses each by itself. */
import type { Reply, ReplyReading } from '../known.ts'
import type { PupilKey } from '../people.ts'
import type { LocalDate } from '../time.ts'

export interface Proposal {
  readonly pupil: PupilKey
  readonly reading: ReplyReading
  /** `unread`: it answers nothing for this child, and waits for a person to read it. */
  readonly state: Reply['state']
}

/** What a reply proposes for each of its children, and what became of it. */
export const proposalsOf = (reply: Reply): readonly Proposal[] =>
  reply.pupils.map((pupil) => {
    const open = reply.state === 'proposed' && reply.unread?.includes(pupil) ? 'unread' : reply.state
    return { pupil, reading: reply.readings?.[pupil] ?? reply.reading, state: reply.settled?.[pupil] ?? open }
  })

const isOpen = ({ state }: Proposal): boolean => state === 'proposed' || state === 'unread'

/** Children of whom nobody has judged the reply yet. */
export const unsettledIn = (reply: Reply): readonly PupilKey[] =>
  proposalsOf(reply)
    .filter(isOpen)
    .map(({ pupil }) => pupil)

/** Somebody has answered for this child on this date, and nobody has confirmed it yet. */
export const waitsFor = (reply: Reply, child: PupilKey, date: LocalDate): boolean =>
  proposalsOf(reply).some(
    ({ pupil, state, reading: { from = date, until = date } }) =>
      pupil === child && state === 'proposed' && from <= date && date <= until,
  )

/** The children of whom a clear answer waits for a person to confirm it. */
export const awaitedIn = (reply: Reply): readonly PupilKey[] =>
  proposalsOf(reply)
    .filter(({ state }) => state === 'proposed')
    .map(({ pupil }) => pupil)

/** A clear answer waits for a person to confirm it. */
export const isAwaiting = (reply: Reply): boolean =>
  reply.pupils.length === 0 ? reply.state === 'proposed' : awaitedIn(reply).length > 0

/** How a reply stands once some of its children are judged. It is open until all are; confirmed when it answered for any. */
export const settledFor = (
  reply: Reply,
  pupils: readonly PupilKey[],
  state: 'confirmed' | 'dismissed',
): Required<Pick<Reply, 'state' | 'settled'>> => {
  const settled = { ...reply.settled, ...Object.fromEntries(pupils.map((pupil) => [pupil, state])) }
  if (reply.pupils.some((pupil) => settled[pupil] === undefined)) return { state: reply.state, settled }
  const isConfirmed = state === 'confirmed' || Object.values(settled).includes('confirmed')
  return { state: isConfirmed ? 'confirmed' : 'dismissed', settled }
}
