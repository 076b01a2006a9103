/**
 * `npm run bench:units`: request units per pupil and year, by kind of access, on the real handlers behind the real wiring. Exits 1 above
 * the gate, so that a change that makes the record dearer is seen when it is made.
 */

import type { Tally } from './meter.ts'
import { type Played, playWeek } from './play-week.ts'
import { storeOfBench } from './store.ts'
import { PUPILS, SCHOOL_DAYS_A_YEAR } from './workload.ts'

const DAYS = Number(process.argv[2] ?? 5)
const BUDGET = { writes: 60, reads: 16, chronicle: 40 }
/** What the honest total is today, with less than one of room: docs/units.md says why each part above the budget is needed. */
const GATE = { writes: 68, reads: 62.4, chronicle: 47 }

const local = await storeOfBench('quick')
// The budget's workload has a text for each unreported absence alone; a school that also texts about each late arrival is shown beside it.
const plain = await playWeek(local.endpoint, DAYS, false)
const withLate = await playWeek(local.endpoint, DAYS, true)
await local.stop()

const perYear = (amount: number): number => (amount / (PUPILS * DAYS)) * SCHOOL_DAYS_A_YEAR
const sum = (tallies: readonly Tally[]) => ({
  writes: perYear(tallies.reduce((total, each) => total + each.writes, 0)),
  reads: perYear(tallies.reduce((total, each) => total + each.reads, 0)),
})
const totalsOf = ({ units }: Played) => {
  const isChronicle = (kind: string) => kind === 'chronicle'
  return {
    ...sum([...units].filter(([kind]) => !isChronicle(kind)).map(([, tally]) => tally)),
    chronicle: sum([...units].filter(([kind]) => isChronicle(kind)).map(([, tally]) => tally)).writes,
  }
}

const line = (name: string, ...columns: readonly (number | string)[]) =>
  console.log(
    [name.padEnd(28), ...columns.map((each) => (typeof each === 'number' ? each.toFixed(1) : each).padStart(9))].join(
      '',
    ),
  )

const texts = (played: Played): string => perYear(played.texts).toFixed(1)
console.log(
  `Request units per pupil and year (${PUPILS} pupils, ${DAYS} school days played).\nWith ${texts(plain)} texts per pupil and year, one for each unreported absence; and where each late arrival is texted about too (${texts(withLate)}).\n`,
)
line('kind of access', 'writes', 'reads', 'requests', '| writes', 'reads')
const kinds = new Map([...withLate.units, ...plain.units])
const none: Tally = { writes: 0, reads: 0, requests: 0 }
const costOf = (kind: string) => plain.units.get(kind) ?? none
for (const kind of [...kinds.keys()].toSorted(
  (one, other) => costOf(other).writes + costOf(other).reads - costOf(one).writes - costOf(one).reads,
)) {
  const { writes, reads, requests } = costOf(kind)
  const late = withLate.units.get(kind) ?? none
  line(kind, perYear(writes), perYear(reads), String(requests), perYear(late.writes), perYear(late.reads))
}
const total = totalsOf(plain)
const late = totalsOf(withLate)
console.log()
line('all but the chronicle', total.writes, total.reads, '', late.writes, late.reads)
line('budget', BUDGET.writes, BUDGET.reads)
line('fails above', GATE.writes, GATE.reads)
line('chronicle', total.chronicle, '', '', late.chronicle)
line('its budget', BUDGET.chronicle)
line('fails above', GATE.chronicle)
const within = total.writes <= GATE.writes && total.reads <= GATE.reads && total.chronicle <= GATE.chronicle
console.log(
  within
    ? '\nWithin the gate; docs/units.md says what each part above the budget prevents.'
    : '\nAbove the gate: a change made the record dearer.',
)
process.exitCode = within ? 0 : 1
