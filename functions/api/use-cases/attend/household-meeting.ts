/** One meeting for brothers and sisters: who they are, and that no parent is asked to two of them on one day. */
import { type AttendCase, arrangedMeeting } from '../../../../shared/domain/attend/attend-case.ts'
import { sharedParents } from '../../../../shared/domain/attend/household.ts'
import { type Arrangement, cancel } from '../../../../shared/domain/attend/panel.ts'
import { onRoll, type Pupil } from '../../../../shared/domain/people.ts'
import { ok, type Result, refused } from '../../../../shared/domain/result.ts'
import type { LocalDate } from '../../../../shared/domain/time.ts'
import type { Call } from '../../call.ts'
import { findPupil } from '../pupils/find-pupil.ts'
import { type Change, type Changed, changeCase } from './attend-case.ts'

/** What is done to the case of each child whose meeting it is. */
export interface Doing {
  readonly change: (aCase: AttendCase, asked: Arrangement) => Result<Change>
  readonly begin?: ((pupil: Pupil) => AttendCase) | undefined
}

/** The brothers and sisters named. Refused: `not-found`, and `no-household` for a child who shares no parent that may be asked. */
export const householdOf = async (
  call: Call,
  pupil: Pupil,
  together: readonly string[],
): Promise<Result<readonly Pupil[]>> => {
  const others: Pupil[] = []
  for (const id of new Set(together)) {
    const found = await findPupil(call.stores, call.academy, id)
    if (!found.ok) return found
    if (found.value.key === pupil.key || !onRoll(found.value, call.date))
      return refused('no-household', `${id} is no brother or sister on the roll.`, 'Name others.', 'together')
    if (sharedParents(pupil, found.value, call.date).length === 0)
      return refused(
        'no-household',
        `${id} shares no parent with this child who may be asked to a meeting about both.`,
        'Arrange a meeting for each child.',
        'together',
      )
    others.push(found.value)
  }
  return ok(others)
}

/** No parent is asked to two meetings of one day about two of their children. */
export const notBeside = async (
  call: Call,
  pupil: Pupil,
  date: LocalDate,
  ours: (meetingId: string, key: string) => boolean,
): Promise<Result<undefined>> => {
  const cases = await call.stores.openAttendCases(call.academy)
  const thatDay = cases.filter((aCase) => {
    const meeting = arrangedMeeting(aCase)
    return aCase.pupil !== pupil.key && meeting?.date === date && !ours(meeting.id, aCase.pupil)
  })
  if (thatDay.length === 0) return ok(undefined)
  const pupils = await call.stores.roll.pupils(
    call.academy,
    thatDay.map((aCase) => aCase.pupil),
  )
  const beside = Object.values(pupils).find((other) => sharedParents(pupil, other, call.date).length > 0)
  return beside === undefined
    ? ok(undefined)
    : refused(
        'sibling-meets',
        `A parent of this child is asked to a meeting about ${beside.pupilId} on that day.`,
        'Cancel that one and arrange one meeting for both, with the other child under "together", or give another day.',
        'date',
      )
}

const idsBut = (all: readonly Pupil[], pupil: Pupil): readonly string[] =>
  all.filter(({ key }) => key !== pupil.key).map(({ pupilId }) => pupilId)

/**
 * Changes the case of every child, the first one last: only then is the day looked at, so that a parent of all of them has one text. When one
 * case has changed meanwhile the meeting is cancelled in those that were saved.
 */
export const changeEach = async (
  call: Call,
  pupil: Pupil,
  others: readonly Pupil[],
  asked: Arrangement,
  { change, begin }: Doing,
): Promise<Result<readonly Changed[]>> => {
  const all = [pupil, ...others]
  const inCase = (one: Pupil): Arrangement => (others.length === 0 ? asked : { ...asked, together: idsBut(all, one) })
  for (const one of others) {
    const found = (await call.stores.attendCase(call.academy, one.key)) ?? begin?.(one)
    const may = found && change(found, inCase(one))
    if (may?.ok === false)
      return refused(may.refusal.code, `${one.pupilId}: ${may.refusal.why}`, may.refusal.remedy, 'together')
  }
  const done: Changed[] = []
  for (const one of [...others, pupil]) {
    const isLast = one === pupil
    const changed = await changeCase(
      call,
      one.pupilId,
      (aCase) => {
        const next = change(aCase, inCase(one))
        if (!next.ok || isLast) return next
        const { look: _later, ...quietly } = next.value
        return ok(quietly)
      },
      begin,
    )
    if (!changed.ok) {
      for (const { pupil: saved } of done) await callOff(call, saved, asked.id)
      return changed
    }
    done.push(changed.value)
  }
  return ok(done.toReversed())
}

const callOff = (call: Call, { pupilId }: Pupil, meetingId: string): Promise<Result<Changed>> => {
  const because = 'The case of a brother or sister was changed meanwhile, and the meeting for both was not arranged.'
  return changeCase(call, pupilId, (aCase) => {
    const is = cancel(aCase, meetingId, because, { by: call.caller.sub, at: call.now })
    const detail = { meeting: meetingId, because }
    return is.ok ? ok({ is: is.value, kind: 'meeting-cancelled', detail, look: true }) : is
  })
}
