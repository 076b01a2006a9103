/**
 * What is known, asked in the words that rules use. Built once per decision, so that every rule reads the same facts and
 * none has to know how they are kept.
 */
import type { Policy, Sweep } from '../../academies/policy.ts'
import { type AbsenceCard, isContactMade, type Standing, type TextKind, type TextRecord } from './absence.ts'
import { closedCode } from './calendar.ts'
import type { Case } from './case.ts'
import type { Session } from './codes.ts'
import { isOnSite } from './codes.ts'
import type { Hold, Known } from './known.ts'
import { policyOfDay } from './late-opening.ts'
import { isEntry } from './one-entry.ts'
import { inForce, type Pupil, type PupilKey, type StaffMember, type StaffRole } from './people.ts'
import { isPlanned } from './planned-absence.ts'
import type { Mark, Register } from './register.ts'
import type { Task } from './task.ts'
import { addMinutes, type Instant, instantOf, type LocalTime, localTime } from './time.ts'

export const SESSIONS: readonly Session[] = ['AM', 'PM']

export interface Facts {
  readonly known: Known
  /** As it holds on this day: a late opening has moved the morning's times. */
  readonly policy: Policy
  readonly now: Instant
  /** The local clock time of `now`. */
  readonly time: LocalTime
  /** Some session of this date is school. */
  readonly isSchoolDay: boolean
  /** The session is school: no holiday, no INSET, no closure. For a class whose register was in before the school closed it was. */
  isOpen(session: Session, classId?: string): boolean
  /** The moment of a sweep has come today. */
  reached(sweep: Sweep): boolean
  /** The session's register has closed. */
  hasClosed(session: Session): boolean
  at(time: LocalTime): Instant
  inMinutes(minutes: number): Instant
  register(classId: string, session: Session): Register | undefined
  mark(pupil: PupilKey, session: Session): Mark | undefined
  card(pupil: PupilKey): AbsenceCard | undefined
  caseOf(pupil: PupilKey): Case | undefined
  hold(pupil: PupilKey): Hold | undefined
  task(id: string): Task | undefined
  pupil(key: PupilKey): Pupil | undefined
  isVulnerable(pupil: PupilKey): boolean
  /** Texts of a kind that stand on a pupil's card, the owner's record where a brother or sister holds it. */
  texts(pupil: PupilKey, kinds: readonly TextKind[]): readonly TextRecord[]
  /** Nobody entitled has said where the child is. A reply nobody confirmed counts as silence at the day's end. */
  isSilent(pupil: PupilKey): boolean
  /** Contact made today in the sense of the words of the house, or the child's register shows staff have seen or excused them. */
  isAccountedFor(pupil: PupilKey): boolean
  /** Who does a role's duties today, cover counted. */
  staff(role: StaffRole): readonly StaffMember[]
}

const silentStandings = (atDayEnd: boolean): readonly (Standing | undefined)[] =>
  atDayEnd ? ['unexplained', 'answered'] : ['unexplained']

