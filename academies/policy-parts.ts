/** What the fields of a policy are made of: times, dates, roles, duties and the steps of the ladder. */
import * as z from 'zod'

export const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time is HH:MM on the 24-hour clock, like 09:15')
export const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'a date is YYYY-MM-DD, like 2026-01-12')
export const minutes = (most: number) => z.int().min(0).max(most)
export const per100 = z.number().min(0).max(100)
export const words = z.array(z.string().trim().min(1))

export const SWEEPS = ['register-close', 'unreported-absence', 'lunch', 'afternoon-close', 'day-end'] as const
export type Sweep = (typeof SWEEPS)[number]

export const sweepTimes = z.strictObject({
  'register-close': time.describe(
    'Pupils without a reason become N, missing registers are asked for, vulnerable pupils are rung first.',
  ),
  'unreported-absence': time.describe('Families of pupils still unreported are texted.'),
  lunch: time.describe('Silent families are rung, and a case opens.'),
  'afternoon-close': time.describe('Pupils who were here in the morning and are missing now are searched for.'),
  'day-end': time.describe('The Attendance Lead gets the proof of the day.'),
} satisfies Readonly<Record<Sweep, z.ZodType>>)

export const STAFF_ROLES = [
  'teacher',
  'office',
  'lead',
  'head',
  'dsl',
  'deputy-dsl',
  'governor',
  'trust',
  'visitor',
] as const
export const role = z.enum(STAFF_ROLES)

export const page = z.strictObject({
  to: role.describe('Who is paged.'),
  afterMinutes: minutes(240).describe('Minutes after the matter arose, if nobody has dealt with it.'),
})

export const duty = z.strictObject({
  doers: z.array(role).min(1).describe('Who does it.'),
  dueInMinutes: minutes(1440).describe('Time allowed.'),
})

export const ladderStep = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z0-9-]{1,20}$/, 'a step is named in small letters, digits and hyphens, like first-call')
    .describe('The step in the case record: first-call, second-visit.'),
  day: z.int().min(1).max(20).describe('School day without contact on which it falls due, 1 is the first.'),
  at: z.enum(SWEEPS).describe('The moment of that day.'),
  do: z.enum(['call', 'visit', 'referral', 'wider-search', 'text-all']).describe('What is to be done.'),
  repeat: z.enum(['once', 'daily', 'weekly']).describe('Again on later days while there is no contact.'),
  doers: z.array(role).min(1).describe('Who does it.'),
  dueInMinutes: minutes(1440).describe('Time allowed.'),
})

/** Duties that have no place of their own in the policy: who does each, and in what time. */
export const duties = z.strictObject({
  missingRegister: duty.describe('To hand in a register that is not in.'),
  headCount: duty.describe('To count heads in a class without a register.'),
  question: duty.describe('To settle a mark or a text of which nobody is sure.'),
  brake: duty.describe('To release or refuse a held batch.'),
  missedText: duty.describe('To ring a family whose text could not go.'),
  lateStep: duty.describe('To look at the list when a step of the day came late.'),
  reply: duty.describe('To confirm or read an answer.'),
  unconfirmedReply: duty.describe('To confirm an answer that nobody has confirmed by lunch.'),
  urgentReply: duty.describe('To read an answer that cannot wait.'),
  slowReply: duty.describe('To deal with a STOP or an unknown number.'),
  danger: duty.describe('To read a danger word.'),
  ringTrust: duty.describe('To telephone the Trust about a referral it has not acknowledged.'),
  letter: duty.describe('To reach a parent whose letter could not be posted, or came back.'),
  stage: duty.describe(
    'To do what a stage of attendance asks of a person, such as setting an ATTEND meeting or telling parents whom no letter can reach.',
  ),
  panel: duty.describe(
    'To arrange an ATTEND panel that is proposed, to tell the family of one, and to record what came of it.',
  ),
  action: duty.describe('To do an action of an attendance case that is overdue, where its owner has left.'),
  lateness: duty.describe('To look at a pupil who is persistently late.'),
  leaveRequest: duty.describe('To decide a request for leave of absence; nobody else may.'),
  refusedLeave: duty.describe(
    'To find out about a child who is away on days for which leave was refused, and see to the code.',
  ),
  returnPlan: duty.describe('To plan the return of a child who was away for long.'),
  supportAnswer: duty.describe('To write down what a service answered, or ask it again.'),
  closedDay: duty.describe('To say whether the school was closed on a day that has registers.'),
  welfareCall: duty.describe('To ask how a child is.'),
  provision: duty.describe('To find other education for a pupil suspended for more than five school days.'),
  proof: duty.describe('To read the proof of the day.'),
  report: duty.describe('To read a report that is ready.'),
  classTalk: duty.describe('To talk to a class whose attendance is low.'),
  classTarget: duty.describe('To display attendance as a target in a class whose attendance is low.'),
  seal: duty.describe(
    'To see to a day of the record that is not sealed, and to decide whether it is sealed without what is lost.',
  ),
  erasure: duty.describe('To decide whether a pupil whose time is over is erased.'),
  spend: duty.describe('To look at a month’s texts that cost more than expected.'),
})
