/**
 * The meeting of stage 2 is an ATTEND panel like every other: arranged in the family's attendance case, one at a time, with its outcome there. The
 * stage 2 letter is the invitation to it, so no other is made.
 */
import type { z } from 'zod'
import type { StageBody } from '../../../../events/api/stages.ts'
import { arrangedMeeting } from '../../../../shared/domain/attend/attend-case.ts'
import { type Arrangement, arrange, newCase, rearrange } from '../../../../shared/domain/attend/panel.ts'
import { closedCode } from '../../../../shared/domain/calendar.ts'
import { schoolDaysSince } from '../../../../shared/domain/counting/unresolved.ts'
import type { Pupil } from '../../../../shared/domain/people.ts'
import { ok, type Result, refused } from '../../../../shared/domain/result.ts'
import type { StageRecord } from '../../../../shared/domain/stages/stage.ts'
import { calendarOf } from '../../../../shared/follow-up/load-known.ts'
import type { Call } from '../../call.ts'
import { type Changed, changeCase } from './attend-case.ts'
import { notBeside } from './household-meeting.ts'
import { settlePanelTasks } from './settle-panel-task.ts'

type Meet = Extract<z.output<typeof StageBody>, { do: 'meet' }>

const BEGUN = 'Stage 2: attendance has not improved since the stage 1 letter.'

const notDue = (): Result<never> =>
  refused('not-due', 'No stage 2 letter is due to this family.', 'Look at the pupil’s stage again.', 'do')

/** A morning or an afternoon on which parents find somebody at school, and time enough to arrange for it. */
const checkDay = async (call: Call, { date, time }: Meet): Promise<Result<void>> => {
  const { noticeSchoolDays } = call.policy.letters.meeting
  const [calendar, { closures }] = await Promise.all([
    calendarOf(call.stores, call.academy, call.policy),
    call.stores.open(call.academy, false),
  ])
  if (closedCode(calendar, closures, date, time < '12:00' ? 'AM' : 'PM') !== undefined)
    return refused('closed', 'The school is closed then.', 'Give another day.', 'date')
  const notice = schoolDaysSince(calendar, closures, call.date, date)
  return notice >= noticeSchoolDays
    ? ok(undefined)
    : refused(
        'short-notice',
        `The meeting is ${notice} school days ahead, and the policy gives a family ${noticeSchoolDays}.`,
        'Give a later day.',
        'date',
      )
}

/**
 * Arranges the meeting, or moves the one that is arranged. Refused: stage 2 is not due, a closed day, short notice, a parent who is asked to
 * a meeting about another child on that day (`sibling-meets`), `stale`.
 */
export const arrangeStageMeeting = async (
  call: Call,
  pupil: Pupil,
  { due }: StageRecord,
  body: Meet,
): Promise<Result<Changed>> => {
  if (due?.step !== 'stage-2') return notDue()
  const may = await checkDay(call, body)
  if (!may.ok) return may
  const { date, time, because } = body
  // The letter of stage 2 is about one child, so this meeting is nobody else's.
  const apart = await notBeside(call, pupil, date, () => false)
  if (!apart.ok) return apart
  const place = body.place ?? call.policy.letters.meeting.place
  const asked: Arrangement = {
    ...{ id: call.world.ids.fresh(), date, time, place, governors: [] },
    ...({ tell: 'letter', stage: 'stage-2' } as const),
  }
  const now = { by: call.caller.sub, at: call.now, date: call.date, zone: call.policy.zone }
  const changed = await changeCase(
    call,
    pupil.pupilId,
    (aCase) => {
      const was = arrangedMeeting(aCase)
      const is = was ? rearrange(aCase, was.id, { ...asked, because }, now) : arrange(aCase, asked, now)
      const detail = { meeting: asked.id, date, time, place, stage: 'stage-2', because, ...(was && { was: was.id }) }
      return is.ok
        ? ok({ is: is.value, kind: was ? 'meeting-rearranged' : 'meeting-arranged', detail, look: true })
        : is
    },
    ({ key }) => newCase(key, call.date, call.caller.sub, BEGUN, call.policy.attend),
  )
  if (changed.ok) await settlePanelTasks(call, pupil.key)
  return changed
}
