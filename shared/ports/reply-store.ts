import type { Reply } from '../domain/known.ts'
import type { PupilKey } from '../domain/people.ts'
import type { Instant, LocalDate } from '../domain/time.ts'
import type { Act } from './act.ts'

/** Answers of families, by text and on the absence line, and what people make of them. */
export interface ReplyStore {
  keepReply(academy: string, reply: Reply, words: string, act: Act): Promise<'kept' | 'already'>
  /** The words of a reply, for a person entitled to read them. */
  replyWords(academy: string, date: LocalDate, replyId: string): Promise<string | undefined>
  /** Words of a kept reply that came later: the transcript of a message. Its state stands. */
  rewordReply(academy: string, reply: Reply, words: string, act: Act): Promise<void>
  settleReply(academy: string, reply: Reply, state: 'confirmed' | 'dismissed', act: Act): Promise<'settled' | 'already'>
  /** Judges a reply for some of its children; `already` when anybody has judged it since it was read. */
  settleChildren(
    academy: string,
    reply: Reply,
    pupils: readonly PupilKey[],
    state: 'confirmed' | 'dismissed',
    act: Act,
  ): Promise<'settled' | 'already'>
  /** The date on which a carrier's message was first heard: the one given, unless it has been heard before. */
  firstHeard(academy: string, id: string, date: LocalDate): Promise<LocalDate>
  /** The reply with this id has been heard on some day. A moment old. */
  isHeard(academy: string, id: string): Promise<boolean>
  /** Up to when the provider's own list of received texts was compared with what was heard; `undefined` before the first time. */
  seenUntil(academy: string): Promise<Instant | undefined>
  putSeenUntil(academy: string, until: Instant): Promise<void>
}
