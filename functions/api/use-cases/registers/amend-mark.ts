/** The office amends a mark, today's or an earlier one: old code, new code, reason, who and when are kept. */
import type { z } from 'zod'
import type { MarkChangeBody } from '../../../../events/api/registers.ts'
import type { Standing } from '../../../../shared/domain/absence.ts'
import type { Session } from '../../../../shared/domain/codes.ts'
import { markedAgain } from '../../../../shared/domain/mark-again.ts'
import { checkMark } from '../../../../shared/domain/mark-check.ts'
import type { Pupil } from '../../../../shared/domain/people.ts'
import type { Mark, Register } from '../../../../shared/domain/register.ts'
import { ok, type Refusal, type Result, refused } from '../../../../shared/domain/result.ts'
import type { Call } from '../../call.ts'
import { setCard, standingAfter } from '../office/card-first.ts'
import { changeMark } from './change-mark.ts'
import { refuseCode } from './may-give.ts'
import { putRightEarlier } from './put-right-earlier.ts'
import { refuseObservance } from './refuse-observance.ts'
import { placeOf } from './register-of.ts'
import { readSessionDay } from './session-day.ts'

/** What the office's mark says of a pupil whose card stands. N unmakes an arrival, never a family's word. */
const standingBy = (mark: Mark, before: Standing | undefined): Standing | undefined => {
  if (before === undefined || mark.code === 'O') return undefined
  if (mark.code !== 'N') return standingAfter(mark)
  return before === 'arrived' ? 'unexplained' : undefined
}

/** Somebody else amended the mark meanwhile: `mark` is the one that stands. */
export type AmendRefusal = Refusal & { readonly mark?: Mark | null }

/** Whoever says which mark they saw changes no other: of two people at one mark the second is asked again. */
const refuseChanged = (
  seen: string | null | undefined,
  stands: Mark | undefined,
): Result<never, AmendRefusal> | undefined =>
  seen === undefined || seen === (stands?.code ?? null)
    ? undefined
    : {
        ok: false,
        refusal: {
          code: 'mark-changed',
          why: `Somebody has changed this mark meanwhile: ${stands ? `it is ${stands.code}` : 'there is none'} now.`,
          remedy: 'Look at it again, and correct it if it is still wrong.',
          mark: stands ?? null,
        },
      }

/** Of whom no roll names any more, the marks that they have are put right; no register gets one that it never had. */
const refuseGone = async (
  call: Call,
  { key }: Pupil,
  register: Register | undefined,
): Promise<Result<never> | undefined> =>
  register?.marks[key] === undefined && !(key in (await call.stores.roll.pupils(call.academy, [key])))
    ? refused(
        'not-on-roll',
        'The pupil has left, and has no mark in that session.',
        'Marks of a child who has left are corrected where there are any.',
      )
    : undefined

/** Amends the mark of a pupil in a register that exists. */
export const amendMark = async (
  call: Call,
  now: Pupil,
  place: { readonly date: string; readonly session: Session },
  body: z.output<typeof MarkChangeBody>,
): Promise<Result<Mark, AmendRefusal>> => {
  const { date, session } = place
  const [day, { pupil, register }] = await Promise.all([
    readSessionDay(call, date, session),
    placeOf(call, now, date, session),
  ])
  const gone = await refuseGone(call, pupil, register)
  if (gone) return gone
  const entered = { code: body.code, ...(body.note === undefined ? {} : { note: body.note }) }
  const checked = checkMark(entered, pupil, { ...place, today: call.date, closed: day.closedFor(register) })
  if (!checked.ok) return checked
  const changed = refuseChanged(body.was, register?.marks[pupil.key])
  if (changed) return changed
  const refusal =
    refuseCode(call, checked.value, [day.premark(pupil.key)?.code]) ??
    (await refuseObservance(call, pupil, date, checked.value))
  if (refusal) return { ok: false, refusal }
  const given: Mark = { code: checked.value, source: 'office', ...(body.note === undefined ? {} : { note: body.note }) }
  const mark = markedAgain(register?.marks[pupil.key], given)
  const look = date === call.date ? { look: true as const } : {}
  const card = await call.stores.card(call.academy, date, pupil.key)
  const standing = standingBy(mark, card?.sessions[session]?.standing)
  if (standing !== undefined) {
    await setCard(
      call,
      pupil,
      session,
      { date, standing, since: call.now },
      call.act(`absence-${standing}`, { pupils: [pupil.key], detail: { session } }),
    )
  }
  let overtaken: Result<never, AmendRefusal> | undefined
  const after = await changeMark(call, {
    date,
    session,
    pupil,
    without: 'nothing',
    to: (was) => {
      overtaken = refuseChanged(body.was, was)
      return overtaken ? undefined : markedAgain(was, given)
    },
    act: (was) =>
      call.act('mark-amended', {
        pupils: [pupil.key],
        detail: { date, session, was: was?.code ?? null, now: mark.code, because: body.because },
        ...look,
      }),
  })
  if (overtaken) return overtaken
  if (after && date < call.date) await putRightEarlier(call, pupil, card, { session, code: mark.code })
  return after
    ? ok(after.marks[pupil.key] ?? mark)
    : refused('no-register', 'There is no register of that session.', 'Take the register first.')
}
