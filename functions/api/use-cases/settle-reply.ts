/** The office judges a reply: only the school authorises, whatever a rule read in a text. */
import type { z } from 'zod'
import type { ConfirmBody } from '../../../events/api/office.ts'
import type { Code } from '../../../shared/domain/codes.ts'
import type { Reply } from '../../../shared/domain/known.ts'
import type { PupilKey } from '../../../shared/domain/people.ts'
import { ok, type Result, refused } from '../../../shared/domain/result.ts'
import type { TaskKind } from '../../../shared/domain/task.ts'
import { addDays } from '../../../shared/domain/time.ts'
import type { Call } from '../call.ts'
import { setCard } from './card-first.ts'
import { refuseCode } from './may-give.ts'
import { refuseSpeaker } from './refuse-speaker.ts'
import { senderOf } from './reply-sender.ts'
import { reportAbsence } from './report-absence.ts'

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

/** Settles the reply, and ends what was asked of people about it, on whatever day it was asked. */
const settle = async (
  call: Call,
  reply: Reply,
  state: 'confirmed' | 'dismissed',
  detail: Readonly<Record<string, unknown>>,
): Promise<void> => {
  const about = { reply: reply.id, ...detail }
  await call.stores.settleReply(
    call.academy,
    reply,
    state,
    call.act(`reply-${state}`, { pupils: reply.pupils, detail: about, look: true }),
  )
  const { tasks } = await call.stores.open(call.academy)
  for (const task of tasks.filter((each) => each.about === reply.id && ASKS_TO_READ.includes(each.kind))) {
    const outcome = { what: `the reply was ${state}`, by: call.caller.sub, at: call.now }
    const act = call.act('task-done', { pupils: task.pupils, detail: { task: task.id, task_kind: task.kind } })
    await call.stores.endTask(call.academy, task, 'done', outcome, act)
  }
}

const refuseSettled = (reply: Reply): Result<never> | undefined =>
  reply.state === 'confirmed' || reply.state === 'dismissed'
    ? refused('already', `The reply was ${reply.state} already.`, 'Look at the list again.')
    : undefined

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

/** Confirms a reply: the children's absence is reported in the parent's own words, with the school's code. */
export const confirmReply = async (
  call: Call,
  reply: Reply,
  body: z.output<typeof ConfirmBody>,
): Promise<Result<{ code: Code | null; coveredUntil: string }>> => {
  const settled = refuseSettled(reply)
  if (settled) return settled
  const unknown = reply.contactId === undefined ? refuseSpeaker('unknown') : undefined
  if (unknown) return unknown
  const keys = body.pupils
    ? await Promise.all(body.pupils.map((id) => call.stores.roll.keyOf(call.academy, id)))
    : reply.pupils
  const about = reply.pupils.filter((pupil) => keys.includes(pupil))
  if (about.length === 0)
    return refused(
      'no-pupils',
      'The reply is about none of these pupils.',
      'Name pupils it is about, or dismiss it.',
      'pupils',
    )
  const children = Object.values(await call.stores.roll.pupils(call.academy, reply.pupils))
  const pupils = children.filter((pupil) => about.includes(pupil.key))
  const notEntitled = refuseSpeaker(senderOf(reply, { children, about: pupils }, call.date))
  if (notEntitled) return notEntitled
  const { code: read } = reply.reading
  // A rule's reading grants no leave: the child is accounted for, and the Head or the lead still owes the code.
  const code = body.code ?? (read && !refuseCode(call, read) ? read : undefined)
  const until = body.until ?? reply.reading.until
  let coveredUntil = call.date
  for (const pupil of pupils) {
    const reported = await reportAbsence(call, pupil, {
      from: reply.reading.from ?? reply.date,
      reason: reply.reading.because.join(', ') || 'confirmed by the office',
      reportedBy: reply.contactId ?? 'unknown',
      via: reply.via ?? 'text',
      ...(code === undefined ? {} : { code }),
      ...(until === undefined ? {} : { until }),
    })
    if (!reported.ok) return reported
    coveredUntil = reported.value.coveredUntil
  }
  const others = reply.pupils.filter((pupil) => !about.includes(pupil))
  await missingAgain(call, others, 'the reply was confirmed for another child')
  await settle(call, reply, 'confirmed', { ...(code === undefined ? {} : { code }), coveredUntil })
  return ok({ code: (code as Code | undefined) ?? null, coveredUntil })
}

/** Dismisses a reply: it was no answer, and the children are missing again. */
export const dismissReply = async (
  call: Call,
  reply: Reply,
  because: string,
): Promise<Result<{ id: string; state: string }>> => {
  const settled = refuseSettled(reply)
  if (settled) return settled
  await missingAgain(call, reply.pupils, because)
  await settle(call, reply, 'dismissed', { because })
  return ok({ id: reply.id, state: 'dismissed' })
}
