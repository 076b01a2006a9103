/** One conversation in order of time: our texts in the words that were sent, what the contact wrote or said, and what people wrote back. */
import type { TextRecord } from '../../../../shared/domain/absence.ts'
import type { Reply } from '../../../../shared/domain/known.ts'
import type { Pupil, PupilKey } from '../../../../shared/domain/people.ts'
import type { DayRecord } from '../../../../shared/ports/stores.ts'
import type { Call } from '../../call.ts'
import { attemptOf, type SentWords, sentWords } from '../office/sent-words.ts'
import { childrenOf } from './conversations.ts'

export type ThreadLine =
  | {
      readonly what: 'text'
      readonly at: string
      /** Where it stands in the order of the thread. */
      readonly place: string
      readonly text: TextRecord
      readonly pupils: readonly PupilKey[]
      /** None while the chronicle has not been told of the claim. */
      readonly sent?: SentWords
    }
  | {
      readonly what: 'reply'
      readonly at: string
      readonly place: string
      readonly reply: Reply
      readonly pupils: readonly PupilKey[]
    }

interface Held {
  readonly owner: PupilKey
  readonly text: TextRecord
}

const textsTo = (contactId: string, { cards }: DayRecord): readonly Held[] =>
  cards.flatMap((card) =>
    Object.values(card.texts)
      .filter((text) => text.contactId === contactId && text.owner === undefined)
      .map((text) => ({ owner: card.pupil, text })),
  )

const repliesFrom = (contactId: string, { replies }: DayRecord): readonly Reply[] =>
  replies.filter((reply) => reply.contactId === contactId)

/** Everybody that these days' texts to and replies from a contact speak of. */
export const spokenOfWith = (contactId: string, days: readonly DayRecord[]): readonly PupilKey[] =>
  days.flatMap((day) => [
    ...textsTo(contactId, day).flatMap(({ owner, text }) => [owner, ...(text.pupils ?? [])]),
    ...repliesFrom(contactId, day).flatMap(({ pupils }) => pupils),
  ])

/** What was sent about each of these pupils on the days of the thread. */
const wordsAbout = async (
  call: Pick<Call, 'stores' | 'academy'>,
  held: readonly Held[],
): Promise<ReadonlyMap<string, SentWords>> => {
  const times = held.map(({ text }) => text.at.slice(0, 10)).toSorted()
  const [from] = times
  const until = times.at(-1)
  if (from === undefined || until === undefined) return new Map()
  const owners = [...new Set(held.map(({ owner }) => owner))]
  const found = await Promise.all(owners.map((owner) => sentWords(call, owner, from, until)))
  return new Map(found.flatMap((words) => [...words]))
}

/** What passed with a contact about children of theirs on these days. What is about somebody else’s child is not in it. */
export const threadWith = async (
  call: Pick<Call, 'stores' | 'academy'>,
  contactId: string,
  days: readonly DayRecord[],
  pupils: Readonly<Record<PupilKey, Pupil>>,
): Promise<readonly ThreadLine[]> => {
  const theirs = (keys: readonly PupilKey[]) => childrenOf(contactId, keys, pupils)
  const held = days
    .flatMap((day) => textsTo(contactId, day))
    .filter(({ owner, text }) => theirs(text.pupils ?? [owner]).length > 0)
  const words = await wordsAbout(call, held)
  const texts = held.map(({ owner, text }): ThreadLine => {
    const sent = words.get(attemptOf(text))
    return {
      what: 'text',
      at: text.at,
      place: `${text.at} 1 ${owner} ${text.kind} ${text.step} ${text.session}`,
      text,
      pupils: theirs(text.pupils ?? [owner]),
      ...(sent === undefined ? {} : { sent }),
    }
  })
  const replies = days
    .flatMap((day) => repliesFrom(contactId, day))
    .map((reply): ThreadLine => {
      const { at, id } = reply
      // What came in stands before what it set off in the same moment.
      return { what: 'reply', at, place: `${at} 0 ${id}`, reply, pupils: theirs(reply.pupils) }
    })
    .filter((line) => line.pupils.length > 0)
  return [...texts, ...replies].toSorted((one, other) => (one.place < other.place ? -1 : 1))
}
