/** What a text says of each child, and what that asks of a person. Brothers and sisters are judged each by themselves. */
import type { InboundText } from '../../events/inbound-text.v1.ts'
import type { ReplyReading } from '../../shared/domain/known.ts'
import type { Pupil } from '../../shared/domain/people.ts'
import { readForEach } from '../../shared/domain/replies/each-child.ts'
import type { ReplyContext } from '../../shared/domain/replies/read-reply.ts'
import { dayMeant, type Moment } from '../../shared/domain/replies/which-day.ts'
import { localDate } from '../../shared/domain/time.ts'
import type { Sender } from '../../shared/inbound/sender.ts'
import type { Stores } from '../../shared/ports/stores.ts'
import { type Concerned, namesOf } from './concerned.ts'
import { momentOf, type Presence, presenceOf } from './moment.ts'
import {
  ANOTHER_DAY,
  CAME_IN,
  CAME_LATE,
  EARLIER_DAY,
  MARKED_PRESENT,
  NEEDS,
  type Need,
  NO_SCHOOL_TODAY,
} from './needs.ts'
import type { Setting } from './setting.ts'

export interface Judged {
  readonly pupil: Pupil
  readonly reading: ReplyReading
  readonly need: Need | undefined
  /** It answers for the child on some day, and waits for a person to confirm it. */
  readonly isProposed: boolean
  /** It answers for today: calls pause meanwhile. */
  readonly pauses: boolean
}

const unread = (pupil: Pupil, reading: ReplyReading, need: Need | undefined): Judged => ({
  pupil,
  reading,
  need,
  isProposed: false,
  pauses: false,
})

const ofDay = (
  pupil: Pupil,
  reading: ReplyReading,
  day: string | undefined,
  { today }: Moment,
  presence: Presence,
): Judged => {
  if (day === undefined) return unread(pupil, reading, NO_SCHOOL_TODAY)
  if (day > today) return unread(pupil, reading, ANOTHER_DAY)
  if (day < today) {
    const then = { ...reading, from: day, until: day, confidence: 'low' } as const
    return { pupil, reading: then, need: EARLIER_DAY, isProposed: true, pauses: false }
  }
  if (presence === 'marked' && reading.kind === 'reason') return unread(pupil, reading, MARKED_PRESENT)
  if (presence !== undefined) return unread(pupil, reading, CAME_IN)
  return { pupil, reading, need: NEEDS[reading.kind], isProposed: true, pauses: true }
}

/** Sent on an earlier day and held up on its way: its "today" is not ours. */
const isLate = ({ sentAt }: InboundText, { date, version }: Setting): boolean =>
  sentAt !== undefined && localDate(sentAt, version.policy.zone) < date

/** Judges a text for each child it is about. A text that names nobody is about those whose text it answers. */
export const judge = async (
  text: InboundText,
  whole: ReplyReading,
  sender: Sender,
  { pupils, isNamed }: Concerned,
  context: ReplyContext,
  setting: Setting,
  stores: Stores,
): Promise<readonly Judged[]> => {
  const named = isNamed ? pupils.map((pupil) => ({ key: pupil.key, names: namesOf(pupil) })) : []
  const readings = readForEach(text.messageBody, whole, named, context)
  const each = await Promise.all(
    pupils.map(async (pupil) => {
      const reading = readings?.[pupil.key] ?? whole
      if (isLate(text, setting)) return { day: setting.date, judged: unread(pupil, reading, CAME_LATE) }
      if (reading.kind !== 'reason' && reading.kind !== 'coming')
        return { day: setting.date, judged: unread(pupil, reading, NEEDS[reading.kind]) }
      const [moment, presence] = await Promise.all([
        momentOf(text, pupil, sender, setting, stores),
        presenceOf(pupil, setting, stores),
      ])
      const day = dayMeant(text.messageBody, reading, moment)
      return { day, judged: ofDay(pupil, reading, day, moment, presence) }
    }),
  )
  const isEarlier = ({ day }: { readonly day: string | undefined }) => day !== undefined && day < setting.date
  const meant = !isNamed && each.some(isEarlier) ? each.filter(isEarlier) : each
  return meant.map(({ judged }) => judged)
}
