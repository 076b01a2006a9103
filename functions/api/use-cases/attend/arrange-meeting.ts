/** Arranges a meeting with a family and tells them of it: kept first, so that a meeting nobody could be told of is still known and asked about. */
import type { z } from 'zod'
import type { MeetingBody, RearrangeBody } from '../../../../events/api/attend.ts'
import { type AttendCase, arrangedMeeting, type PanelMeeting } from '../../../../shared/domain/attend/attend-case.ts'
import { type Arrangement, arrange, newCase, rearrange } from '../../../../shared/domain/attend/panel.ts'
import { closedCode } from '../../../../shared/domain/calendar.ts'
import { inForce, onRoll, type Pupil } from '../../../../shared/domain/people.ts'
import { ok, type Refusal, type Result, refused } from '../../../../shared/domain/result.ts'
import { quietUntil } from '../../../../shared/domain/texts/limits.ts'
import type { PlannedLetters } from '../../../../shared/follow-up/letters/plan-letters.ts'
import { calendarOf } from '../../../../shared/follow-up/load-known.ts'
import type { Call } from '../../call.ts'
import { findPupil } from '../pupils/find-pupil.ts'
import { type Changed, changeCase } from './attend-case.ts'
import { changeEach, type Doing, householdOf, notBeside } from './household-meeting.ts'
import { inviteByLetter } from './invite-family.ts'
import { settlePanelTasks } from './settle-panel-task.ts'

type Body = z.output<typeof MeetingBody>

/** `letters` of a family told by letter; `untold` why no letter was made, with what to do. */
export interface Arranged {
  readonly meeting: PanelMeeting
  readonly case: AttendCase
  readonly letters?: PlannedLetters
  readonly untold?: Refusal
}

/** Why a meeting cannot be held then, by these people, or be told of in that way now. */
const checked = async (call: Call, { date, time, tell, governors }: Body): Promise<Result<undefined>> => {
  const [calendar, { closures }] = await Promise.all([
    calendarOf(call.stores, call.academy, call.policy),
    call.stores.open(call.academy, false),
  ])
  if (closedCode(calendar, closures, date, time < '12:00' ? 'AM' : 'PM') !== undefined)
    return refused('no-school', 'There is no school then.', 'Give another day.', 'date')
  const { quiet } = call.policy.texts
  if (tell === 'text' && quietUntil(call.policy, call.now) !== undefined)
    return refused(
      'quiet-hours',
      `No family is texted before ${quiet.until} or from ${quiet.from}.`,
      'Arrange it in the day, or tell the family by letter.',
      'tell',
    )
  const staff = governors.length === 0 ? [] : await call.stores.roll.staff(call.academy)
  const known = staff.filter((member) => member.role === 'governor' && inForce(member, date))
  const stranger = governors.find((id) => !known.some((member) => member.staffId === id))
  return stranger === undefined
    ? ok(undefined)
    : refused(
        'no-governor',
        `${stranger} is no governor on the list of staff.`,
        'Name governors by staff id.',
        'governors',
      )
}

const tellFamily = async (call: Call, { pupil, is }: Changed): Promise<Result<Arranged>> => {
  const meeting = arrangedMeeting(is)
  if (meeting === undefined) return refused('no-meeting', 'No meeting is arranged.', 'Arrange one.')
  await settlePanelTasks(call, pupil.key)
  if (meeting.tell !== 'letter') return ok({ meeting, case: is })
  const letters = await inviteByLetter(call, pupil, meeting)
  return ok({ meeting, case: is, ...(letters.ok ? { letters: letters.value } : { untold: letters.refusal }) })
}

/** The meeting as history keeps it: what the family is told, and how. */
const kept = ({ id, date, time, place, tell, governors, together }: Arrangement) => ({
  meeting: id,
  date,
  time,
  place,
  tell,
  governors: governors.length,
  ...(together === undefined ? {} : { together }),
})

const notOnRoll = (call: Call, pupil: Pupil): Result<undefined> =>
  onRoll(pupil, call.date)
    ? ok(undefined)
    : refused('not-on-roll', 'The pupil has left the roll.', 'Close the case instead.')

const momentOf = (call: Call) => ({
  by: call.caller.sub,
  at: call.now,
  date: call.date,
  zone: call.policy.zone,
})

