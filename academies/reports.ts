/** What a policy says of reports: which are made when and for whom, and how they count what a written policy leaves open. */
import * as z from 'zod'
import { GROUPINGS } from '../shared/domain/counting/groups.ts'
import { per100, role, words } from './policy-parts.ts'

export const REPORTS = ['daily', 'weekly', 'review', 'classes', 'class-sheet', 'governors', 'year'] as const
export const EVERY = ['never', 'school-day', 'week', 'fortnight', 'half-term', 'term', 'year'] as const

const scheduled = z.strictObject({
  every: z.enum(EVERY).describe('How often it is made without being asked for; it can be asked for on any day.'),
  tell: z.boolean().describe('A task says that it is ready; otherwise it stands in the list of reports.'),
  doers: z.array(role).min(1).describe('Who reads it, and is told.'),
})

export const reports = z.strictObject({
  schedule: z.record(z.enum(REPORTS), scheduled).describe('Each report: how often, and for whom.'),
  hideBelow: z
    .int()
    .min(2)
    .max(10)
    .describe(
      'Groups and counts of fewer pupils are left out of what governors read, so that nobody recognises a child.',
    ),
  together: z
    .array(
      z.strictObject({
        rows: z.enum(GROUPINGS).describe('The first grouping, like free school meals.'),
        columns: z.enum(GROUPINGS).describe('The grouping it is taken together with, like sex.'),
      }),
    )
    .describe('Groupings that reports show two by two.'),
  movers: z
    .strictObject({
      schoolWeeks: z.int().min(1).max(12).describe('School weeks that are held against as many before them.'),
      points: z.number().min(1).max(50).describe('Percentage points up or down from which a pupil has moved.'),
      most: z.int().min(1).max(50).describe('The most to list of each.'),
    })
    .describe('Whose attendance has moved up or down.'),
  patterns: z
    .strictObject({
      minimumAbsences: z.int().min(2).max(40).describe('Sessions missed before a pattern is looked for.'),
      share: per100.describe(
        'Per cent of the sessions missed that fall on one weekday, or beside holidays, from which it is told.',
      ),
      brokenWeeks: z
        .int()
        .min(2)
        .max(39)
        .describe('School weeks with some but not all days missed from which they are told.'),
      aheadSchoolWeeks: z.int().min(1).max(12).describe('School weeks ahead in which a line may be crossed.'),
      sameCodeShare: per100.describe(
        'Per cent of a class’s absences under one code of which nobody has a word from which it is told.',
      ),
    })
    .describe('Patterns that are worth a person’s look.'),
  classes: z
    .strictObject({
      below: per100.describe('Attendance of a class below which the class is talked to.'),
      minimumSchoolDays: z
        .int()
        .min(1)
        .max(40)
        .describe('School days of the half term that are over before a class is judged.'),
      leftOut: words.describe('Codes of absence that do not count against a class.'),
    })
    .describe('Classes whose attendance is low.'),
  rewards: z
    .strictObject({
      minimumSchoolDays: z
        .int()
        .min(1)
        .max(40)
        .describe('School days of the half term that are over before anybody is rewarded.'),
      leftOut: words.describe('Codes of absence that cost nobody a reward: their sessions are left out of the sum.'),
      most: z.int().min(1).max(50).describe('The most pupils to list as most improved.'),
    })
    .describe('Rewards for attendance; green is the green of the termly letters.'),
  severeNationally: per100.describe(
    'Pupils severely absent nationally, per cent, for governors to compare; 0 leaves it out.',
  ),
})
