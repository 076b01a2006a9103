/** Plays the workload's days, one after another, and answers what they cost. */
import type { Policy } from '../academies/policy.ts'
import { openTrust } from '../local/open-trust.ts'
import { mustCall, officeOf } from '../local/school-call.ts'
import { noTally } from '../shared/domain/counting/class-tally.ts'
import { addDays, instantOf, weekday } from '../shared/domain/time.ts'
import { openMeter, type Tally } from './meter.ts'
import { CLASS_SIZE, CLASSES, CONTACTS, classId, type DayPlan, planDays, pupilsOf, ROLL } from './workload.ts'

const ACADEMY = 'springbank'
const ZONE = 'Europe/London'
/** A Monday. */
const FIRST = '2026-01-12'
const SEED = 7
const SCHOOL_DAYS_BEFORE = [5, 6, 7, 8, 9].map((day) => `2026-01-0${day}`)
/** Enough that a list is as long as that of an ordinary day. */
const ILL_A_DAY = 14

type Stack = Awaited<ReturnType<typeof openTrust>>['stack']

export interface Played {
  /** Units by kind of access. */
  readonly units: ReadonlyMap<string, Tally>
  /** Texts to families. */
  readonly texts: number
}

/** A school whose files are live, and whose year is counted up to the day before the first. */
const openSchool = async ({ stores, clock }: Stack): Promise<void> => {
  const act = { at: clock.now(), by: 'system', kind: 'import' }
  await stores.roll.stage(ACADEMY, 1, ROLL)
  await stores.roll.stage(ACADEMY, 1, CONTACTS)
  const classes = Array.from({ length: CLASSES }, (_, index) => ({
    id: classId(index),
    name: classId(index),
    yearGroup: '3',
    pupils: CLASS_SIZE,
  }))
  await stores.roll.goLive(ACADEMY, 'roll', 0, 1, classes, act)
  await stores.roll.goLive(ACADEMY, 'contacts', 0, 1, undefined, act)
  // The lists of absences that its nights have written, in which every N has been resolved.
  for (const date of SCHOOL_DAYS_BEFORE)
    await stores.listAbsences(
      ACADEMY,
      date,
      classes.slice(0, ILL_A_DAY).flatMap(({ id }, index) =>
        (['AM', 'PM'] as const).map((session) => {
          const [pupil = ''] = pupilsOf(index)
          const marks = { [pupil]: { code: 'I', source: 'office' } as const }
          return { classId: id, date, session, version: 1, submitted: true, asOf: act.at, marks }
        }),
      ),
    )
  for (const { id } of classes) {
    const none = noTally(id, FIRST)
    await stores.saveTally(ACADEMY, { ...none, through: addDays(FIRST, -1), roll: 1 }, none, act)
  }
}

const player = (stack: Stack) => {
  const turn = (date: string, time: string) => stack.turning.turnTo(instantOf(date, time, ZONE))

  const call = async (method: string, path: string, body: unknown): Promise<void> => {
    await mustCall(stack, officeOf(ACADEMY), method, `/academies/${ACADEMY}${path}`, body)
    await stack.turning.quiet()
  }

  const takeRegisters = async (
    date: string,
    session: 'AM' | 'PM',
    away: ReadonlySet<string>,
    known: ReadonlySet<string>,
  ): Promise<void> => {
    for (let index = 0; index < CLASSES; index++) {
      const present = session === 'AM' ? '/' : '\\'
      const marks = Object.fromEntries(
        pupilsOf(index)
          .filter((pupil) => !known.has(pupil))
          .map((pupil) => [pupil, { code: away.has(pupil) ? 'N' : present }]),
      )
      await call('PUT', `/registers/${date}/${session}/${classId(index)}`, { marks, submitted: true })
    }
  }

  const report = (date: string, pupil: string): Promise<void> =>
    call('POST', `/pupils/${pupil}/absences`, {
      from: date,
      reason: 'unwell',
      code: 'I',
      reportedBy: 'parent',
      via: 'phone',
    })

  const playDay = async (date: string, plan: DayPlan): Promise<void> => {
    await turn(date, '08:30')
    const reported = plan.absent.filter((each) => each.reported).map((each) => each.pupil)
    for (const pupil of reported) await report(date, pupil)
    await turn(date, '09:08')
    const away = new Set([...plan.absent.map((each) => each.pupil), ...plan.late])
    await takeRegisters(date, 'AM', away, new Set(reported))
    await turn(date, '09:15')
    for (const [index, pupil] of plan.late.entries()) {
      await turn(date, `09:${20 + (index % 30)}`)
      await call('POST', `/pupils/${pupil}/arrivals`, { at: stack.clock.now() })
    }
    await turn(date, '10:30')
    for (const text of stack.carrier.texts().filter((each) => each.state === 'accepted')) {
      stack.carrier.receipt(text.id, 'delivered', stack.clock.now())
    }
    await stack.turning.quiet()
    await turn(date, '10:45')
    for (const { pupil } of plan.absent.filter((each) => !each.reported)) await report(date, pupil)
    await turn(date, '13:05')
    const atLunch = new Set(plan.absent.map((each) => each.pupil))
    await takeRegisters(date, 'PM', new Set(), atLunch)
    await turn(date, '17:00')
  }

  return { turn, playDay }
}

type Schedule = Policy['reports']['schedule']

const never = (each: Schedule['daily']): Schedule['daily'] => ({ ...each, every: 'never' })

const unscheduled = (schedule: Schedule): Schedule => ({
  daily: never(schedule.daily),
  weekly: never(schedule.weekly),
  review: never(schedule.review),
  classes: never(schedule.classes),
  'class-sheet': never(schedule['class-sheet']),
  governors: never(schedule.governors),
  year: never(schedule.year),
})

/** What is measured is the school day: extracts, reports and the weekly look at classes are work of their own. */
const measured = (policy: Policy, lateTexts: boolean): Policy => ({
  ...policy,
  texts: { ...policy.texts, lateArrivals: lateTexts },
  extracts: { ...policy.extracts, recipients: policy.extracts.recipients.map((each) => ({ ...each, on: false })) },
  reports: {
    ...policy.reports,
    schedule: unscheduled(policy.reports.schedule),
    classes: { ...policy.reports.classes, minimumSchoolDays: 40 },
  },
})

/** Plays some school days from a Monday on, with their nights and those of the weekends, behind a meter in front of `dynamo`. */
export const playWeek = async (dynamo: string, days: number, lateTexts: boolean): Promise<Played> => {
  const meter = await openMeter(dynamo, ACADEMY)
  const { stack } = await openTrust({
    endpoint: meter.endpoint,
    start: instantOf(FIRST, '03:30', ZONE),
    change: (loaded) => ({ ...loaded, policy: measured(loaded.policy, lateTexts) }),
  })
  await openSchool(stack)
  await stack.turning.quiet()
  const { turn, playDay } = player(stack)
  await turn(FIRST, '07:00')
  meter.reset()
  let date = FIRST
  for (const [index, plan] of planDays(days, SEED).entries()) {
    await playDay(date, plan)
    process.stderr.write(`day ${index + 1} of ${days}\r`)
    date = addDays(date, weekday(date) === 5 ? 3 : 1)
  }
  await turn(date, '03:30')
  process.stderr.write('\n')
  const texts = stack.carrier.texts().filter((each) => each.text.about?.kind !== 'page').length
  stack.close()
  await meter.stop()
  return { units: meter.units, texts }
}
