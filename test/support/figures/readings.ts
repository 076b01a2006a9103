/** What the tables of each report are about: whom a row speaks of, and what its columns measure over which days. */
import { DAY, type Span, TERM, WEEK, YEAR } from './by-hand.ts'
import type { Measure } from './said.ts'

export interface Reading {
  /** How the title of its table begins. */
  readonly of: string
  readonly span: Span
  /** Who a row is about, by its first cell; nobody for a row that is no figure of ours. */
  who(first: string): string | undefined
  readonly columns: Readonly<Record<string, Measure | readonly [Measure, Span]>>
}

export const HIDDEN = ['hidden', '–']
const SCHOOL = ['Whole school', 'Springbank Academy']
const school = (first: string) => (SCHOOL.includes(first) ? 'school' : undefined)
/** `Free school meals: left the roll` is whoever has left the roll. */
const group = (first: string) => (first.endsWith('left the roll') ? 'left the roll' : first)
const anyGroup = (first: string) => school(first) ?? group(first)
const aClass = (first: string) => school(first) ?? (first === 'left the roll' ? first : `class ${first}`)
const itself = (first: string) => first

export const RATES = {
  'Attendance (%)': 'attendance %',
  'Authorised absence (%)': 'authorised %',
  'Unauthorised absence (%)': 'unauthorised %',
} as const
const GROUPS = {
  ...RATES,
  Pupils: 'pupils',
  'Persistently absent (pupils)': 'persistently absent',
  'Persistently absent (%)': 'persistently absent %',
  'Persistently absent (% of pupils)': 'persistently absent %',
  'Severely absent (pupils)': 'severely absent',
  'Below 90% (pupils)': 'below the line',
} as const
const PUPIL = {
  'Attendance (%)': 'attendance %',
  'Authorised (sessions)': 'authorised',
  'Unauthorised (sessions)': 'unauthorised',
  'Late (times)': 'late',
  'Now (%)': 'attendance %',
} as const
const REGISTER = {
  'Possible (pupils)': 'possible',
  'Attended (pupils)': 'attended',
  'Attendance (%)': 'attendance %',
  'Authorised (pupils)': 'authorised',
  'Unauthorised (pupils)': 'unauthorised',
  'Late (pupils)': 'late',
} as const

const codes = (span: Span): Reading => ({
  of: 'Codes used',
  span,
  who: () => undefined,
  columns: {},
})

/** What the tables of each report are about. */
export const READINGS: Readonly<Record<string, readonly Reading[]>> = {
  daily: [
    { of: 'Classes in the morning', span: DAY, who: (name) => `the register of ${name}, AM`, columns: REGISTER },
    { of: 'Classes in the afternoon', span: DAY, who: (name) => `the register of ${name}, PM`, columns: REGISTER },
    codes(DAY),
  ],
  weekly: [
    { of: 'Classes, this week', span: WEEK, who: aClass, columns: GROUPS },
    { of: 'Classes, the school year so far', span: YEAR, who: aClass, columns: GROUPS },
    { of: 'Figures of groups', span: YEAR, who: group, columns: GROUPS },
    { of: 'Pupils below', span: YEAR, who: itself, columns: PUPIL },
    { of: 'Likely to cross', span: YEAR, who: itself, columns: PUPIL },
    {
      of: 'Movers up and down',
      span: YEAR,
      who: itself,
      columns: {
        'Before (%)': ['attendance %', { from: '2025-12-15', until: '2026-01-11' }],
        'Now (%)': ['attendance %', { from: '2026-01-12', until: YEAR.until }],
      },
    },
  ],
  classes: [
    {
      of: 'Class table of the week',
      span: WEEK,
      who: aClass,
      columns: {
        'This week (%)': 'attendance %',
        'Half term (%)': ['attendance %', TERM],
        'Late this week (times)': 'late',
      },
    },
  ],
  'class-sheet': [
    {
      of: 'Children of',
      span: TERM,
      who: itself,
      columns: {
        'Half term (%)': 'attendance %',
        'Year (%)': ['attendance %', YEAR],
        'Late this half term (times)': 'late',
      },
    },
  ],
  governors: [
    { of: 'Year groups, Spring 2026', span: TERM, who: anyGroup, columns: GROUPS },
    { of: 'Year groups, the school year so far', span: YEAR, who: anyGroup, columns: GROUPS },
    { of: 'The school beside', span: YEAR, who: school, columns: GROUPS },
    { of: 'Figures of groups', span: YEAR, who: group, columns: GROUPS },
    codes(TERM),
  ],
  year: [
    { of: 'Year groups', span: YEAR, who: anyGroup, columns: GROUPS },
    { of: 'The school beside', span: YEAR, who: school, columns: GROUPS },
    { of: 'Figures of groups', span: YEAR, who: group, columns: GROUPS },
    codes(YEAR),
  ],
}
