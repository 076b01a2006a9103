/** A family says why a child is or will be away. Only the school authorises: a code is given by the office, or later. */
import type { z } from 'zod'
import type { AbsenceBody } from '../../../../events/api/registers.ts'
import type { Reason, Via } from '../../../../shared/domain/absence.ts'
import { isSchoolDay, nextSchoolDay, schoolDaysAfter } from '../../../../shared/domain/calendar.ts'
import { CODES, type Code, isReason, type Session } from '../../../../shared/domain/codes.ts'
import { isVulnerable } from '../../../../shared/domain/facts.ts'
import { idOf } from '../../../../shared/domain/ids.ts'
import { noteOf } from '../../../../shared/domain/known-absence.ts'
import { markedAgain } from '../../../../shared/domain/mark-again.ts'
import { checkMark, misfitOf } from '../../../../shared/domain/mark-check.ts'
import type { Pupil } from '../../../../shared/domain/people.ts'
import type { Mark } from '../../../../shared/domain/register.ts'
import { ok, type Result, refused } from '../../../../shared/domain/result.ts'
import { calendarOf } from '../../../../shared/follow-up/load-known.ts'
import type { Call } from '../../call.ts'
import { refuseNamed } from '../conversation/refuse-speaker.ts'
import { setCard } from '../office/card-first.ts'
import { changeMark } from '../registers/change-mark.ts'
import { mayGrant, refuseCode } from '../registers/may-give.ts'
import { placeOf, seenMissing } from '../registers/register-of.ts'
import { type AbsenceMatter, raiseAbsenceTask } from './absence-tasks.ts'

export type ReportBody = z.output<typeof AbsenceBody>

export interface ReportedAbsence {
  /** Takes it back when it was entered by mistake. */
  readonly id: string
  readonly from: string
  /** The last date Firstbell will not ask about; earlier than reported where the policy's cover ends. */
  readonly coveredUntil: string
  readonly code?: Code
}

/** Illness and the unknown run out of cover, whoever says so. */
const RUNS_OUT: readonly Code[] = ['I', 'O', 'G']

/**
 * School days of a suspension before other education must be in place.
 * Source: Education and Inspections Act 2006, section 100; SI 2007/1870: from the sixth school day.
 */
const SUSPENDED_WITHOUT = 5
const PROVISION =
  'The suspension is longer than five school days: from the sixth the child must have other education. Arrange it and give B, K or D from then; E stands only where there is none.'

/** Leave, appointments, days of religious observance: the Head or the lead decides them for their whole length, the office to the cover. */
const isLeave = (code: Code): boolean => CODES[code].category === 'authorised'

const isVia = (via: string, allowed: readonly Via[]): via is Via => allowed.some((each) => each === via)

const readVia = (call: Call, via: string): Result<Via> => {
  const { via: allowed, refuses } = call.policy.reporting
  const sentence = Object.hasOwn(refuses, via) ? refuses[via] : undefined
  if (sentence !== undefined)
    return refused('via-refused', sentence, 'Ask the family to ring the office, then record the call.', 'via')
  return isVia(via, allowed)
    ? ok(via)
    : refused(
        'via-unknown',
        'That is not a way in which this school takes reasons.',
        `Use ${allowed.join(', ')}.`,
        'via',
      )
}

/**
 * The sessions of today that the report speaks of and that have begun. Later ones follow from what is then known ahead; the morning
 * is looked back on only where the pupil was missing then.
 */
const sessionsToday = async (call: Call, pupil: Pupil, body: ReportBody): Promise<readonly Session[]> => {
  if (body.from > call.date || call.date > (body.until ?? body.from)) return []
  const spoken = body.sessions ?? ['AM', 'PM']
  if (call.time < call.policy.day.pmOpens) return spoken.filter((session) => session === 'AM')
  const card = await call.stores.card(call.academy, call.date, pupil.key)
  return spoken.filter((session) => session === 'PM' || card?.sessions.AM !== undefined)
}

/** One record for each beginning and each choice of sessions: the same said again corrects it, a word without a code undoes no decision. */
const knownId = (pupil: Pupil, body: ReportBody, code: Code | undefined): string =>
  idOf(code === undefined ? 'r' : 'a', pupil.key, body.from, ...(body.sessions?.length === 1 ? body.sessions : []))

/** The N that stands becomes the reason's code: after the close also in the register of a class that the pupil has left today. */
const giveCode = async (
  call: Call,
  pupil: Pupil,
  session: Session,
  given: Mark & { readonly source: 'office' },
): Promise<void> => {
  const change = async (of: Pupil) => {
    const seen = await seenMissing(call, of, call.date, session)
    return changeMark(call, {
      date: call.date,
      session,
      pupil: of,
      without: 'nothing',
      ...(seen ? { seen } : {}),
      to: (was) => (was?.code === 'N' ? markedAgain(was, given) : undefined),
      act: (was, now) =>
        call.act('mark-amended', {
          pupils: [pupil.key],
          detail: { session, was: was?.code, now: now?.code, because: 'reported' },
        }),
    })
  }
  if (pupil.moved === call.date) {
    await change((await placeOf(call, pupil, call.date, session)).pupil)
    return
  }
  const register = await change(pupil)
  if (register?.marks[pupil.key] !== undefined || call.time < call.policy.day.amCloses) return
  const { pupil: then } = await placeOf(call, pupil, call.date, session)
  if (then.classId !== pupil.classId) await change(then)
}

