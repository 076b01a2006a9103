/** What the Trust sees: its academies side by side. */
import * as z from 'zod'
import { instant, localDate, localTime, session } from '../values.ts'

const Figures = z.object({
  pupils: z.int().describe('Enrolments with a possible session.'),
  possible: z.int(),
  attended: z.int(),
  absent: z.int(),
  rates: z.object({ attendance: z.string().nullable() }).describe('Per cent, for reading.'),
  persistentlyAbsent: z.int(),
  severelyAbsent: z.int(),
})

const Sweep = z.object({
  sweep: z.string(),
  due: localTime,
  state: z.enum(['done', 'late', 'too-late', 'missed', 'to-come']),
  ran: instant.optional(),
})

const SchoolDay = z.object({ date: localDate, sweeps: z.array(Sweep) })

const AcademyOverview = z.object({
  academy: z.object({ id: z.string(), name: z.string() }),
  date: localDate.describe('Today, there.'),
  today: SchoolDay.nullable().describe('The steps of today; null where it is no school day.'),
  before: SchoolDay.nullable().describe('Those of the school day before it.'),
  lastRun: z.object({ date: localDate, sweep: z.string(), at: instant }).nullable(),
  late: z.int().describe('Steps of these two days that came late, or too late to send anything.'),
  missed: z.int().describe('Steps of these two days that did not happen.'),
  texts: z.object({ sent: z.int(), delivered: z.int(), failed: z.int(), uncertain: z.int() }).describe('Of today.'),
  cost: z
    .object({ todayPence: z.number(), monthPence: z.number(), expectedPounds: z.number() })
    .describe('What texts are held to cost, today and this month, and what the policy expects of a month.'),
  registers: z.object({
    due: z.int().describe('Registers that should be in by now.'),
    missing: z.array(z.object({ class: z.object({ id: z.string(), name: z.string() }), session })),
  }),
  through: localDate.nullable().describe('The last date that the figures count; null where nothing is counted.'),
  figures: Figures.describe('The year to date.'),
})

export const TrustOverviewAnswer = z
  .object({
    academies: z.array(AcademyOverview),
    notBegun: z.array(z.string()).describe('Academies whose policy begins on a later day.'),
    trust: Figures.describe('All of them: the sum of attended sessions over the sum of possible ones.'),
    isUneven: z.boolean().describe('They are not counted to the same date.'),
  })
  .describe('The academies of the Trust side by side.')