/** Arranges for the pupil and those of the household; answers what was arranged for the pupil. */
const arranging = async (
  call: Call,
  pupilId: string,
  body: Body,
  doing: Doing,
  ours: (pupil: Pupil) => Promise<Ours>,
): Promise<Result<Arranged>> => {
  const may = await checked(call, body)
  if (!may.ok) return may
  const found = await findPupil(call.stores, call.academy, pupilId)
  if (!found.ok) return found
  const pupil = found.value
  const here = notOnRoll(call, pupil)
  if (!here.ok) return here
  const { together, meetingId } = await ours(pupil)
  const others = await householdOf(call, pupil, together)
  if (!others.ok) return others
  const keys = new Set(others.value.map(({ key }) => key))
  const apart = await notBeside(call, pupil, body.date, (id, key) => id === meetingId || keys.has(key))
  if (!apart.ok) return apart
  const { date, time, place, tell, governors } = body
  const asked = { id: call.world.ids.fresh(), date, time, place, tell, governors }
  const changed = await changeEach(call, pupil, others.value, asked, doing)
  if (!changed.ok) return changed
  const told: Result<Arranged>[] = []
  for (const each of changed.value) told.push(await tellFamily(call, each))
  const [own] = told
  return own ?? refused('no-meeting', 'No meeting is arranged.', 'Arrange one.')
}

/** Whose meeting it is besides, and the meeting that it takes the place of. */
interface Ours {
  readonly together: readonly string[]
  readonly meetingId?: string
}

export const arrangeMeeting = (call: Call, pupilId: string, body: Body): Promise<Result<Arranged>> =>
  arranging(
    call,
    pupilId,
    body,
    {
      change: (aCase, asked) => {
        const is = arrange(aCase, asked, momentOf(call))
        return is.ok ? ok({ is: is.value, kind: 'meeting-arranged', detail: kept(asked), look: true }) : is
      },
      begin: (pupil) =>
        newCase(pupil.key, call.date, call.caller.sub, 'A meeting was arranged with the family.', call.policy.attend),
    },
    async () => ({ together: body.together ?? [] }),
  )

/** A meeting of brothers and sisters moves for all whose meeting it still is. */
const stillTogether = async (call: Call, pupil: Pupil, meetingId: string): Promise<Ours> => {
  const aCase = await call.stores.attendCase(call.academy, pupil.key)
  const together: string[] = []
  for (const id of aCase?.meetings.find((meeting) => meeting.id === meetingId)?.together ?? []) {
    const found = await findPupil(call.stores, call.academy, id)
    const theirs = found.ok ? await call.stores.attendCase(call.academy, found.value.key) : undefined
    if (theirs && arrangedMeeting(theirs)?.id === meetingId) together.push(id)
  }
  return { together, meetingId }
}

export const rearrangeMeeting = (
  call: Call,
  pupilId: string,
  meetingId: string,
  { because, ...body }: z.output<typeof RearrangeBody>,
): Promise<Result<Arranged>> =>
  arranging(
    call,
    pupilId,
    body,
    {
      change: (aCase, asked) => {
        const is = rearrange(aCase, meetingId, { ...asked, because }, momentOf(call))
        const detail = { ...kept(asked), was: meetingId, because }
        return is.ok ? ok({ is: is.value, kind: 'meeting-rearranged', detail, look: true }) : is
      },
    },
    (pupil) => stillTogether(call, pupil, meetingId),
  )

/** The letters of a meeting that is arranged, once more: what could not be made before may be possible now. */
export const inviteAgain = async (call: Call, pupilId: string, meetingId: string): Promise<Result<Arranged>> => {
  const found = await changeCase(call, pupilId, (aCase) =>
    arrangedMeeting(aCase)?.id === meetingId
      ? ok({ is: aCase, kind: 'meeting-invited-again', detail: { meeting: meetingId } })
      : refused('no-meeting', 'That meeting is not arranged.', 'Look at the case again.'),
  )
  if (!found.ok) return found
  const { pupil, is } = found.value
  const meeting = arrangedMeeting(is)
  if (meeting === undefined) return refused('no-meeting', 'That meeting is not arranged.', 'Look at the case again.')
  const letters = await inviteByLetter(call, pupil, meeting)
  return letters.ok ? ok({ meeting, case: is, letters: letters.value }) : letters
}