/** Records one absence with one reason. Recorded twice it is once; a correction of the dates replaces what was known. */
export const reportAbsence = async (call: Call, pupil: Pupil, body: ReportBody): Promise<Result<ReportedAbsence>> => {
  const via = readVia(call, body.via)
  if (!via.ok) return via
  const notEntitled = refuseNamed(pupil, body.reportedBy, call.date, 'reportedBy')
  if (notEntitled) return notEntitled
  const calendar = await calendarOf(call.stores, call.academy, call.policy)
  const until = body.until ?? body.from
  let code: Code | undefined
  if (body.code !== undefined) {
    const note = body.note ?? body.reason
    const checked = checkMark({ code: body.code, note }, pupil, {
      date: body.from,
      session: 'AM',
      today: body.from > call.date ? body.from : call.date,
      closed: undefined,
    })
    if (!checked.ok) return checked
    if (!isReason(checked.value))
      return refused(
        'not-a-reason',
        `${checked.value} is not a reason for an absence.`,
        'Give the code of the reason, or leave the code out until the school has decided.',
        'code',
      )
    // A code that fits on the first day may not fit on the last: X ends when the child is of compulsory school age.
    const misfit = misfitOf(checked.value, pupil, until)
    if (misfit && !misfit.ok) return { ok: false, refusal: { ...misfit.refusal, at: 'until' } }
    const refusal = refuseCode(call, checked.value)
    if (refusal) return { ok: false, refusal }
    code = checked.value
  }
  const first = isSchoolDay(calendar, body.from) ? body.from : nextSchoolDay(calendar, body.from)
  const coverEnds = schoolDaysAfter(calendar, first, call.policy.cover.days - 1)
  const runsOut = code === undefined || RUNS_OUT.includes(code) || (isLeave(code) && !mayGrant(call))
  const coveredUntil = runsOut && until > coverEnds ? coverEnds : until
  const reason: Reason = {
    words: body.reason,
    ...(code === undefined ? {} : { code }),
    by: body.reportedBy,
    via: via.value,
    at: call.now,
    until: coveredUntil,
  }
  const detail = {
    from: body.from,
    until,
    coveredUntil,
    via: via.value,
    reportedBy: body.reportedBy,
    ...(code === undefined ? {} : { code }),
  }
  // Before the register has closed nobody is being followed up, so there is nothing to judge again.
  const look = call.time >= call.policy.day.amCloses ? { look: true as const } : {}
  const act = call.act('absence-reported', { pupils: [pupil.key], detail, ...look })
  const today = isSchoolDay(calendar, call.date) ? await sessionsToday(call, pupil, body) : []
  for (const session of today) {
    await setCard(
      call,
      pupil,
      session,
      { date: call.date, standing: 'reported', since: call.now, reason, unless: ['arrived'] },
      act,
    )
  }
  const known = {
    id: knownId(pupil, body, code),
    pupil: pupil.key,
    from: body.from,
    until: coveredUntil,
    sessions: body.sessions ?? (['AM', 'PM'] as const),
    words: body.reason,
    ...(body.note === undefined ? {} : { note: body.note }),
    ...(code === undefined ? {} : { code }),
    by: call.caller.sub,
    at: call.now,
  }
  // What the card's act has told in full is not told again; every register of the day reads what is known.
  const told = today.length > 0 ? { echo: true as const } : { detail }
  await call.stores.putKnownAbsence(call.academy, known, call.act('absence-known', { pupils: [pupil.key], ...told }))
  const mayHaveRegister = call.time >= call.policy.day.gatesOpen
  for (const session of code === undefined || !mayHaveRegister ? [] : today) {
    if (code !== undefined)
      await giveCode(call, pupil, session, { code, source: 'office', ...noteOf(code, body.note ?? body.reason) })
  }
  const ask = (matter: AbsenceMatter, why: string) => raiseAbsenceTask(call, pupil, body.from, matter, why)
  if (coveredUntil < until)
    await ask('welfare', 'The family gave dates longer than the policy’s cover. Ring to ask how the child is.')
  else if (isVulnerable(pupil, call.policy, call.date))
    await ask('welfare', 'A vulnerable pupil is reported absent. Ring to hear how the child is.')
  if (code === 'E' && until > schoolDaysAfter(calendar, first, SUSPENDED_WITHOUT - 1)) await ask('provision', PROVISION)
  return ok({ id: known.id, from: body.from, coveredUntil, ...(code === undefined ? {} : { code }) })
}
