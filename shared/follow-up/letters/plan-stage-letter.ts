/**
 * Plans the letters of a stage that is due, and marks it as told once they exist. Judged again first, on the marks of this moment: what is no
 * longer true is not written, and a child on hold or missing is left in peace until that has ended, when it is ordered again.
 */
import type { LetterWork } from '../../../events/letter-work.v1.ts'
import { lastDateOver } from '../../counting/last-date-over.ts'
import { classesThatMarked, pupilMarksBetween } from '../../counting/marks-between.ts'
import type { MeetingDue } from '../../domain/attend/attend-case.ts'
import { schoolYearOf } from '../../domain/calendar.ts'
import { type CountedMark, tallyOf } from '../../domain/counting/tally.ts'
import { marksWithin, type Span } from '../../domain/counting/window.ts'
import { letterCycle, stageOrder } from '../../domain/letters/stage-order.ts'
import { letterId } from '../../domain/letters/stored.ts'
import { onRoll, type Pupil } from '../../domain/people.ts'
import { meetingFor } from '../../domain/stages/meeting.ts'
import { afterSending, furthestCrossed, type StageRecord } from '../../domain/stages/stage.ts'
import type { Crossing } from '../../domain/stages/steps.ts'
import type { LocalDate } from '../../domain/time.ts'
import type { Log } from '../../ports/world.ts'
import { policyAt } from '../load-known.ts'
import { raiseLetterTask, type TaskMoment } from './letter-task.ts'
import { type PlanPorts, planLetters } from './plan-letters.ts'

type Plan = Extract<LetterWork, { do: 'plan' }>

export interface StageLetterPorts extends PlanPorts {
  readonly log: Log
}

interface Due extends TaskMoment {
  readonly work: Plan
  readonly record: StageRecord
  readonly pupil: Pupil
  readonly span: Span
  readonly ports: StageLetterPorts
}

/** The record with the meeting that the letter is to invite to, and with none where none lies ahead. */
const withMeeting = (record: StageRecord, arranged: readonly MeetingDue[], date: LocalDate): StageRecord => {
  if (record.due === undefined) return record
  const { meeting: _was, ...due } = record.due
  const meeting = meetingFor(record.pupil, arranged, date)
  return { ...record, due: meeting === undefined ? due : { ...due, meeting } }
}

/** What is due, unless it has gone meanwhile or a hold or an open case keeps everything automatic from the family. */
const findDue = async (work: Plan, ports: StageLetterPorts): Promise<Due | undefined> => {
  const { academy, pupil: key } = work
  const { stores } = ports
  const now = ports.now()
  const { version, date } = await policyAt(stores, academy, now)
  const until = lastDateOver(now, date)
  const year = schoolYearOf(until)
  const [read, pupils, { holds, cases, meetings }] = await Promise.all([
    stores.stage(academy, year, key, true),
    stores.roll.pupils(academy, [key], true),
    stores.open(academy),
  ])
  const pupil = pupils[key]
  const record = withMeeting(read, meetings, date)
  if (record.due?.step !== work.letter || pupil === undefined || !onRoll(pupil, date)) return undefined
  if ([...holds, ...cases].some((each) => each.pupil === key)) return undefined
  if (work.letter === 'stage-2' && record.due.meeting === undefined) return undefined
  return { work, record, pupil, span: { from: year, until }, ports, now, ...version }
}

const marksOf = async ({ work: { academy }, pupil, span, ports }: Due): Promise<readonly CountedMark[]> => {
  const tallies = await ports.stores.tallies(academy, span.from)
  const classIds = classesThatMarked(pupil, tallies)
  return marksWithin(await pupilMarksBetween(ports.stores, academy, pupil.key, classIds, span), span, pupil)
}

/** What was due, with its figures by the marks that the letter was written from: those of the night may have been amended since. */
const asWritten = (due: Crossing, marks: readonly CountedMark[]): Crossing => ({
  ...due,
  tally: tallyOf(marks.filter(({ date }) => date <= due.on)),
})

/** Told once in the cycle: with the letters that say so, or with none when a person has told the parents in another way. */
const markTold = async (
  due: Due,
  record: StageRecord,
  marks: readonly CountedMark[],
  letters: readonly string[],
): Promise<void> => {
  const { work, ports, now, version } = due
  if (record.due?.step !== work.letter) return
  const went = asWritten(record.due, marks)
  const saved = await ports.stores.saveStage(work.academy, afterSending({ ...record, due: went }, now, letters), {
    at: now,
    by: 'system',
    kind: 'stage-sent',
    pupils: [record.pupil],
    rule: work.rule,
    clause: work.clause,
    policy: version,
    detail: { step: work.letter, figures: went.tally, on: went.on, letters },
  })
  if (saved === 'saved') return
  const again = await ports.stores.stage(work.academy, record.year, record.pupil, true)
  const { meeting } = record.due
  await markTold(due, again.due && meeting ? { ...again, due: { ...again.due, meeting } } : again, marks, letters)
}

const NOBODY =
  'A letter about attendance is due, and it could be written to no parent. Tell them in another way and say how: then it counts as told.'

/**
 * The one task about a letter that nobody could get. While it is open the letter is tried again each school day, because an address may have
 * come; once a person has done it, the parents know.
 */
const whenNobodyGotOne = async (due: Due, marks: readonly CountedMark[]): Promise<void> => {
  const { work, record, ports } = due
  const { academy, letter } = work
  const id = letterId({ kind: letter, cycle: letterCycle(record), pupil: record.pupil }, 'no-parent')
  const about = { id, pupil: record.pupil, why: NOBODY, duty: 'stage' as const }
  const task = await raiseLetterTask(ports.stores, academy, about, due)
  if (task.state === 'done') await markTold(due, record, marks, [])
}

export const planStageLetter = async (work: Plan, ports: StageLetterPorts): Promise<void> => {
  const due = await findDue(work, ports)
  if (due === undefined) return
  const marks = await marksOf(due)
  if (furthestCrossed(tallyOf(marks), due.policy.thresholds) !== 'stage-1') return
  const planned = await planLetters(work.academy, stageOrder(work.letter, due.record, marks, due.span), ports)
  if (planned.ok && planned.value.letters.length > 0) return markTold(due, due.record, marks, planned.value.letters)
  if (!planned.ok) {
    // Placed this very moment: the letter waits with it.
    if (planned.refusal.code === 'on-hold') return
    ports.log.write('LETTER_NOT_PLANNED', { academy: work.academy, why: planned.refusal.code })
  }
  await whenNobodyGotOne(due, marks)
}
