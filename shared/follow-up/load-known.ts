/** Loads what is known of an academy's day: three queries, and only the pupils that today's facts speak of. */
import type { Policy } from '../../academies/policy.ts'
import { type AbsenceCard, standingNow } from '../domain/absence.ts'
import type { MeetingDue } from '../domain/attend/attend-case.ts'
import { concernsDay } from '../domain/attend/tell-meeting.ts'
import type { Calendar } from '../domain/calendar.ts'
import { isUnexplained } from '../domain/codes.ts'
import { staffWithCover } from '../domain/cover.ts'
import type { Known } from '../domain/known.ts'
import { lateOpeningOn, policyOfDay } from '../domain/late-opening.ts'
import { onRoll, type PupilKey, type RollEntry } from '../domain/people.ts'
import { type Instant, localDate } from '../domain/time.ts'
import type { DayRecord, OpenRecord, PolicyVersion, Stores } from '../ports/stores.ts'

/** The policy in force and the local date at an instant. */
export const policyAt = async (
  stores: Stores,
  academy: string,
  now: Instant,
): Promise<{ version: PolicyVersion; date: string }> => {
  const utcDate = now.slice(0, 10)
  const version = await stores.policies.inForce(academy, utcDate)
  const date = localDate(now, version.policy.zone)
  // In the hour after midnight in summer the local date is a day ahead of UTC's.
  return { date, version: date === utcDate ? version : await stores.policies.inForce(academy, date) }
}

/** The policy as it holds on a date: a late opening moves the morning's times. */
export const policyOn = async (stores: Stores, academy: string, date: string, policy: Policy): Promise<Policy> =>
  policyOfDay(policy, lateOpeningOn((await stores.open(academy)).lateOpenings, date))

/** The academy's calendar: what calendar.csv listed where one was imported, else the policy's terms and holidays. */
export const calendarOf = async (stores: Stores, academy: string, policy: Policy): Promise<Calendar> => {
  const listed = await stores.roll.listedDates(academy)
  if (listed) return { listed, terms: [] }
  const { terms, bankHolidays, inset, closures } = policy.calendar
  const dates = [
    ...bankHolidays.map((date) => [date, { kind: 'holiday', note: 'bank holiday' }] as const),
    ...inset.map((date) => [date, { kind: 'inset' }] as const),
    ...closures.map((date) => [date, { kind: 'holiday', note: 'planned closure' }] as const),
  ]
  return { listed: Object.fromEntries(dates), terms }
}

const TOLD = ['unreported', 'ladder']
/** Texts that tell nothing of where the child is. */
const TALK = ['acknowledgement', 'reply', 'reminder', 'warning']

/** A card that a rule may still ask something about: the child is missing, or was found and somebody must be told. */
const isPending = (card: AbsenceCard): boolean => {
  const standing = standingNow(card)
  if (standing === 'unexplained' || standing === 'answered') return true
  if (standing === 'reported') return false
  const texts = Object.values(card.texts).filter((text) => !TALK.includes(text.kind))
  const told = texts.filter((text) => TOLD.includes(text.kind))
  const isPutRight = (contactId: string) =>
    texts.some((text) => text.kind === 'correction' && text.contactId === contactId && text.state === 'delivered')
  return told.length > 0 ? !told.every((text) => isPutRight(text.contactId)) : texts.length === 0
}

/** The family was told of a lateness that no mark has any more, and not yet that it was none. */
const isFalselyLate = ({ pupil, texts }: AbsenceCard, late: ReadonlySet<PupilKey>): boolean => {
  const kinds = Object.values(texts).map(({ kind }) => kind)
  return !late.has(pupil) && kinds.includes('late') && !kinds.includes('correction')
}

