/** Reads what reports and patterns are written from: each register of the school year once, and the roll. */
import type { Policy } from '../../academies/policy.ts'
import { workBegan } from '../domain/attend/plan.ts'
import { schoolYearOf } from '../domain/calendar.ts'
import { marksWithin } from '../domain/counting/window.ts'
import type { Marked, ReportFacts, Reviewed } from '../domain/reports/facts.ts'
import type { ReportKind } from '../domain/reports/kind.ts'
import type { LocalDate } from '../domain/time.ts'
import { calendarOf } from '../follow-up/load-known.ts'
import type { Stores } from '../ports/stores.ts'
import { everMarked } from './counts.ts'
import { impactOf } from './impact.ts'
import { marksOf, registersBetween } from './marks-between.ts'

const inOrder = (one: { date: string; session: string }, other: { date: string; session: string }): number =>
  `${one.date} ${one.session}` < `${other.date} ${other.session}` ? -1 : 1

/** Open cases with what the work with each family has changed. */
const reviewedOf = async (stores: Stores, academy: string, until: LocalDate): Promise<readonly Reviewed[]> => {
  const cases = await stores.openAttendCases(academy)
  const pupils = await stores.roll.pupils(
    academy,
    cases.map(({ pupil }) => pupil),
  )
  const reviewed: Reviewed[] = []
  for (const each of cases) {
    const pupil = pupils[each.pupil]
    if (pupil) reviewed.push({ case: each, impact: await impactOf(stores, academy, pupil, workBegan(each), until) })
  }
  return reviewed
}

/** What a report asks for beside the year. At night nobody writes, and a cheaper read says the same. */
interface Needs extends Pick<ReportKind, 'about'> {
  readonly isOfOneDay?: boolean
  readonly isAtNight?: boolean
}

/** Everything a report needs of the school year to a date. Cases only where it is about them: each is read by itself. */
export const reportFacts = async (
  stores: Stores,
  academy: string,
  policy: Policy,
  until: LocalDate,
  { about, isOfOneDay = false, isAtNight = false }: Needs = {},
): Promise<ReportFacts> => {
  const year = { from: schoolYearOf(until), until }
  const [registers, calendar, { closures, live }, own, reviewed] = await Promise.all([
    registersBetween(stores, academy, isOfOneDay ? { from: until, until } : year, !isAtNight),
    calendarOf(stores, academy, policy),
    stores.open(academy, false),
    stores.groups(academy),
    about === 'cases' ? reviewedOf(stores, academy, until) : [],
  ])
  const marks = marksOf(registers)
  const { pupils, leavers } = await everMarked(stores, academy, [...marks.keys()])
  const everybody = [...marks].map(([key, all]): Marked => {
    const pupil = pupils[key]
    const enrolment = pupil ?? leavers[key]
    const counted = (enrolment ? marksWithin(all, year, enrolment) : all).toSorted(inOrder)
    if (pupil === undefined) return { key, marks: counted }
    const adults = pupil.contacts.filter(({ livesWith }) => livesWith).map(({ contactId }) => contactId)
    return { key, pupil, marks: counted, adults }
  })
  return { policy, year, everybody, registers, classes: live.classes, calendar, closures, own, reviewed }
}
