/** What people are supposed to do at the end of each played day: tasks are done, letters leave the house, meetings are set. */
import { arrangedMeeting } from '../domain/attend/attend-case.ts'
import { arrange, newCase, rearrange } from '../domain/attend/panel.ts'
import { schoolYearOf } from '../domain/calendar.ts'
import { idOf } from '../domain/ids.ts'
import { heldAbout, isOfHeldLetters } from '../domain/stages/letter-brake.ts'
import type { Task, TaskKind } from '../domain/task.ts'
import { addMinutes, instantOf, type LocalDate, type LocalTime, localDate } from '../domain/time.ts'
import { settleHeld } from '../follow-up/letters/settle-held.ts'
import { warningTold } from '../follow-up/warning-told.ts'
import type { Act } from '../ports/act.ts'
import { RANK } from './agenda.ts'
import { letterAct } from './letter-work.ts'
import type { Player } from './player.ts'

const PEOPLE_AT: LocalTime = '17:00'
const MEETING_TIME: LocalTime = '15:30'
const BY = 'rehearsal'
const LOOKED_AT = 'the marks are right'
const BEGUN = 'Stage 2: attendance has not improved since the stage 1 letter.'
/** School days ahead to which a meeting is set, or as many as the policy gives a family. */
export const MEETING_AHEAD = 10

/** Matters that only a decision ends, and nobody decides in a rehearsal. */
const DECIDED_BY_PEOPLE: readonly TaskKind[] = [
  'legal-action',
  'penalty-notice',
  'attend-panel',
  'notice-to-improve',
  'return',
]

const actOf =
  ({ agenda, version }: Player) =>
  (kind: string, rest: Partial<Act> = {}): Act => ({
    at: agenda.now(),
    by: BY,
    kind,
    policy: version,
    ...rest,
  })

/** The Trust acknowledges a referral; when it has not in time the office telephones, and that ends the task. */
const waitsForTrust = (task: Task, { agenda, policy }: Player): boolean =>
  task.kind === 'referral' && agenda.now() < addMinutes(task.raised, policy.referral.acknowledgeWithinMinutes)

/** Arranges the panel of stage 2 in the family's case, or moves the one that is arranged, as the lead does. */
const setMeeting = async (task: Task, today: LocalDate, on: LocalDate | undefined, player: Player): Promise<void> => {
  const { academy, stores, agenda, policy } = player
  const [pupil] = task.pupils
  if (on === undefined || pupil === undefined) return
  const record = await stores.stage(academy, schoolYearOf(today), pupil, true)
  if (record.due?.step !== 'stage-2') return
  const aCase = (await stores.attendCase(academy, pupil)) ?? newCase(pupil, today, BY, BEGUN, policy.attend)
  const asked = {
    ...{ id: idOf('meeting', pupil, today), date: on, time: MEETING_TIME, place: policy.letters.meeting.place },
    ...({ governors: [], tell: 'letter', stage: 'stage-2' } as const),
  }
  const now = { by: BY, at: agenda.now(), date: today, zone: policy.zone }
  const was = arrangedMeeting(aCase)
  const is = was ? rearrange(aCase, was.id, { ...asked, because: BEGUN }, now) : arrange(aCase, asked, now)
  if (!is.ok) return
  const kind = was ? 'meeting-rearranged' : 'meeting-arranged'
  await stores.saveAttendCase(academy, is.value, { ...actOf(player)(kind, { pupils: [pupil] }), look: true })
}

const doTask = async (task: Task, date: LocalDate, player: Player): Promise<void> => {
  const { academy, stores, agenda, policy } = player
  const now = agenda.now()
  const act = actOf(player)
  if (task.kind === 'tell-warning') await warningTold({ stores, academy, date, now, act }, task)
  const isToday = task.date === date || localDate(task.raised, policy.zone) === date
  const outcome = { what: 'Done, in a rehearsal', by: BY, at: now }
  await stores.endTask(academy, task, 'done', outcome, {
    ...act('task-done', { pupils: task.pupils }),
    ...(isToday ? { look: true as const } : {}),
  })
}

/** Letters that were held because they are many are looked at and let go. */
const letGo = async (task: Task, player: Player): Promise<void> => {
  const { academy, stores, agenda } = player
  const { due } = await stores.open(academy)
  const deciding = { stores, academy, by: BY, now: agenda.now(), act: actOf(player) }
  for (const each of due.filter(({ step, released }) => task.about === heldAbout(step) && released === undefined))
    await settleHeld(deciding, each, { do: 'release', because: LOOKED_AT })
}

/** Every letter that waits is read and let go, and leaves the house that evening. */
const sendLetters = async ({ academy, stores, agenda, version }: Player): Promise<void> => {
  const now = agenda.now()
  for (const letter of await stores.openLetters(academy)) {
    if (letter.state !== 'ready' && letter.state !== 'released') continue
    const sent = { at: now, batch: 'rehearsal' }
    await stores.saveLetter(
      academy,
      { ...letter, state: 'printed', released: { by: BY, at: now }, sent },
      letterAct(letter, 'printed', now, version),
    )
  }
}

/** Enters what people do on a date. `meetingOn`: a school day far enough ahead; none at the end of what is played. */
export const enterPeople = (date: LocalDate, meetingOn: LocalDate | undefined, player: Player): void => {
  const { academy, stores, agenda, policy } = player
  const run = async (): Promise<void> => {
    const { tasks } = await stores.open(academy)
    for (const task of tasks) {
      if (DECIDED_BY_PEOPLE.includes(task.kind) || waitsForTrust(task, player)) continue
      if (task.kind === 'set-meeting') await setMeeting(task, date, meetingOn, player)
      else if (isOfHeldLetters(task)) await letGo(task, player)
      else await doTask(task, date, player)
    }
    await sendLetters(player)
  }
  agenda.add({ at: instantOf(date, PEOPLE_AT, policy.zone), rank: RANK.after, run })
}