/** Pupils that a rule may ask about. Those of an ordinary register are not read: nobody has to do anything about them. */
const spokenOf = (
  day: DayRecord,
  open: OpenRecord,
  isOfToday: (meeting: MeetingDue) => boolean,
): readonly PupilKey[] => {
  const cards = new Map(day.cards.map((card) => [card.pupil, card]))
  const marked = day.registers.flatMap(({ session, marks }) =>
    Object.entries(marks).flatMap(([key, { code }]) => (isUnexplained(code) || code === 'U' ? [{ key, session }] : [])),
  )
  // Also who was accounted for in the morning and is missing in the afternoon.
  const missing = marked
    .filter(({ key, session }) => [undefined, 'withdrawn'].includes(cards.get(key)?.sessions[session]?.standing))
    .map(({ key }) => key)
  const late = new Set(marked.map(({ key }) => key))
  const followed = day.cards.filter((card) => isPending(card) || isFalselyLate(card, late)).map((card) => card.pupil)
  return [
    ...new Set([
      ...missing,
      ...followed,
      ...open.cases.map((each) => each.pupil),
      ...open.due.map((each) => each.pupil),
      ...open.meetings.filter(isOfToday).map((each) => each.pupil),
    ]),
  ]
}

/** In a register that is in, somebody has no mark, or an N that nobody follows yet: what is known ahead of them is needed. */
const isSomebodyNew = (
  day: DayRecord,
  rosters: Readonly<Record<string, readonly RollEntry[]>>,
  date: string,
): boolean =>
  day.registers
    .filter((register) => register.submitted)
    .some((register) => {
      const isNew = (key: PupilKey) => {
        const code = register.marks[key]?.code
        const card = day.cards.find((each) => each.pupil === key)
        return code === undefined || (isUnexplained(code) && card?.sessions[register.session] === undefined)
      }
      return (rosters[register.classId] ?? []).some((entry) => onRoll(entry, date) && isNew(entry.key))
    })

/** Somebody who is missing, or has a case, holds a mark that was known ahead: since when it was known says whether it is contact. */
const isSomebodyPlanned = (day: DayRecord, open: OpenRecord): boolean => {
  const missing = new Set([
    ...day.cards.filter(isPending).map((card) => card.pupil),
    ...open.cases.map((each) => each.pupil),
  ])
  return day.registers.some((register) => [...missing].some((pupil) => register.marks[pupil]?.source === 'known'))
}

/** Everything `decide` reads about one academy on one date. */
export const loadKnown = async (stores: Stores, academy: string, date: string, policy: Policy): Promise<Known> => {
  const [open, day, calendar, staff] = await Promise.all([
    stores.open(academy),
    stores.day(academy, date),
    calendarOf(stores, academy, policy),
    stores.roll.staff(academy),
  ])
  const classIds = open.live.classes.map(({ id }) => id)
  const rosters = {
    ...Object.fromEntries(classIds.map((id) => [id, []])),
    ...(await stores.roll.rosters(academy, classIds)),
  }
  const lateOpening = lateOpeningOn(open.lateOpenings, date)
  const [pupils, knownAbsences] = await Promise.all([
    stores.roll.pupils(
      academy,
      spokenOf(day, open, (meeting) => concernsDay(meeting, date, calendar, policy.attend)),
    ),
    isSomebodyNew(day, rosters, date) || isSomebodyPlanned(day, open) ? stores.knownAbsences(academy, date) : [],
  ])
  return {
    academy,
    date,
    calendar,
    pupils,
    staff: staffWithCover(staff, open.covers),
    classes: open.live.classes,
    closures: open.closures,
    ...(lateOpening ? { lateOpening } : {}),
    registers: day.registers,
    cards: day.cards,
    brakes: day.brakes,
    replies: day.replies,
    rosters,
    cases: open.cases,
    closedCases: day.closedCases,
    tasks: [...open.tasks, ...day.endedTasks],
    holds: open.holds,
    knownAbsences,
    stopped: open.stopped,
    due: open.due,
    meetings: open.meetings,
    refusedLeave: open.refusedLeave,
  }
}
