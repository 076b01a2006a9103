/** What Firstbell does at night: settles what has run out of time, brings the year's counts up to the last day that is over, sees who has crossed a line or nears a penalty notice, and what the authority must be told. */
import { schoolYearOf } from '../domain/calendar.ts'
import { allCountedTo, countedTo } from '../domain/counting/class-tally.ts'
import { addDays, type Instant, type LocalDate } from '../domain/time.ts'
import { calendarOf, policyAt } from '../follow-up/load-known.ts'
import type { Stores } from '../ports/stores.ts'
import type { Log } from '../ports/world.ts'
import { annotateAmended } from './annotate-stages.ts'
import { bringUpToDate } from './bring-up-to-date.ts'
import { chaseActions } from './chase-actions.ts'
import { keepToRoll } from './keep-to-roll.ts'
import { lastDateOver } from './last-date-over.ts'
import { watchClasses } from './low-classes.ts'
import { watchPenalties } from './penalties.ts'
import { proposeErasures } from './propose-erasures.ts'
import { proposePanels } from './propose-panels.ts'
import { proposeReturns } from './propose-returns.ts'
import { watchReturns } from './returns.ts'
import { sayFirstCount } from './say-first-count.ts'
import { settleUnresolved } from './settle-n.ts'
import { decideStages } from './stages.ts'
import { tellReports } from './tell-reports.ts'

export interface NightPorts {
  readonly stores: Stores
  readonly log: Log
}

/** What others have to do after a night. */
export interface NightOutcome {
  readonly isReportDue: boolean
  /** The school's own system is to be asked on this date. */
  readonly exchange?: LocalDate
}

/**
 * Runs an academy's night. Counts what is over and was not counted; a night that failed is made up for by the next. The first night of a
 * school year also finishes the year before.
 */
export const runNight = async (academy: string, now: Instant, { stores, log }: NightPorts): Promise<NightOutcome> => {
  const { version, date } = await policyAt(stores, academy, now)
  const until = lastDateOver(now, date)
  const act = { at: now, by: 'system', kind: 'tallies-counted', policy: version.version }
  const year = schoolYearOf(until)
  if (until === year) await bringUpToDate(stores, academy, addDays(year, -1), act)
  const [tallies, calendar, { closures, holds, cases, live }] = await Promise.all([
    stores.tallies(academy, year, true),
    calendarOf(stores, academy, version.policy),
    stores.open(academy, false),
  ])
  // Before the count moves on, so that a night which dies in between does both again.
  const settled = await settleUnresolved(stores, {
    academy,
    now,
    until,
    before: countedTo(tallies),
    listedTo: allCountedTo(tallies),
    policy: version.policy,
    policyVersion: version.version,
    school: { calendar, closures },
  })
  const { roll: generation } = live.generations
  const read = settled === 0 ? { tallies, generation } : undefined
  const kept = await keepToRoll(stores, academy, year, act, read)
  const moment = { academy, now, until, policy: version.policy, policyVersion: version.version }
  const { classes, days, ...brought } = await bringUpToDate(stores, academy, until, act, {
    read: kept,
    classes: live.classes,
    beforeSaving: [annotateAmended(stores, moment), proposePanels(stores, moment)],
  })
  // A class that was counted for the first time knows nothing of the roll yet.
  const counted = await keepToRoll(stores, academy, year, act, { tallies: brought.tallies, generation })
  await sayFirstCount(stores, tallies, counted, { academy, now, until, ...version })
  const night = {
    ...moment,
    school: { calendar, closures },
    leftInPeace: new Set([...holds, ...cases].map(({ pupil }) => pupil)),
  }
  const stages = await decideStages(stores, counted, night)
  await chaseActions(stores, night)
  const { changed: penalties, newest } = await watchPenalties(stores, night)
  await proposeReturns(stores, night, newest)
  const returns = await watchReturns(stores, { ...night, tallies: counted, cases, newest })
  await watchClasses(stores, night)
  const isReportDue = await tellReports(stores, night, countedTo(tallies))
  await proposeErasures(stores, night)
  log.write('NIGHT_COUNTED', { academy, date: until, classes, days, settled, stages, penalties, returns })
  return { isReportDue, ...(version.policy.wonde.on ? { exchange: date } : {}) }
}