/** Reads what is known at an instant. `known.date` is the local date of `now`. */
export const factsOf = (known: Known, published: Policy, now: Instant): Facts => {
  const policy = policyOfDay(published, known.lateOpening)
  const time = localTime(now, policy.zone)
  const registers = new Map(known.registers.map((register) => [`${register.session} ${register.classId}`, register]))
  const marks = new Map<string, Mark>()
  for (const register of known.registers) {
    for (const [key, mark] of Object.entries(register.marks)) {
      if (isEntry(register, mark)) marks.set(`${register.session} ${key}`, mark)
    }
  }
  const cards = new Map(known.cards.map((card) => [card.pupil, card]))
  const cases = new Map(known.cases.filter((each) => !each.closed).map((each) => [each.pupil, each]))
  const holds = new Map(known.holds.map((hold) => [hold.pupil, hold]))
  const tasks = new Map(known.tasks.map((task) => [task.id, task]))

  const register = (classId: string, session: Session) => registers.get(`${session} ${classId}`)
  const isOpen = (session: Session, classId?: string) => {
    const taken = classId === undefined ? undefined : register(classId, session)
    return closedCode(known.calendar, known.closures, known.date, session, taken) === undefined
  }
  const reached = (sweep: Sweep) => time >= policy.sweeps[sweep]
  const mark = (pupil: PupilKey, session: Session) => marks.get(`${session} ${pupil}`)

  const ownRecord = (slot: string, record: TextRecord): TextRecord =>
    record.owner === undefined ? record : (cards.get(record.owner)?.texts[slot] ?? record)

  const isSilent = (pupil: PupilKey) => {
    const card = cards.get(pupil)
    if (!card) return false
    const session: Session = card.sessions.PM ? 'PM' : 'AM'
    return (
      isOpen(session, card.classId) && silentStandings(reached('day-end')).includes(card.sessions[session]?.standing)
    )
  }

  /** The family was told that the child is missing, and only a teacher's or another system's mark says otherwise: the office looks. */
  const isDisputed = (card: AbsenceCard | undefined, latest: Mark | undefined) =>
    card !== undefined &&
    latest !== undefined &&
    isOnSite(latest.code) &&
    latest.code !== 'U' &&
    latest.source !== 'arrival' &&
    latest.source !== 'office' &&
    (card.sessions.PM ?? card.sessions.AM)?.standing === 'unexplained' &&
    Object.values(card.texts).some(
      (text) => (text.kind === 'unreported' || text.kind === 'ladder') && text.state !== 'refused',
    )

  const silentSince = (pupil: PupilKey): Instant => {
    const opened = cases.get(pupil)?.opened ?? known.date
    const close = instantOf(opened, policy.day.amCloses, policy.zone)
    return opened < known.date ? close : (cards.get(pupil)?.sessions.AM?.since ?? close)
  }

  /** The latest mark that says anything of where the child is. */
  const latestMark = (pupil: PupilKey): Mark | undefined => {
    const since = silentSince(pupil)
    return (['PM', 'AM'] as const)
      .map((session) => {
        const given = mark(pupil, session)
        const place = { pupil, date: known.date, session }
        return given && isPlanned(given, place, known.knownAbsences, since) ? undefined : given
      })
      .find((given) => given !== undefined)
  }

  const isAccountedFor = (pupil: PupilKey) => {
    const card = cards.get(pupil)
    const latest = latestMark(pupil)
    const standing = (card?.sessions.PM ?? card?.sessions.AM)?.standing
    if (isContactMade(standing)) return true
    if (isDisputed(card, latest)) return false
    if (latest === undefined || latest.source === 'closure') return false
    return isOnSite(latest.code) || !['N', 'O', 'Y4', '#', 'Z'].includes(latest.code)
  }

  const staff = (role: StaffRole) =>
    known.staff
      .filter((member) => member.role === role && member.coversFor === undefined && inForce(member, known.date))
      .map(
        (member) =>
          known.staff.find((other) => other.coversFor === member.staffId && inForce(other, known.date)) ?? member,
      )

  return {
    known,
    policy,
    now,
    time,
    isOpen,
    reached,
    mark,
    isSilent,
    isAccountedFor,
    staff,
    isSchoolDay:
      SESSIONS.some((session) => isOpen(session)) || known.registers.some((each) => isOpen(each.session, each.classId)),
    hasClosed: (session) => time >= (session === 'AM' ? policy.day.amCloses : policy.day.pmCloses),
    at: (clock) => instantOf(known.date, clock, policy.zone),
    inMinutes: (minutes) => addMinutes(now, minutes),
    register,
    card: (pupil) => cards.get(pupil),
    caseOf: (pupil) => cases.get(pupil),
    hold: (pupil) => holds.get(pupil),
    task: (id) => tasks.get(id),
    pupil: (key) => known.pupils[key],
    isVulnerable: (key) => isVulnerable(known.pupils[key], policy, known.date),
    texts: (pupil, kinds) =>
      Object.entries(cards.get(pupil)?.texts ?? {})
        .map(([slot, record]) => ownRecord(slot, record))
        .filter((record) => kinds.includes(record.kind)),
  }
}

/** A pupil whom the policy puts first: by a flag on the roll or an agency working with them today. */
export const isVulnerable = (pupil: Pupil | undefined, policy: Policy, date: string): boolean =>
  pupil !== undefined &&
  (pupil.flags.some((flag) => policy.vulnerable.flags.some((first) => first === flag)) ||
    pupil.agencies.some((agency) => policy.vulnerable.agencies.includes(agency.kind) && inForce(agency, date)))
