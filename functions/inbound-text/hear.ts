/** What a text is: who it is about, how it was read, what it asks of a person. Decides; changes nothing. */
import type { InboundText } from '../../events/inbound-text.v1.ts'
import { closedCode } from '../../shared/domain/calendar.ts'
import { idOf } from '../../shared/domain/ids.ts'
import type { Reply } from '../../shared/domain/known.ts'
import { e164 } from '../../shared/domain/number.ts'
import type { Pupil, PupilKey, StoppedTexts } from '../../shared/domain/people.ts'
import { readReply } from '../../shared/domain/replies/read-reply.ts'
import { localTime } from '../../shared/domain/time.ts'
import type { Sender } from '../../shared/inbound/sender.ts'
import type { Stores } from '../../shared/ports/stores.ts'
import { concernedIn, namesOf } from './concerned.ts'
import { type Judged, judge } from './judge.ts'
import { BARRED, NEEDS, type Need, NO_CHILD_HERE, NOT_ENTITLED, UNKNOWN } from './needs.ts'
import type { Setting } from './setting.ts'

export interface Asked {
  readonly need: Need
  readonly pupils: readonly PupilKey[]
}

export interface Heard {
  readonly reply: Reply
  /** What is asked of a person, about which of its children. */
  readonly needs: readonly Asked[]
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

/** Of everybody who has the number, one who is a contact of these children. */
export const speakerFor = (sender: Sender, pupils: readonly Pupil[]): string =>
  sender.contactIds.find((id) => pupils.some((pupil) => pupil.contacts.some((each) => each.contactId === id))) ??
  sender.contactId

const asking = (need: Need | undefined, pupils: readonly Pupil[]): readonly Asked[] =>
  need === undefined ? [] : [{ need, pupils: pupils.map((pupil) => pupil.key) }]

/** Children of whom the same is asked of a person, in one task. */
const askedTogether = (judged: readonly Judged[]): readonly Asked[] =>
  [...new Set(judged.map(({ need }) => need))].flatMap((need) =>
    asking(
      need,
      judged.filter((each) => each.need === need).map(({ pupil }) => pupil),
    ),
  )

const isOneReading = (judged: readonly Judged[]): boolean =>
  new Set(judged.map(({ reading: { named: _, ...reading } }) => JSON.stringify(reading))).size === 1

/** What is kept of each child where the reply says different things of them. */
const byChild = (judged: readonly Judged[]): Pick<Reply, 'readings' | 'unread'> => {
  const unread = judged.filter(({ isProposed }) => !isProposed).map(({ pupil }) => pupil.key)
  return {
    ...(isOneReading(judged)
      ? {}
      : { readings: Object.fromEntries(judged.map(({ pupil, reading }) => [pupil.key, reading])) }),
    ...(unread.length > 0 && unread.length < judged.length ? { unread } : {}),
  }
}

/** Hears a text. A barred sender's words never count for the child they are barred from; STOP is honoured whoever sends it. */
export const hear = async (
  text: InboundText,
  sender: Sender | undefined,
  setting: Setting,
  stores: Stores,
): Promise<Heard> => {
  const context = {
    policy: setting.version.policy,
    today: setting.date,
    calendar: setting.calendar,
    names: [...(sender?.children ?? []), ...(sender?.barredFrom ?? [])].flatMap(namesOf),
  }
  const reading = readReply(text.messageBody, context)
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
    const stranger = await stores.roll.hashOf(e164(text.originationNumber))
    const reply: Reply = { ...base, stranger, pupils: [], state: 'unread' }
    return { reply, needs: asking(need, []), answered: [], stopped: [] }
  }
  const concerned = await concernedIn(sender, reading.named, setting, stores)
  const because = reading.kind === 'stop' || reading.kind === 'wrong-number' ? reading.kind : undefined
  const stopped = because === undefined ? [] : sender.contactIds.map((contactId) => ({ contactId, because }))
  const about = (pupils: readonly Pupil[], state: Reply['state']): Reply => ({
    ...base,
    contactId: speakerFor(sender, pupils),
    pupils: pupils.map((pupil) => pupil.key),
    state,
  })
  const asked = (pupils: readonly Pupil[], need: Need | undefined): Heard => ({
    reply: about(pupils, 'unread'),
    needs: asking(need, pupils),
    answered: [],
    stopped,
  })
  if (reading.kind === 'automatic' || reading.kind === 'start')
    return { reply: about(concerned.pupils, 'dismissed'), needs: [], answered: [], stopped }
  if (concerned.barred.length > 0) return asked(concerned.barred, BARRED)
  const speaks = reading.kind === 'reason' || reading.kind === 'coming'
  if (concerned.pupils.length === 0) return asked([], speaks ? NO_CHILD_HERE : NEEDS[reading.kind])
  if (speaks && concerned.pupils.some((pupil) => sender.notTheirs.includes(pupil)))
    return asked(concerned.pupils, NOT_ENTITLED)
  const judged = await judge(text, reading, sender, concerned, context, setting, stores)
  const isProposed = judged.some((each) => each.isProposed)
  const reply = about(
    judged.map(({ pupil }) => pupil),
    isProposed ? 'proposed' : 'unread',
  )
  const [first] = judged
  return {
    reply: { ...reply, reading: isOneReading(judged) && first ? first.reading : reading, ...byChild(judged) },
    needs: askedTogether(judged),
    answered: judged.filter(({ pauses }) => pauses).map(({ pupil }) => pupil),
    stopped,
  }
}
