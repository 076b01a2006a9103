/** What a text is: who it is about, how it was read, what it asks of a person. Decides; changes nothing. */
import type { InboundText } from '../../events/inbound-text.v1.ts'
import { type Calendar, type Closure, closedCode } from '../../shared/domain/calendar.ts'
import { idOf } from '../../shared/domain/ids.ts'
import type { Reply, ReplyReading } from '../../shared/domain/known.ts'
import type { Pupil, StoppedTexts } from '../../shared/domain/people.ts'
import { readReply } from '../../shared/domain/replies/read-reply.ts'
import { type Instant, type LocalDate, localTime } from '../../shared/domain/time.ts'
import type { Sender } from '../../shared/inbound/sender.ts'
import type { PolicyVersion, Stores } from '../../shared/ports/stores.ts'
import { ANOTHER_DAY, BARRED, NEEDS, type Need, NO_CHILD_HERE, NOT_ENTITLED, UNKNOWN } from './needs.ts'

export interface Setting {
  readonly academy: string
  readonly date: LocalDate
  readonly now: Instant
  readonly version: PolicyVersion
  readonly calendar: Calendar
  readonly closures: readonly Closure[]
}

export interface Heard {
  readonly reply: Reply
  readonly need: Need | undefined
  /** Children whose calls pause until a person has confirmed. */
  readonly answered: readonly Pupil[]
  /** Contacts whom no text may go to any more, at this number. */
  readonly stopped: readonly Pick<StoppedTexts, 'contactId' | 'because'>[]
}

/** Nobody is at school to be paged: before and after the day, on days that are not school, and while the school is closed. */
export const isOutOfHours = ({ version, calendar, closures, date, now }: Setting): boolean => {
  const { gatesOpen, pmOpens, ends } = version.policy.day
  const time = localTime(now, version.policy.zone)
  if (time < gatesOpen || time > ends) return true
  return closedCode(calendar, closures, date, time < pmOpens ? 'AM' : 'PM') !== undefined
}

const namesOf = ({ forename, preferredName }: Pupil): readonly string[] =>
  preferredName ? [preferredName, forename] : [forename]

interface Concerned {
  readonly pupils: readonly Pupil[]
  /** Children the sender is barred from, whom the text may be about. */
  readonly barred: readonly Pupil[]
}

/** The children a text is about: those it names, else those who are followed up today, else all of the contact's. */
const concernedIn = async (
  sender: Sender,
  reading: ReplyReading,
  setting: Setting,
  stores: Stores,
): Promise<Concerned> => {
  const isNamed = (pupil: Pupil) => namesOf(pupil).some((name) => reading.named.includes(name))
  const named = sender.children.filter(isNamed)
  const namedBarred = sender.barredFrom.filter(isNamed)
  if (named.length + namedBarred.length > 0) return { pupils: named, barred: namedBarred }
  const missing = async (of: readonly Pupil[]) => {
    const cards = await Promise.all(of.map((pupil) => stores.card(setting.academy, setting.date, pupil.key)))
    return of.filter((_, index) => cards[index] !== undefined)
  }
  const pupils = await missing(sender.children)
  const barred = await missing(sender.barredFrom)
  if (sender.children.length === 0) return { pupils: [], barred: sender.barredFrom }
  return { pupils: pupils.length > 0 ? pupils : sender.children, barred }
}

/** What the text asks of a person, and whether it answers for its children. */
const judge = (
  reading: ReplyReading,
  sender: Sender,
  { pupils }: Concerned,
  date: LocalDate,
): { readonly need: Need | undefined; readonly isAnswer: boolean } => {
  const speaks = reading.kind === 'reason' || reading.kind === 'coming'
  if (!speaks) return { need: NEEDS[reading.kind], isAnswer: false }
  if (pupils.length === 0) return { need: NO_CHILD_HERE, isAnswer: false }
  if (pupils.some((pupil) => sender.notTheirs.includes(pupil))) return { need: NOT_ENTITLED, isAnswer: false }
  if (reading.from !== undefined && reading.from > date) return { need: ANOTHER_DAY, isAnswer: false }
  return { need: NEEDS[reading.kind], isAnswer: true }
}

/** Of everybody who has the number, one who is a contact of these children. */
export const speakerFor = (sender: Sender, pupils: readonly Pupil[]): string =>
  sender.contactIds.find((id) => pupils.some((pupil) => pupil.contacts.some((each) => each.contactId === id))) ??
  sender.contactId

/** Hears a text. A barred sender's words never count for the child they are barred from; STOP is honoured whoever sends it. */
export const hear = async (
  text: InboundText,
  sender: Sender | undefined,
  setting: Setting,
  stores: Stores,
): Promise<Heard> => {
  const reading = readReply(text.messageBody, {
    replies: setting.version.policy.replies,
    today: setting.date,
    calendar: setting.calendar,
    names: [...(sender?.children ?? []), ...(sender?.barredFrom ?? [])].flatMap(namesOf),
  })
  const base = {
    id: idOf('r', text.inboundMessageId),
    date: setting.date,
    at: setting.now,
    version: 1,
    reading,
    outOfHours: isOutOfHours(setting),
  }
  if (!sender) {
    const need = reading.kind === 'danger' ? NEEDS.danger : UNKNOWN
    return { reply: { ...base, pupils: [], state: 'unread' }, need, answered: [], stopped: [] }
  }
  const concerned = await concernedIn(sender, reading, setting, stores)
  const because = reading.kind === 'stop' || reading.kind === 'wrong-number' ? reading.kind : undefined
  const stopped = because === undefined ? [] : sender.contactIds.map((contactId) => ({ contactId, because }))
  const about = (pupils: readonly Pupil[], state: Reply['state']): Reply => ({
    ...base,
    contactId: speakerFor(sender, pupils),
    pupils: pupils.map((pupil) => pupil.key),
    state,
  })
  if (reading.kind === 'automatic' || reading.kind === 'start')
    return { reply: about(concerned.pupils, 'dismissed'), need: undefined, answered: [], stopped }
  if (concerned.barred.length > 0)
    return { reply: about(concerned.barred, 'unread'), need: BARRED, answered: [], stopped }
  const { need, isAnswer } = judge(reading, sender, concerned, setting.date)
  return {
    reply: about(concerned.pupils, isAnswer ? 'proposed' : 'unread'),
    need,
    answered: isAnswer ? concerned.pupils : [],
    stopped,
  }
}
