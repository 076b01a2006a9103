/**
 * One academy as the Trust looks on: a fixed number of requests, however many pupils it has. What is read is stored already, and a moment
 * old is enough, because nothing is decided by it.
 */
import type * as z from 'zod'
import type { TrustOverviewAnswer } from '../../../../events/api/trust.ts'
import { yearToDateCounts } from '../../../../shared/counting/counts.ts'
import { type Calendar, closedCode, isSchoolDay, previousSchoolDay } from '../../../../shared/domain/calendar.ts'
import { groupFigures } from '../../../../shared/domain/counting/group.ts'
import type { AcademyFigures } from '../../../../shared/domain/counting/trust.ts'
import { SESSIONS } from '../../../../shared/domain/facts.ts'
import { showFigures } from '../../../../shared/domain/figures/shown.ts'
import { lateOpeningOn, policyOfDay } from '../../../../shared/domain/late-opening.ts'
import { isRegisterMissing } from '../../../../shared/domain/rules/missing-register.ts'
import { textsOnCards } from '../../../../shared/domain/texts/day-count.ts'
import { penceOf } from '../../../../shared/domain/texts/spend.ts'
import { type Instant, type LocalDate, localTime } from '../../../../shared/domain/time.ts'
import { lastRun, type SweepState, sweepHealth } from '../../../../shared/domain/trust/sweep-health.ts'
import { calendarOf } from '../../../../shared/follow-up/load-known.ts'
import type { DayRecord, OpenRecord, PolicyVersion, Stores } from '../../../../shared/ports/stores.ts'

type Shown = z.input<typeof TrustOverviewAnswer>['academies'][number]

export interface AcademyOverview {
  readonly shown: Shown
  readonly counted: AcademyFigures
}

interface Moment {
  readonly stores: Stores
  readonly academy: string
  readonly date: LocalDate
  readonly now: Instant
  readonly version: PolicyVersion
  readonly calendar: Calendar
  readonly day: DayRecord
  readonly open: OpenRecord
}

const sweepsOf = ({ version, open, now }: Moment, date: LocalDate, runs: DayRecord['runs']) => ({
  date,
  sweeps: [...sweepHealth(policyOfDay(version.policy, lateOpeningOn(open.lateOpenings, date)), date, runs, now)],
})

/** The school day before; nothing where Firstbell may not have been there yet. */
const dayBefore = async (moment: Moment) => {
  const { stores, academy, date, calendar, version } = moment
  const before = previousSchoolDay(calendar, date)
  const runs = await stores.runs(academy, before, false)
  const wasThere = Object.keys(runs).length > 0 || version.from <= before
  return wasThere ? sweepsOf(moment, before, runs) : undefined
}

/** Only the rolls of classes whose register is not in are asked for. */
const registersOf = async (moment: Moment) => {
  const { stores, academy, date, now, version, calendar, day, open } = moment
  const policy = policyOfDay(version.policy, lateOpeningOn(open.lateOpenings, date))
  const time = localTime(now, policy.zone)
  const closes = { AM: policy.day.amCloses, PM: policy.day.pmCloses }
  const over = SESSIONS.filter(
    (session) => time >= closes[session] && closedCode(calendar, open.closures, date, session) === undefined,
  )
  const registers = new Map(day.registers.map((register) => [`${register.session} ${register.classId}`, register]))
  const register = (classId: string, session: 'AM' | 'PM') => registers.get(`${session} ${classId}`)
  const due = over.flatMap((session) => open.live.classes.map((schoolClass) => ({ session, schoolClass })))
  const notIn = due.filter(({ session, schoolClass }) => register(schoolClass.id, session)?.submitted !== true)
  const asked = [...new Set(notIn.map(({ schoolClass }) => schoolClass.id))]
  const rosters = asked.length === 0 ? {} : await stores.roll.rosters(academy, asked)
  const facts = { isOpen: () => true, register, known: { rosters, date } }
  const missing = notIn.filter(({ session, schoolClass }) => isRegisterMissing(facts, schoolClass, session))
  return {
    due: due.length - notIn.length + missing.length,
    missing: missing.map(({ session, schoolClass: { id, name } }) => ({ class: { id, name }, session })),
  }
}

/** A month as it stands: days that were counted, and today's texts so far. */
const costOf = async ({ stores, academy, date, version, day }: Moment) => {
  const { [date]: _today, ...earlier } = await stores.spend.days(academy, date.slice(0, 7))
  const today = penceOf(day.cards, version.policy)
  return {
    todayPence: today,
    monthPence: Math.round(Object.values(earlier).reduce((sum, pence) => sum + pence, today) * 100) / 100,
    expectedPounds: version.policy.texts.warnAtPounds,
  }
}

export const academyOverview = async (
  stores: Stores,
  academy: string,
  { version, date }: { readonly version: PolicyVersion; readonly date: LocalDate },
  now: Instant,
): Promise<AcademyOverview> => {
  const [calendar, day, open, { span, tallies }] = await Promise.all([
    calendarOf(stores, academy, version.policy),
    stores.day(academy, date, false),
    stores.open(academy, false),
    yearToDateCounts(stores, academy, date),
  ])
  const moment: Moment = { stores, academy, date, now, version, calendar, day, open }
  const [before, registers, cost] = await Promise.all([dayBefore(moment), registersOf(moment), costOf(moment)])
  const today = isSchoolDay(calendar, date) ? sweepsOf(moment, date, day.runs) : undefined
  const days = [today, before].flatMap((each) => each ?? [])
  const among = (...states: readonly SweepState[]) =>
    days.flatMap(({ sweeps }) => sweeps).filter(({ state }) => states.includes(state)).length
  const { stage1, lateEvery } = version.policy.thresholds
  const figures = groupFigures([...tallies.values()], stage1, lateEvery)
  return {
    shown: {
      academy: { id: academy, name: version.policy.name },
      date,
      today: today ?? null,
      before: before ?? null,
      lastRun: lastRun(days) ?? null,
      late: among('late', 'too-late'),
      missed: among('missed'),
      texts: textsOnCards(day.cards),
      cost,
      registers,
      through: tallies.size === 0 ? null : span.until,
      figures: showFigures(figures),
    },
    counted: { academy, span, figures },
  }
}
