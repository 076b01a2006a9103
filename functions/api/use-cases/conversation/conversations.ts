/** With whom the school has written or spoken: a line for each contact with texts or replies. */
import type { TextKind, TextState } from '../../../../shared/domain/absence.ts'
import type { Pupil, PupilKey } from '../../../../shared/domain/people.ts'
import { proposalsOf } from '../../../../shared/domain/replies/proposals.ts'
import type { DayRecord } from '../../../../shared/ports/stores.ts'

/** The last thing that passed between the school and a contact. */
export type LastSaid =
  | { readonly what: 'text'; readonly at: string; readonly kind: TextKind; readonly state: TextState }
  | { readonly what: 'reply' | 'call'; readonly at: string; readonly state: string }

export interface Conversation {
  readonly contactId: string
  readonly pupils: readonly PupilKey[]
  readonly last: LastSaid
  /** Answers that nobody has judged. */
  readonly waiting: number
}

interface Said {
  readonly contactId: string
  readonly pupils: readonly PupilKey[]
  readonly last: LastSaid
  readonly waits: boolean
}

const textsOf = ({ cards }: DayRecord): readonly Said[] =>
  cards.flatMap((card) =>
    Object.values(card.texts).flatMap(
      ({ contactId, kind, state, at, owner, pupils = [card.pupil] }): readonly Said[] =>
        owner === undefined ? [{ contactId, pupils, last: { what: 'text', at, kind, state }, waits: false }] : [],
    ),
  )

const repliesOf = ({ replies }: DayRecord): readonly Said[] =>
  replies.flatMap((reply): readonly Said[] => {
    const { contactId, pupils, at, state } = reply
    if (contactId === undefined) return []
    const isOpen = proposalsOf(reply).some((each) => each.state === 'proposed' || each.state === 'unread')
    const waits = isOpen || state === 'unread'
    return [{ contactId, pupils, last: { what: reply.via === 'line' ? 'call' : 'reply', at, state }, waits }]
  })

const isTheirs = (pupil: Pupil | undefined, contactId: string): boolean =>
  pupil?.contacts.some((contact) => contact.contactId === contactId) ?? false

/** Of these pupils, those whose contact this is today: a thread speaks of nobody else's child. */
export const childrenOf = (
  contactId: string,
  keys: readonly PupilKey[],
  pupils: Readonly<Record<PupilKey, Pupil>>,
): readonly PupilKey[] => [...new Set(keys)].filter((key) => isTheirs(pupils[key], contactId)).toSorted()

/** Everybody the days speak of. */
export const spokenOf = (days: readonly DayRecord[]): readonly PupilKey[] => [
  ...new Set(days.flatMap((day) => [...textsOf(day), ...repliesOf(day)].flatMap(({ pupils }) => pupils))),
]

/** One line for each contact with whom anything passed on these days about a child of theirs, the newest first. */
export const conversationsIn = (
  days: readonly DayRecord[],
  pupils: Readonly<Record<PupilKey, Pupil>>,
): readonly Conversation[] => {
  const said = days
    .flatMap((day) => [...textsOf(day), ...repliesOf(day)])
    .map((each) => ({ ...each, pupils: childrenOf(each.contactId, each.pupils, pupils) }))
    .filter((each) => each.pupils.length > 0)
  return [...Map.groupBy(said, ({ contactId }) => contactId)]
    .map(([contactId, all]) => ({
      contactId,
      pupils: [...new Set(all.flatMap((each) => each.pupils))].toSorted(),
      last: all.map((each) => each.last).reduce((one, other) => (one.at >= other.at ? one : other)),
      waiting: all.filter(({ waits }) => waits).length,
    }))
    .toSorted((one, other) => other.last.at.localeCompare(one.last.at))
}
