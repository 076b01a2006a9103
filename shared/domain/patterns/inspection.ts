/**
 * What an inspection of the registers would stop at: those that never came or came late, those in which nobody is ever away, those in which
 * the afternoon always copies the morning, and classes whose absences nearly all have one code. Each may have a good reason; a person asks.
 */
import type { Policy } from '../../../academies/policy.ts'
import { type Calendar, type Closure, closedCode } from '../calendar.ts'
import { CODES, type Session } from '../codes.ts'
import { countedCodes } from '../counting/class-tally.ts'
import type { Span } from '../counting/window.ts'
import type { SchoolClass } from '../people.ts'
import type { Register } from '../register.ts'
import { schoolDaysIn } from '../reports/spans.ts'
import { localTime } from '../time.ts'
import { isShare } from './absences.ts'

export interface Inspected {
  readonly classId: string
  readonly kind: 'never-came' | 'came-late' | 'nobody-away' | 'afternoon-copies-morning' | 'one-code'
  readonly count: number
  readonly of: number
  readonly says: string
}

export interface InspectionGround {
  readonly policy: Policy
  readonly calendar: Calendar
  readonly closures: readonly Closure[]
  readonly classes: readonly SchoolClass[]
}

const SESSIONS: readonly Session[] = ['AM', 'PM']
/** Registers of a class before it is odd that nobody was ever away, or that both halves of every day agree. */
const ENOUGH = 20

const absentIn = (register: Register): readonly string[] =>
  Object.entries(countedCodes(register))
    .filter(([, code]) => ['authorised', 'unauthorised'].includes(CODES[code].category))
    .map(([pupil]) => pupil)
    .toSorted()

const expectedSessions = (span: Span, { calendar, closures }: InspectionGround): number =>
  schoolDaysIn(calendar, span)
    .flatMap((date) => SESSIONS.map((session) => closedCode(calendar, closures, date, session)))
    .filter((code) => code === undefined).length

const cameLate = (register: Register, { day, zone }: Policy): boolean =>
  register.submittedAt !== undefined &&
  (localTime(register.submittedAt, zone) > (register.session === 'AM' ? day.amCloses : day.pmCloses) ||
    register.submittedAt.slice(0, 10) > register.date)

/** Days with both registers in and somebody away, and on how many of them the same pupils were away in both. */
const copies = (registers: readonly Register[]): { readonly days: number; readonly same: number } => {
  const days = [...Map.groupBy(registers, ({ date }) => date).values()].filter((day) => day.length === 2)
  const sets = days.map((day) => day.map((register) => absentIn(register).join(' ')))
  const withAbsence = sets.filter(([one, other]) => one !== '' || other !== '')
  return { days: withAbsence.length, same: withAbsence.filter(([one, other]) => one === other).length }
}

const oneCode = (classId: string, registers: readonly Register[], share: number): readonly Inspected[] => {
  const codes = registers.flatMap((register) => {
    const away = new Set(absentIn(register))
    return Object.entries(countedCodes(register)).flatMap(([pupil, code]) => (away.has(pupil) ? [code] : []))
  })
  const [most] = [...Map.groupBy(codes, (code) => code)].toSorted(([, one], [, other]) => other.length - one.length)
  if (most === undefined || codes.length < ENOUGH || !isShare(most[1].length, codes.length, share)) return []
  const [code, { length: count }] = most
  const says = `${count} of ${codes.length} absences have the code ${code} (${CODES[code].meaning.toLowerCase()}).`
  return [{ classId, kind: 'one-code', count, of: codes.length, says }]
}

const inspectClass = (
  classId: string,
  registers: readonly Register[],
  expected: number,
  { policy }: InspectionGround,
): readonly Inspected[] => {
  const came = registers.filter(({ submitted }) => submitted)
  const missing = Math.max(0, expected - came.length)
  // Where another system takes the register, the hour at which it reached us says nothing of the teacher.
  const late = policy.registerSource === 'firstbell' ? came.filter((register) => cameLate(register, policy)).length : 0
  const away = came.filter((register) => absentIn(register).length > 0).length
  const { days, same } = copies(came)
  const found = (kind: Inspected['kind'], count: number, of: number, says: string, isFound: boolean) =>
    isFound ? [{ classId, kind, count, of, says }] : []
  return [
    ...found('never-came', missing, expected, `${missing} of ${expected} registers never came.`, missing > 0),
    ...found('came-late', late, came.length, `${late} of ${came.length} registers came after they close.`, late > 0),
    ...found(
      'nobody-away',
      came.length,
      came.length,
      `Nobody was away in any of ${came.length} registers.`,
      came.length >= ENOUGH && away === 0,
    ),
    ...found(
      'afternoon-copies-morning',
      same,
      days,
      `On all ${days} days with an absence the afternoon has the same pupils away as the morning.`,
      2 * days >= ENOUGH && same === days,
    ),
    ...oneCode(classId, came, policy.reports.patterns.sameCodeShare),
  ]
}

/** What stands out in the registers of a span, class by class. */
export const inspect = (registers: readonly Register[], span: Span, ground: InspectionGround): readonly Inspected[] => {
  const expected = expectedSessions(span, ground)
  const inSpan = Map.groupBy(
    registers.filter(({ date }) => span.from <= date && date <= span.until),
    ({ classId }) => classId,
  )
  return ground.classes.flatMap(({ id }) => inspectClass(id, inSpan.get(id) ?? [], expected, ground))
}
