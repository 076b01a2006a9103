/** Reports, patterns, classes and rewards in sentences. */
import type { Policy } from '../policy.ts'
import { counted, doers, listed, sentence } from './words.ts'

type Scheduled = Policy['reports']['schedule'][keyof Policy['reports']['schedule']]

const NAMES: Readonly<Record<keyof Policy['reports']['schedule'], string>> = {
  daily: 'the day’s attendance',
  weekly: 'the weekly monitor',
  review: 'the ATTEND review list',
  classes: 'the class table with rewards',
  'class-sheet': 'the sheet of each class',
  governors: 'the report to governors',
  year: 'the review of the year',
}

const EVERY: Readonly<Record<Scheduled['every'], string>> = {
  never: 'only when asked for',
  'school-day': 'every school day',
  week: 'on the first school day of each week',
  fortnight: 'on the first school day of every other school week',
  'half-term': 'on the last school day of each half term',
  term: 'on the last school day of each term',
  year: 'on the last school day of the year',
}

const scheduled = ([name, { every, tell, doers: readers }]: readonly [string, Scheduled]): string =>
  sentence(
    `${NAMES[name as keyof typeof NAMES]}: ${EVERY[every]}, for ${doers(readers)}${tell ? ', who is told by a task' : ''}.`,
  )

const codes = (left: readonly string[]): string => (left.length === 0 ? 'no code' : listed(left))
const weeks = (count: number): string => counted(count, 'school week', 'school weeks')
const days = (count: number): string => counted(count, 'school day', 'school days')

export const onReports = ({ reports }: Policy): readonly string[] => {
  const { movers, patterns, classes, rewards } = reports
  return [
    ...Object.entries(reports.schedule).map(scheduled),
    `What governors read leaves out groups and counts of fewer than ${reports.hideBelow} pupils. Severely absent nationally: ${reports.severeNationally === 0 ? 'not shown' : `about ${reports.severeNationally}%`}.`,
    reports.together.length === 0
      ? 'No two groupings are shown together.'
      : `Shown two by two: ${listed(reports.together.map(({ rows, columns }) => `${rows} with ${columns}`))}.`,
    `Movers: the last ${weeks(movers.schoolWeeks)} against as many before, from ${movers.points} percentage points on, at most ${movers.most} up and ${movers.most} down.`,
    `Patterns are looked for from ${counted(patterns.minimumAbsences, 'session', 'sessions')} missed: ${patterns.share}% of them on one weekday, in one half of the day, beside holidays or with a brother or sister; or ${weeks(patterns.brokenWeeks)} broken. A class stands out with ${patterns.sameCodeShare}% of its absences under one code.`,
    `Who may cross a line within ${weeks(patterns.aheadSchoolWeeks)} at the rate of the last as many is told, with the last day on which it can be avoided.`,
    `A class below ${classes.below}% in the half term so far, once ${days(classes.minimumSchoolDays)} of it are over, is told to the Attendance Lead once; ${codes(classes.leftOut)} is left out of that sum.`,
    `Rewards are of the half term, once ${days(rewards.minimumSchoolDays)} are over, green from the green of the termly letters on; ${codes(rewards.leftOut)} costs nobody a reward. At most ${rewards.most} are most improved.`,
  ]
}
