/** The termly report to governors: attendance of each year group beside the national figures, with no child to be recognised in it. */
import type { Policy } from '../../../academies/policy.ts'
import { GROUPINGS } from '../counting/groups.ts'
import type { Span } from '../counting/window.ts'
import { breakdown } from '../figures/breakdown.ts'
import { shortDate } from '../letters/written-date.ts'
import { ok } from '../result.ts'
import { membersIn, type ReportFacts } from './facts.ts'
import { figuresTable, LEFT_OUT, named } from './figures-table.ts'
import { HOW_COUNTED, type ReportKind } from './kind.ts'
import { nationalFor, oneDecimal, tenthsOfHundredths } from './national.ts'
import { attendanceChart } from './parts/chart.ts'
import { codesSection } from './parts/codes.ts'
import { halfTermsSection } from './parts/half-terms.ts'
import { twoWaySection } from './parts/two-way.ts'
import { weekdaySection } from './parts/weekdays.ts'
import type { Section } from './report.ts'
import { termAt } from './spans.ts'
import { attendanceOf, GROUPING_NAMES, inPerCent, NOTHING, rate, spelled, tenthsOf } from './words.ts'

/** Groupings that have a table of their own beside the year groups. */
const BESIDE = GROUPINGS.filter((by) => !['year', 'class', 'ethnicity'].includes(by))

export const yearGroupSection = (facts: ReportFacts, span: Span, title: string): Section => {
  const { policy } = facts
  const { stage1, target } = policy.thresholds
  const { whole, groups } = breakdown(membersIn(facts, span), 'year', policy.thresholds)
  const lines = named('year', groups, facts)
  const [national] = nationalFor(policy)
  return {
    title,
    says: [],
    chart: attendanceChart(
      `Attendance by year group, ${shortDate(span.from)} to ${shortDate(span.until)}`,
      [
        {
          name: 'Attendance',
          points: lines.map(({ name, figures }) => ({
            label: name,
            tenths:
              figures.pupils < policy.reports.hideBelow
                ? null
                : tenthsOf(figures.tally.attended, figures.tally.possible),
          })),
        },
      ],
      [
        { name: `Target ${target}%`, tenths: Math.round(target * 10) },
        ...(national
          ? [{ name: `National ${oneDecimal(national.attendance)}%`, tenths: tenthsOfHundredths(national.attendance) }]
          : []),
      ],
    ),
    table: figuresTable({ title, first: 'Year group', line: stage1, hideBelow: policy.reports.hideBelow }, lines, {
      name: 'Whole school',
      figures: whole,
    }),
  }
}

/** The school beside the Department's figures, each with its period and its source. */
export const nationalSection = (facts: ReportFacts): Section => {
  const { policy, year } = facts
  const { whole } = breakdown(membersIn(facts, year), 'year', policy.thresholds)
  const { tally, pupils, persistent, severe } = whole
  const { severeNationally, hideBelow } = policy.reports
  const isFew = (count: number) => count > 0 && count < hideBelow
  return {
    title: 'Beside the national figures',
    says: [
      'National figures are of pupils aged 5 to 15 and of whole school years: early in a year a school’s own persistent absence is higher, because a few days weigh more.',
      ...(severeNationally > 0
        ? [
            `Severely absent here: ${isFew(severe) ? `fewer than ${hideBelow}` : `${inPerCent(severe, pupils)} of`} pupils; nationally about ${severeNationally}%, to be confirmed.`,
          ]
        : []),
    ],
    table: {
      title: 'The school beside the national figures',
      columns: [
        { title: 'Of' },
        { title: 'Period' },
        { title: 'Attendance', unit: '%' },
        { title: 'Authorised absence', unit: '%' },
        { title: 'Unauthorised absence', unit: '%' },
        { title: 'Persistently absent', unit: '% of pupils' },
      ],
      rows: [
        [
          policy.name,
          `${shortDate(year.from)} to ${shortDate(year.until)}`,
          attendanceOf(tally),
          rate(tally.authorised, tally.possible),
          rate(tally.unauthorised, tally.possible),
          isFew(persistent) ? LEFT_OUT : rate(persistent, pupils),
        ],
        ...nationalFor(policy).map(({ of, period, attendance, authorised, unauthorised, persistent: share }) => [
          of,
          period,
          oneDecimal(attendance),
          authorised === undefined ? NOTHING : oneDecimal(authorised),
          unauthorised === undefined ? NOTHING : oneDecimal(unauthorised),
          oneDecimal(share),
        ]),
      ],
    },
  }
}

