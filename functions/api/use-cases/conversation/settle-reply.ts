/** The office judges a reply: only the school authorises, whatever a rule read in a text. */
import type { z } from 'zod'
import type { ConfirmBody, DismissBody } from '../../../../events/api/office.ts'
import { standingNow } from '../../../../shared/domain/absence.ts'
import type { Code } from '../../../../shared/domain/codes.ts'
import type { Reply } from '../../../../shared/domain/known.ts'
import type { Pupil, PupilKey } from '../../../../shared/domain/people.ts'
import { proposalsOf, settledFor, unsettledIn } from '../../../../shared/domain/replies/proposals.ts'
import { ok, type Result, refused } from '../../../../shared/domain/result.ts'
import type { Task, TaskKind } from '../../../../shared/domain/task.ts'
import { addDays } from '../../../../shared/domain/time.ts'
import type { Call } from '../../call.ts'
import { explainEarlier } from '../absences/explain-earlier.ts'
import { recordAbsence } from '../absences/record-absence.ts'
import { setCard } from '../office/card-first.ts'
import { refuseCode } from '../registers/may-give.ts'
import { refuseSpeaker } from './refuse-speaker.ts'
import { senderOf } from './reply-sender.ts'

/** How many days back a reply may still be judged: over a long weekend. */
const DAYS_BACK = 4

/** Tasks that are done once the reply is judged; a call or a safeguarding matter that it raised goes on. */
const ASKS_TO_READ: readonly TaskKind[] = ['confirm-reply', 'unread']

/** A report about a day to come is kept in that day, which the task that asks to confirm it knows. */
const findAhead = async (call: Call, id: string): Promise<Reply | undefined> => {
  const { tasks } = await call.stores.open(call.academy)
  const ahead = tasks.find((task) => task.about === id && task.date > call.date)
  if (ahead === undefined) return undefined
  const { replies } = await call.stores.day(call.academy, ahead.date)
  return replies.find((reply) => reply.id === id)
}

/** A reply of today or of the last days: what came in last night or over a weekend is judged in the morning. */
export const findReply = async (call: Call, id: string): Promise<Reply | undefined> => {
  for (let back = 0; back <= DAYS_BACK; back++) {
    const { replies } = await call.stores.day(call.academy, addDays(call.date, -back))
    const found = replies.find((reply) => reply.id === id)
    if (found) return found
  }
  return findAhead(call, id)
}

/** Settles the reply for these children, and ends what was asked of people about them, on whatever day it was asked. */
const settle = async (
  call: Call,
  reply: Reply,
  pupils: readonly PupilKey[],
  state: 'confirmed' | 'dismissed',
  detail: Readonly<Record<string, unknown>>,
): Promise<Result<Reply['state']>> => {
  const act = call.act(`reply-${state}`, { pupils, detail: { reply: reply.id, ...detail }, look: true })
  const settled = await call.stores.settleChildren(call.academy, reply, pupils, state, act)
  if (settled === 'already')
    return refused('already', 'Somebody else has judged the reply meanwhile.', 'Look at the list again.')
  const next = settledFor(reply, pupils, state)
  const isOver = (task: Task) =>
    next.state === 'confirmed' ||
    next.state === 'dismissed' ||
    (task.pupils.length > 0 && task.pupils.every((pupil) => next.settled[pupil] !== undefined))
  const { tasks } = await call.stores.open(call.academy)
  const asked = tasks.filter((each) => each.about === reply.id && ASKS_TO_READ.includes(each.kind))
  for (const task of asked.filter(isOver)) {
    const outcome = { what: `the reply was ${state}`, by: call.caller.sub, at: call.now }
    const done = call.act('task-done', { pupils: task.pupils, detail: { task: task.id, task_kind: task.kind } })
    await call.stores.endTask(call.academy, task, 'done', outcome, done)
  }
  return ok(next.state)
}

const refuseSettled = (reply: Reply): Result<never> | undefined =>
  reply.state === 'confirmed' || reply.state === 'dismissed'
    ? refused('already', `The reply was ${reply.state} already.`, 'Look at the list again.')
    : undefined

/** The children named of those nobody has judged yet; all of them when none is named. */
const meantIn = async (
  call: Call,
  reply: Reply,
  named: readonly string[] | undefined,
): Promise<Result<readonly PupilKey[]>> => {
  const left = unsettledIn(reply)
  if (named === undefined) return ok(left)
  const keys = await Promise.all(named.map((id) => call.stores.roll.keyOf(call.academy, id)))
  if (!reply.pupils.some((pupil) => keys.includes(pupil)))
    return refused(
      'no-pupils',
      'The reply is about none of these pupils.',
      'Name pupils it is about, or dismiss it.',
      'pupils',
    )
  const meant = left.filter((pupil) => keys.includes(pupil))
  return meant.length > 0
    ? ok(meant)
    : refused('already', 'The reply has been judged for these pupils already.', 'Look at the list again.')
}

