/**
 * `npm run bench:units`: request units per pupil and year, by kind of access, on the real handlers behind the real wiring. Exits 1 above
 * the budget, so that a change that makes the record dearer is seen when it is made.
 */
import { startDynamoDbLocal } from '../local/dynamodb-local.ts'
import { openTrust } from '../local/open-trust.ts'
import { mustCall, officeOf } from '../local/school-call.ts'
import { addDays, instantOf, weekday } from '../shared/domain/time.ts'
import { openMeter, type Tally } from './meter.ts'
import {
  CLASS_SIZE,
  CLASSES,
  CONTACTS,
  classId,
  type DayPlan,
  PUPILS,
  planDays,
  pupilsOf,
  ROLL,
  SCHOOL_DAYS_A_YEAR,
} from './workload.ts'

const ACADEMY = 'springbank'
const ZONE = 'Europe/London'
const DAYS = Number(process.argv[2] ?? 6)
const BUDGET = { writes: 60, reads: 16, chronicle: 40 }
/**
 * What the honest total is today, with a little room: docs/units.md says why it is above the budget. The run fails above this, so that it
 * can only come down.
 */
const GATE = { writes: 80, reads: 134, chronicle: 57 }
/** Beside the budget: the chronicle has its own, and imports, cases and tasks are not in the workload. */
const APART = ['chronicle']

const local = await startDynamoDbLocal({ java: 'quick' })
const meter = await openMeter(local.endpoint, ACADEMY)
const FIRST = '2026-01-12'
const { stack } = await openTrust({ endpoint: meter.endpoint, start: instantOf(FIRST, '01:00', ZONE) })
const act = { at: stack.clock.now(), by: 'system', kind: 'import' }
await stack.stores.roll.stage(ACADEMY, 1, ROLL)
await stack.stores.roll.stage(ACADEMY, 1, CONTACTS)
const classes = Array.from({ length: CLASSES }, (_, index) => ({
  id: classId(index),
  name: classId(index),
  yearGroup: '3',
  pupils: CLASS_SIZE,
}))
await stack.stores.roll.goLive(ACADEMY, 'roll', 0, 1, classes, act)
await stack.stores.roll.goLive(ACADEMY, 'contacts', 0, 1, undefined, act)
await stack.turning.quiet()
// The first night looks at a whole year to date; every later one at the day that is over.
await stack.turning.turnTo(instantOf(FIRST, '07:00', ZONE))
meter.reset()

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

const turn = (date: string, time: string) => stack.turning.turnTo(instantOf(date, time, ZONE))

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

let date = FIRST
for (const [index, plan] of planDays(DAYS, 7).entries()) {
  if (index > 0) date = addDays(date, weekday(date) === 5 ? 3 : 1)
  await playDay(date, plan)
  process.stderr.write(`day ${index + 1} of ${DAYS}\r`)
}
await turn(addDays(date, 1), '03:00')
process.stderr.write('\n')

const perYear = (units: number): number => (units / (PUPILS * DAYS)) * SCHOOL_DAYS_A_YEAR
const sum = (tallies: readonly Tally[]) => ({
  writes: perYear(tallies.reduce((total, each) => total + each.writes, 0)),
  reads: perYear(tallies.reduce((total, each) => total + each.reads, 0)),
})
const line = (name: string, writes: number, reads: number, requests?: number) =>
  console.log(
    `${name.padEnd(28)}${writes.toFixed(1).padStart(9)}${reads.toFixed(1).padStart(9)}${requests === undefined ? '' : String(requests).padStart(11)}`,
  )

const texts = stack.carrier.texts().filter((each) => each.text.about?.kind !== 'page').length
console.log(
  `Request units per pupil and year (${PUPILS} pupils, ${DAYS} days played, ${((texts / PUPILS / DAYS) * SCHOOL_DAYS_A_YEAR).toFixed(1)} texts per pupil and year)\n`,
)
console.log(`${'kind of access'.padEnd(28)}${'writes'.padStart(9)}${'reads'.padStart(9)}${'requests'.padStart(11)}`)
for (const [kind, tally] of [...meter.units].toSorted(
  ([, one], [, other]) => other.writes + other.reads - one.writes - one.reads,
)) {
  line(kind, perYear(tally.writes), perYear(tally.reads), tally.requests)
}
const counted = sum([...meter.units].filter(([kind]) => !APART.includes(kind)).map(([, tally]) => tally))
const chronicle = sum([...meter.units].filter(([kind]) => kind === 'chronicle').map(([, tally]) => tally))
console.log()
line('all but the chronicle', counted.writes, counted.reads)
line('budget', BUDGET.writes, BUDGET.reads)
line('fails above', GATE.writes, GATE.reads)
line('chronicle', chronicle.writes, chronicle.reads)
line('its budget', BUDGET.chronicle, 0)
line('fails above', GATE.chronicle, 0)
stack.close()
await meter.stop()
await local.stop()
const within = counted.writes <= GATE.writes && counted.reads <= GATE.reads && chronicle.writes <= GATE.chronicle
console.log(
  within
    ? '\nWithin the gate; see docs/units.md for the distance to the budget.'
    : '\nAbove the gate: a change made the record dearer.',
)
process.exitCode = within ? 0 : 1