/** One table of all the groups that the policy names, each beside its own others. */
export const groupsSection = (facts: ReportFacts, span: Span, hideBelow: number): Section => {
  const { policy } = facts
  const members = membersIn(facts, span)
  const of = (by: (typeof BESIDE)[number] | 'own') => breakdown(members, by, policy.thresholds, facts.own).groups
  const groupings = BESIDE.filter((by) => policy.groups.includes(by))
  const tables = [...groupings, ...(hideBelow === 0 && facts.own.length > 0 ? (['own'] as const) : [])].map((by) =>
    figuresTable(
      {
        title: by === 'own' ? 'Groups of the school’s own' : GROUPING_NAMES[by],
        first: 'Group',
        line: policy.thresholds.stage1,
        hideBelow,
      },
      named(by, of(by), facts),
    ),
  )
  const [first] = tables
  return {
    title: 'By group',
    says: ['Each pupil is in one group of each kind; groups of different kinds overlap.'],
    table: {
      title: 'Figures of groups',
      columns: first?.columns ?? [{ title: 'Group' }],
      rows: tables.flatMap(({ rows }) => rows),
      ...(first?.note === undefined ? {} : { note: first.note }),
    },
  }
}

/** What governors need to know first. */
export const schoolFindings = (facts: ReportFacts, span: Span, what: string): readonly string[] => {
  const { policy } = facts
  const { whole, groups } = breakdown(membersIn(facts, span), 'year', policy.thresholds)
  const { tally, pupils, persistent, severe } = whole
  const shown = named('year', groups, facts).filter(
    ({ figures }) => figures.pupils >= policy.reports.hideBelow && figures.tally.possible > 0,
  )
  const byRate = shown.toSorted(
    ({ figures: { tally: one } }, { figures: { tally: other } }) =>
      one.attended * other.possible - other.attended * one.possible,
  )
  const [lowest, highest] = [byRate[0], byRate.at(-1)]
  const [national] = nationalFor(policy)
  const target = policy.thresholds.target
  const isOnTarget = tally.attended * 100 >= tally.possible * target
  const isFew = (count: number) => count > 0 && count < policy.reports.hideBelow
  return [
    `Attendance of ${what} is ${inPerCent(tally.attended, tally.possible)}: ${spelled(tally.attended)} of ${spelled(tally.possible)} possible sessions. The school’s target is ${target}%, and it is ${isOnTarget ? 'met' : 'not met'}.`,
    ...(national
      ? [`${national.of} had ${oneDecimal(national.attendance)}% in ${national.period} (${national.source}).`]
      : []),
    ...(lowest && highest && lowest !== highest
      ? [
          `${highest.name} has the highest attendance, ${inPerCent(highest.figures.tally.attended, highest.figures.tally.possible)}; ${lowest.name} the lowest, ${inPerCent(lowest.figures.tally.attended, lowest.figures.tally.possible)}.`,
        ]
      : []),
    isFew(persistent)
      ? `Fewer than ${policy.reports.hideBelow} of ${pupils} pupils are persistently absent.`
      : `${persistent} of ${pupils} pupils (${inPerCent(persistent, pupils)}) are persistently absent${isFew(severe) ? '' : `, ${severe} of them severely`}.`,
  ]
}

const NOTES = (policy: Policy): readonly string[] => [
  ...HOW_COUNTED,
  `The school’s own line is below ${policy.thresholds.stage1}%; a pupil at exactly 90% is persistently absent by the Department’s definition and not below the line.`,
]

export const governors: ReportKind = {
  title: 'Attendance: report to governors',
  says: 'Each year group, beside the national figures; small groups left out.',
  readers: ['lead', 'head', 'dsl', 'office', 'governor', 'trust'],
  write: (facts) => {
    const { policy, year } = facts
    const term = termAt(policy.calendar.terms, year.until)
    const span = term
      ? {
          from: term.from < year.from ? year.from : term.from,
          until: term.until < year.until ? term.until : year.until,
        }
      : year
    const name = term?.name ?? 'the year so far'
    return ok({
      name: 'governors',
      title: `Attendance: report to governors, ${name}`,
      school: policy.name,
      period: span,
      date: year.until,
      isConfidential: false,
      findings: schoolFindings(facts, span, `the term ${name}`),
      sections: [
        yearGroupSection(facts, span, `Year groups, ${name}`),
        yearGroupSection(facts, year, 'Year groups, the school year so far'),
        nationalSection(facts),
        groupsSection(facts, year, policy.reports.hideBelow),
        ...twoWaySection(facts, year, policy.reports.hideBelow),
        halfTermsSection(facts),
        weekdaySection(facts, span),
        codesSection(facts, span, policy.reports.hideBelow),
      ],
      notes: NOTES(policy),
    })
  },
}
