/** The fortnightly ATTEND review: each open case, what is agreed and overdue, and attendance before the work began and since. */
import { arrangedMeeting } from '../attend/attend-case.ts'
import { overdueActions } from '../attend/plan.ts'
import type { Tally } from '../counting/tally.ts'
import { shortDate } from '../letters/written-date.ts'
import { ok } from '../result.ts'
import type { Marked, ReportFacts, Reviewed } from './facts.ts'
import { HOW_COUNTED, type ReportKind } from './kind.ts'
import { attendanceChart } from './parts/chart.ts'
import type { Section } from './report.ts'
import { attendanceOf, byName, classOf, counted, countedAre, nameOf, sentence, tenthsOf } from './words.ts'

/** Attendance is higher since the work began, compared as whole numbers. */
const hasRisen = ({ impact: { before, after } }: Reviewed): boolean =>
  after.attended * before.possible > before.attended * after.possible

const rowOf = (facts: ReportFacts, { case: aCase, impact }: Reviewed, who: ReportFacts['everybody'][number]) => {
  const meeting = arrangedMeeting(aCase)
  const overdue = overdueActions(aCase, facts.year.until).length
  const open = aCase.actions.filter(({ state }) => state === 'open').length
  return [
    nameOf(who),
    classOf(who, facts),
    shortDate(aCase.review),
    aCase.plan ? 'yes' : 'no',
    meeting ? shortDate(meeting.date) : aCase.proposal ? 'proposed' : 'none',
    overdue === 0 ? `${open} open` : `${open} open, ${overdue} overdue`,
    attendanceOf(impact.before),
    attendanceOf(impact.after),
  ]
}

/** More rows than this are no picture any more: the table has them all. */
const MOST_IN_CHART = 24

/** What the work has changed, case by case; no picture of nobody. */
const impactChart = (cases: readonly (Reviewed & { readonly who: Marked })[]): Pick<Section, 'chart'> => {
  const first = cases.slice(0, MOST_IN_CHART)
  const points = (pick: (impact: Reviewed['impact']) => Tally) =>
    first.map(({ who, impact }) => {
      const { attended, possible } = pick(impact)
      return { label: nameOf(who), tenths: tenthsOf(attended, possible) }
    })
  if (first.length === 0) return {}
  const more = cases.length > first.length ? `, the first ${first.length}` : ''
  return {
    chart: attendanceChart(`Attendance before the work began and since${more}`, [
      { name: 'Before', points: points(({ before }) => before) },
      { name: 'Since', points: points(({ after }) => after) },
    ]),
  }
}

export const review: ReportKind = {
  title: 'ATTEND review list',
  says: 'Open attendance cases: what is due, what is agreed, and attendance before and after.',
  readers: ['lead', 'head', 'dsl'],
  about: 'cases',
  write: (facts) => {
    const { policy, year, reviewed } = facts
    const people = new Map(facts.everybody.map((each) => [each.key, each]))
    const cases = reviewed
      .flatMap((each) => {
        const who = people.get(each.case.pupil)
        return who ? [{ ...each, who }] : []
      })
      .toSorted((one, other) =>
        one.case.review < other.case.review ? -1 : one.case.review > other.case.review ? 1 : byName(one.who, other.who),
      )
    const due = cases.filter(({ case: aCase }) => aCase.review <= year.until)
    const risen = cases.filter(hasRisen)
    const overdue = cases.filter(({ case: aCase }) => overdueActions(aCase, year.until).length > 0)
    return ok({
      name: 'review',
      title: `ATTEND review, ${shortDate(year.until)}`,
      school: policy.name,
      period: year,
      date: year.until,
      isConfidential: true,
      findings:
        cases.length === 0
          ? ['No attendance case is open.']
          : [
              `${sentence(countedAre(cases.length, 'attendance case'))} open; the review of ${due.length} is due.`,
              `Attendance has risen since the work began for ${risen.length} of them.`,
              `${sentence(counted(overdue.length, 'case'))} with actions overdue.`,
            ],
      sections: [
        {
          title: 'Open cases',
          says: [],
          ...impactChart(cases),
          table: {
            title: 'Open cases, the next review first',
            columns: [
              { title: 'Pupil' },
              { title: 'Class' },
              { title: 'Review' },
              { title: 'Plan' },
              { title: 'Meeting' },
              { title: 'Actions' },
              { title: 'Attendance before', unit: '%' },
              { title: 'Attendance since', unit: '%' },
            ],
            rows: cases.map((each) => rowOf(facts, each, each.who)),
          },
        },
      ],
      notes: [
        '“Before” counts from the beginning of the school year in which the work began; “since” from that day on.',
        ...HOW_COUNTED.slice(0, 1),
      ],
    })
  },
}
