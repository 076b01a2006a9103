/** Builders that say only what matters to a test: a Springbank day in January, everybody present unless said otherwise. */
import type { Policy } from '../academies/policy.ts'
import type { AbsenceCard, Standing, TextRecord } from '../shared/domain/absence.ts'
import { textSlot } from '../shared/domain/absence.ts'
import type { Session } from '../shared/domain/codes.ts'
import { decide } from '../shared/domain/decide.ts'
import type { Known } from '../shared/domain/known.ts'
import type { Order } from '../shared/domain/order.ts'
import type { Contact, Pupil, SchoolClass, StaffMember } from '../shared/domain/people.ts'
import type { Mark, Register } from '../shared/domain/register.ts'
import type { Task } from '../shared/domain/task.ts'
import { instantOf } from '../shared/domain/time.ts'
import { springbankPolicy } from './support/policies.ts'

/** A Monday of term. */
export const DATE = '2026-01-12'

export const at = (time: string, date = DATE): string => instantOf(date, time, 'Europe/London')

export const aContact = (contactId: string, rest: Partial<Contact> = {}): Contact => ({
  contactId,
  priority: 1,
  name: 'Robin Marlowe',
  relationship: 'parent',
  parentalResponsibility: true,
  livesWith: true,
  hasCare: true,
  mobile: '+447700900101',
  addressConfidential: false,
  textsAllowed: true,
  lettersAllowed: true,
  noContact: false,
  courtRestriction: false,
  ...rest,
})

export const aPupil = (key: string, rest: Partial<Pupil> = {}): Pupil => ({
  key,
  pupilId: key,
  forename: 'Amelia',
  surname: 'Marlowe',
  dateOfBirth: '2017-05-04',
  yearGroup: '3',
  classId: '3b',
  admitted: '2021-09-02',
  flags: [],
  agencies: [],
  contacts: [aContact(`m-${key}`)],
  ...rest,
})

export const aClass = (id: string, pupils = 30): SchoolClass => ({ id, name: id.toUpperCase(), yearGroup: '3', pupils })

/** A submitted register: `absent` hold N, everybody else of `size` is present. */
export const aRegister = (marks: Readonly<Record<string, string>>, rest: Partial<Register> = {}): Register => ({
  classId: '3b',
  date: DATE,
  session: 'AM',
  version: 1,
  submitted: true,
  submittedAt: at('09:10'),
  asOf: at('09:10'),
  marks: Object.fromEntries(Object.entries(marks).map(([key, code]) => [key, { code, source: 'teacher' } as Mark])),
  ...rest,
})

export const aCard = (
  pupil: string,
  standing: Standing = 'unexplained',
  rest: Partial<AbsenceCard> = {},
): AbsenceCard => ({
  pupil,
  classId: '3b',
  date: DATE,
  version: 1,
  vulnerable: false,
  sessions: { AM: { standing, since: at('09:15') } },
  texts: {},
  ...rest,
})

export const aText = (rest: Partial<TextRecord> & { contactId: string }): Record<string, TextRecord> => {
  const record: TextRecord = {
    state: 'accepted',
    kind: 'unreported',
    step: 'first',
    session: 'AM',
    at: at('10:30'),
    leaseUntil: at('10:32'),
    acceptedAt: at('10:30'),
    ...rest,
  }
  return { [textSlot(record)]: record }
}

const STAFF: readonly StaffMember[] = [
  { staffId: 's-lead', name: 'Attendance Lead', role: 'lead', mobile: '+447700900801', classes: [] },
  { staffId: 's-head', name: 'Head', role: 'head', mobile: '+447700900802', classes: [] },
  { staffId: 's-trust', name: 'Trust', role: 'trust', mobile: '+447700900803', classes: [] },
  { staffId: 's-dsl', name: 'Safeguarding Lead', role: 'dsl', mobile: '+447700900804', classes: [] },
  { staffId: 's-deputy', name: 'Deputy', role: 'deputy-dsl', mobile: '+447700900805', classes: [] },
]

/** A school day with one class, a calendar in which every weekday is school, and nothing wrong yet. */
export const aDay = (rest: Partial<Known> = {}): Known => ({
  academy: 'springbank',
  date: DATE,
  calendar: { listed: {}, terms: [] },
  closures: [],
  classes: [aClass('3b')],
  registers: [],
  rosters: {},
  cards: [],
  pupils: {},
  cases: [],
  closedCases: [],
  tasks: [],
  brakes: [],
  replies: [],
  holds: [],
  knownAbsences: [],
  stopped: [],
  due: [],
  meetings: [],
  refusedLeave: [],
  staff: STAFF,
  ...rest,
})

/** Pupils by key, as `Known` holds them. */
export const roll = (...pupils: readonly Pupil[]): Readonly<Record<string, Pupil>> =>
  Object.fromEntries(pupils.map((pupil) => [pupil.key, pupil]))

/** The day on which P1 was missing in the morning and nobody has said why. */
export const aSilentDay = (rest: Partial<Known> = {}): Known =>
  aDay({ registers: [aRegister({ P1: 'N' })], cards: [aCard('P1')], pupils: roll(aPupil('P1')), ...rest })

/** An open task of the office about P1, raised when the register closed. */
export const aTask = (rest: Partial<Task> & Pick<Task, 'id' | 'kind'>): Task => ({
  date: DATE,
  version: 1,
  pupils: ['P1'],
  raised: at('09:15'),
  due: at('10:00'),
  doers: ['office'],
  urgent: false,
  state: 'open',
  why: '',
  rule: 'r',
  clause: 'c',
  pages: {},
  ...rest,
})

/** What is ordered at a clock time of the day. */
export const decideAt = (known: Known, time: string, policy: Policy = springbankPolicy): readonly Order[] =>
  decide(known, policy, at(time, known.date))

type Of<Do extends Order['do']> = Extract<Order, { do: Do }>

export const textsOf = (orders: readonly Order[]): readonly Of<'text'>[] =>
  orders.filter((order): order is Of<'text'> => order.do === 'text')
export const tasksOf = (orders: readonly Order[]): readonly Of<'task'>[] =>
  orders.filter((order): order is Of<'task'> => order.do === 'task')
export const ordersOf = <Do extends Order['do']>(orders: readonly Order[], what: Do): readonly Of<Do>[] =>
  orders.filter((order): order is Of<Do> => order.do === what)

export type { Session }
