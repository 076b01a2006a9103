/**
 * A parent's text comes in. It is kept before anything else happens, and everything after may be done again, so a second delivery or a
 * crash loses nothing and doubles nothing. Rules propose; a person confirms; what cannot be read goes to a person at once.
 */
import type { InboundText } from '../../events/inbound-text.v1.ts'
import { isSchoolDay } from '../../shared/domain/calendar.ts'
import { idOf } from '../../shared/domain/ids.ts'
import type { Reply, ReplyReading } from '../../shared/domain/known.ts'
import { firstName, type Pupil } from '../../shared/domain/people.ts'
import { normalise, readReply } from '../../shared/domain/replies/read-reply.ts'
import type { Task } from '../../shared/domain/task.ts'
import { addMinutes, type Instant, localTime } from '../../shared/domain/time.ts'
import { calendarOf, policyAt } from '../../shared/follow-up/load-known.ts'
import type { Act, Stores } from '../../shared/ports/stores.ts'
import type { Log } from '../../shared/ports/world.ts'
import { findSender, type Sender } from './sender.ts'

export interface HearPorts {
  readonly stores: Stores
  readonly now: Instant
  readonly log: Log
}

/** No academy owns the number: the text stays in the dead letters, where the operator is alarmed. */
export class NoSuchAcademy extends Error {
  override readonly name = 'NoSuchAcademy'
}

const e164 = (number: string): string => (number.startsWith('+') ? number : `+${number}`)

type Need = Pick<Task, 'kind' | 'doers' | 'urgent' | 'why'> & { readonly dueInMinutes: number }

/** What a reading asks of a person. */
const NEEDS: Readonly<Record<ReplyReading['kind'], Need | undefined>> = {
  reason: {
    kind: 'confirm-reply',
    doers: ['office'],
    urgent: false,
    dueInMinutes: 30,
    why: 'A parent answered. Confirm the reason that was read, or change it.',
  },
  coming: {
    kind: 'confirm-reply',
    doers: ['office'],
    urgent: false,
    dueInMinutes: 30,
    why: 'A parent says the child is on the way. Confirm, and look for the child.',
  },
  stop: {
    kind: 'stopped-texts',
    doers: ['office'],
    urgent: true,
    dueInMinutes: 60,
    why: 'A contact has stopped our texts. Ring them about today, and agree another way.',
  },
  danger: {
    kind: 'safeguarding',
    doers: ['dsl'],
    urgent: true,
    dueInMinutes: 10,
    why: 'A reply has words that may mean danger. Read it now.',
  },
  'wrong-number': {
    kind: 'call',
    doers: ['office'],
    urgent: true,
    dueInMinutes: 30,
    why: 'Whoever answered says the number is wrong. Ring the family on another number and correct this one.',
  },
  elsewhere: {
    kind: 'unread',
    doers: ['office'],
    urgent: true,
    dueInMinutes: 15,
    why: 'A parent says the child is somewhere else, or thinks the child is here. Read it and ring.',
  },
  foreign: {
    kind: 'unread',
    doers: ['office'],
    urgent: true,
    dueInMinutes: 15,
    why: 'A reply is in a language we cannot read. Find somebody who can.',
  },
  unclear: {
    kind: 'unread',
    doers: ['office'],
    urgent: false,
    dueInMinutes: 30,
    why: 'A reply could not be read by rules. Read it.',
  },
  empty: {
    kind: 'unread',
    doers: ['office'],
    urgent: false,
    dueInMinutes: 30,
    why: 'A reply holds no words. Ring the family.',
  },
  automatic: undefined,
}

const UNKNOWN: Need = {
  kind: 'unknown-number',
  doers: ['office'],
  urgent: false,
  dueInMinutes: 60,
  why: 'A text came from a number that is no contact’s. Read it; do not answer with anything about a child.',
}
const BARRED: Need = {
  kind: 'safeguarding',
  doers: ['dsl'],
  urgent: true,
  dueInMinutes: 10,
  why: 'A contact who is barred from a child has texted about that child. Nothing was changed. Read it now.',
}

interface Heard {
  readonly reply: Reply
  readonly need: Need | undefined
  /** Children whose calls pause until a person has confirmed. */
  readonly answered: readonly Pupil[]
  readonly stop: string | undefined
}

interface Setting {
  readonly academy: string
  readonly date: string
  readonly policy: Awaited<ReturnType<typeof policyAt>>['version']
  readonly calendar: Awaited<ReturnType<typeof calendarOf>>
}

const isOutOfHours = ({ policy, calendar, date }: Setting, now: Instant): boolean => {
  const { gatesOpen, ends } = policy.policy.day
  const time = localTime(now, policy.policy.zone)
  return !isSchoolDay(calendar, date) || time < gatesOpen || time > ends
}

/** The children a text is about: those it names, else those who are followed up today, else all of the contact's. */
const concerned = async (
  sender: Sender,
  reading: ReplyReading,
  setting: Setting,
  stores: Stores,
): Promise<readonly Pupil[]> => {
  const named = sender.children.filter((pupil) =>
    reading.named.some((name) => normalise(name) === normalise(firstName(pupil))),
  )
  if (named.length > 0) return named
  const cards = await Promise.all(sender.children.map((pupil) => stores.card(setting.academy, setting.date, pupil.key)))
  const missing = sender.children.filter((_, index) => cards[index] !== undefined)
  return missing.length > 0 ? missing : sender.children
}