/** Children for whom the reply was no answer after all: their follow-up goes on. */
const missingAgain = async (call: Call, pupils: readonly PupilKey[], because: string): Promise<void> => {
  for (const pupil of pupils) {
    const card = await call.stores.card(call.academy, call.date, pupil)
    for (const session of ['AM', 'PM'] as const) {
      if (card?.sessions[session]?.standing !== 'answered') continue
      const act = call.act('absence-unexplained', { pupils: [pupil], detail: { session, because } })
      await setCard(
        call,
        card,
        session,
        { date: call.date, standing: 'unexplained', since: call.now, unless: ['arrived', 'reported'] },
        act,
      )
    }
  }
}

type Confirmed = { readonly state: Reply['state']; readonly code: Code | null; readonly coveredUntil: string }

/** What the family wrote. A call has an account instead, which is ours: its reason is what was read of it. */
const inTheirWords = async (call: Call, { date, id, via }: Reply, reason: string): Promise<string> =>
  (via === 'line' ? undefined : await call.stores.replyWords(call.academy, date, id)) || reason

/** One child's part of a reply: what the school says of it, else what was read. */
const report = async (
  call: Call,
  pupil: Pupil,
  reply: Reply,
  body: z.output<typeof ConfirmBody>,
): Promise<Result<{ readonly code: Code | undefined; readonly coveredUntil: string }>> => {
  const { reading = reply.reading } = proposalsOf(reply).find((each) => each.pupil === pupil.key) ?? {}
  const { code: read } = reading
  // A rule's reading grants no leave: the child is accounted for, and the Head or the lead still owes the code.
  const code = body.code ?? (read && !refuseCode(call, read) ? read : undefined)
  const from = body.from ?? reading.from ?? reply.date
  const until = body.until ?? (body.from === undefined ? reading.until : undefined)
  const card = await call.stores.card(call.academy, call.date, pupil.key)
  // The child has come in since: what is left of today is not excused by what was said before.
  if (card && standingNow(card) === 'arrived' && (until ?? from) === call.date)
    return ok({ code: undefined, coveredUntil: call.date })
  const reason = reading.because.join(', ') || 'confirmed by the office'
  const reported = await recordAbsence(call, pupil, {
    from,
    reason,
    reportedBy: reply.contactId ?? 'unknown',
    via: reply.via ?? 'text',
    ...(code === undefined ? {} : { code }),
    ...(until === undefined ? {} : { until }),
  })
  if (!reported.ok) return reported
  const words = await inTheirWords(call, reply, reason)
  await explainEarlier(call, pupil, { from, until: until ?? from, words }, reported.value.code)
  return ok({ code: reported.value.code, coveredUntil: reported.value.coveredUntil })
}

/** Confirms a reply: the children's absence is reported in the parent's own words, with the school's code. */
export const confirmReply = async (
  call: Call,
  reply: Reply,
  body: z.output<typeof ConfirmBody>,
): Promise<Result<Confirmed>> => {
  const settled = refuseSettled(reply)
  if (settled) return settled
  const unknown = reply.contactId === undefined ? refuseSpeaker('unknown') : undefined
  if (unknown) return unknown
  const about = await meantIn(call, reply, body.pupils)
  if (!about.ok) return about
  const children = Object.values(await call.stores.roll.pupils(call.academy, reply.pupils))
  const pupils = children.filter((pupil) => about.value.includes(pupil.key))
  const notEntitled = refuseSpeaker(senderOf(reply, { children, about: pupils }, call.date))
  if (notEntitled) return notEntitled
  let given: Pick<Confirmed, 'code' | 'coveredUntil'> = { code: null, coveredUntil: call.date }
  for (const pupil of pupils) {
    const reported = await report(call, pupil, reply, body)
    if (!reported.ok) return reported
    given = { code: reported.value.code ?? null, coveredUntil: reported.value.coveredUntil }
  }
  // One thing was said of all of them: confirmed for some, it was not said of the others. Read for each, the others wait.
  const others = unsettledIn(reply).filter((pupil) => !about.value.includes(pupil))
  const isForAll = reply.readings === undefined && reply.unread === undefined
  if (isForAll) await missingAgain(call, others, 'the reply was confirmed for another child')
  const state = await settle(call, reply, about.value, 'confirmed', {
    ...(given.code === null ? {} : { code: given.code }),
    coveredUntil: given.coveredUntil,
  })
  if (!state.ok) return state
  if (!isForAll || others.length === 0) return ok({ state: state.value, ...given })
  const rest = { ...reply, ...settledFor(reply, about.value, 'confirmed'), version: reply.version + 1 }
  const all = await settle(call, rest, others, 'dismissed', { because: 'confirmed for another child' })
  return all.ok ? ok({ state: all.value, ...given }) : all
}

/** Dismisses a reply: it was no answer, and the children are missing again. */
export const dismissReply = async (
  call: Call,
  reply: Reply,
  { because, pupils }: z.output<typeof DismissBody>,
): Promise<Result<{ id: string; state: string }>> => {
  const settled = refuseSettled(reply)
  if (settled) return settled
  const about = await meantIn(call, reply, pupils)
  if (!about.ok) return about
  await missingAgain(call, about.value, because)
  const state = await settle(call, reply, about.value, 'dismissed', { because })
  return state.ok ? ok({ id: reply.id, state: state.value }) : state
}