const hear = async (
  text: InboundText,
  sender: Sender | undefined,
  setting: Setting,
  ports: HearPorts,
): Promise<Heard> => {
  const { policy } = setting.policy
  const everybody = [...(sender?.children ?? []), ...(sender?.barredFrom ?? [])]
  const reading = readReply(text.messageBody, {
    replies: policy.replies,
    today: setting.date,
    calendar: setting.calendar,
    names: everybody.map(firstName),
  })
  const base = {
    id: idOf('r', text.inboundMessageId),
    date: setting.date,
    at: ports.now,
    version: 1,
    reading,
    outOfHours: isOutOfHours(setting, ports.now),
  }
  if (!sender)
    return {
      reply: { ...base, pupils: [], state: 'unread' },
      need: reading.kind === 'danger' ? NEEDS.danger : UNKNOWN,
      answered: [],
      stop: undefined,
    }
  const pupils = await concerned(sender, reading, setting, ports.stores)
  const aboutBarred = sender.barredFrom.some((pupil) => pupils.length === 0 || reading.named.includes(firstName(pupil)))
  const keys = (of: readonly Pupil[]) => of.map((pupil) => pupil.key)
  const { contactId } = sender
  if (aboutBarred)
    return {
      reply: { ...base, contactId, pupils: keys(sender.barredFrom), state: 'unread' },
      need: BARRED,
      answered: [],
      stop: undefined,
    }
  const isAnswer = reading.kind === 'reason' || reading.kind === 'coming'
  return {
    reply: {
      ...base,
      contactId,
      pupils: keys(pupils),
      state: isAnswer ? 'proposed' : reading.kind === 'automatic' ? 'dismissed' : 'unread',
    },
    need: NEEDS[reading.kind],
    answered: isAnswer ? pupils : [],
    stop: reading.kind === 'stop' ? contactId : undefined,
  }
}

const raise = async (
  need: Need,
  reply: Reply,
  setting: Setting,
  ports: HearPorts,
  act: (kind: string, detail: Act['detail']) => Act,
): Promise<void> => {
  const id = idOf(setting.date, need.kind, reply.id)
  const { dueInMinutes, ...what } = need
  const task: Task = {
    ...what,
    id,
    date: setting.date,
    version: 1,
    pupils: reply.pupils,
    about: reply.id,
    raised: ports.now,
    due: addMinutes(ports.now, dueInMinutes),
    state: 'open',
    rule: 'reply',
    clause: 'Response to non-attendance: the reason is recorded by a member of the attendance team',
    pages: {},
  }
  await ports.stores.raiseTask(setting.academy, task, act('task-raised', { task: id, task_kind: need.kind }))
}

/** Pauses calls about children a clear reply is about; an arrival or a reason that a person confirmed stands. */
const pause = async (
  heard: Heard,
  setting: Setting,
  ports: HearPorts,
  act: (kind: string, detail: Act['detail']) => Act,
): Promise<void> => {
  const { reply } = heard
  for (const pupil of heard.answered) {
    const card = await ports.stores.card(setting.academy, setting.date, pupil.key)
    const session = card?.sessions.PM ? 'PM' : 'AM'
    if (card?.sessions[session]?.standing !== 'unexplained') continue
    const { code, until } = reply.reading
    const reason = {
      ...(code === undefined ? {} : { code }),
      by: `parent:${reply.contactId}`,
      via: 'text' as const,
      at: ports.now,
      until: until ?? setting.date,
    }
    const set = { pupil: pupil.key, classId: card.classId, date: setting.date, vulnerable: card.vulnerable }
    const answered = { ...act('absence-answered', { session, reply: reply.id }), pupils: [pupil.key] }
    await ports.stores.setStanding(
      setting.academy,
      set,
      session,
      { standing: 'answered', since: ports.now },
      reason,
      ['reported', 'arrived', 'withdrawn'],
      answered,
    )
  }
}

/** Hears one text. Throws `NoSuchAcademy` when it came to a number that no academy sends from. */
export const hearText = async (text: InboundText, ports: HearPorts): Promise<void> => {
  const academy = await ports.stores.policies.academyOfNumber(e164(text.destinationNumber))
  if (academy === undefined) {
    ports.log.write('REPLY_UNKNOWN_ACADEMY', { function: 'inbound-text' })
    throw new NoSuchAcademy('No academy sends from this number')
  }
  const { version, date } = await policyAt(ports.stores, academy, ports.now)
  const setting: Setting = {
    academy,
    date,
    policy: version,
    calendar: await calendarOf(ports.stores, academy, version.policy),
  }
  const sender = await findSender(ports.stores, academy, e164(text.originationNumber), date)
  const heard = await hear(text, sender, setting, ports)
  const { reply } = heard
  const act = (kind: string, detail: Act['detail']): Act => ({
    at: ports.now,
    by: reply.contactId === undefined ? 'unknown-number' : `parent:${reply.contactId}`,
    kind,
    pupils: reply.pupils,
    policy: version.version,
    look: true,
    ...(detail === undefined ? {} : { detail }),
  })
  const { kind, code, until, because } = reply.reading
  const read = {
    reply: reply.id,
    reading: kind,
    because,
    ...(code === undefined ? {} : { code }),
    ...(until === undefined ? {} : { until }),
  }
  await ports.stores.keepReply(academy, reply, text.messageBody, act('reply-kept', read))
  if (heard.stop !== undefined)
    await ports.stores.putStop(academy, heard.stop, act('texts-stopped', { contact: heard.stop }))
  await pause(heard, setting, ports, act)
  if (heard.need) await raise(heard.need, reply, setting, ports, act)
  ports.log.write('REPLY_KEPT', { academy, reading: kind })
}
