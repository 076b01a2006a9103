/** The weekly table of classes, and the rewards of the half term: green, full attendance, most improved. */
import { breakdown } from '../figures/breakdown.ts'
import type { Member } from '../figures/member.ts'
import { changeOf } from '../figures/movers.ts'
import { shortDate } from '../letters/written-date.ts'
import { ok } from '../result.ts'
import { halfTermToDate, lowClasses, rewardsOf } from '../rewards/rewards.ts'
import { membersIn, type ReportFacts } from './facts.ts'
import { HOW_COUNTED, type ReportKind, STAFF } from './kind.ts'
import { attendanceChart } from './parts/chart.ts'
import type { Section } from './report.ts'
import { weekOf } from './spans.ts'
import {
  attendanceOf,
  byName,
  classOf,
  counted,
  groupName,
  inPerCent,
  listed,
  nameOf,
  rate,
  sentence,
  tenthsOf,
} from './words.ts'

const classTable = (facts: ReportFacts): Section => {
  const { policy, year } = facts
  const half = halfTermToDate(policy, year.until) ?? year
  const week = breakdown(membersIn(facts, weekOf(year.until)), 'class', policy.thresholds).groups
  const term = new Map(
    breakdown(membersIn(facts, half), 'class', policy.thresholds).groups.map(({ group, figures }) => [group, figures]),
  )
  const inOrder = week
    .filter(({ group }) => facts.classes.some(({ id }) => id === group))
    .toSorted(
      ({ figures: { tally: one } }, { figures: { tally: other } }) =>
        other.attended * one.possible - one.attended * other.possible,
    )
  return {
    title: 'Class table of the week',
    says: ['The highest attendance first.'],
    chart: attendanceChart(
      'Attendance of classes this week',
      [
        {
          name: 'This week',
          points: inOrder.map(({ group, figures: { tally } }) => ({
            label: groupName('class', group, facts),
            tenths: tenthsOf(tally.attended, tally.possible),
          })),
        },
      ],
      [{ name: `Target ${policy.thresholds.target}%`, tenths: Math.round(policy.thresholds.target * 10) }],
    ),
    table: {
      title: 'Class table of the week',
      columns: [
        { title: 'Class' },
        { title: 'This week', unit: '%' },
        { title: 'Half term', unit: '%' },
        { title: 'Late this week', unit: 'times' },
      ],
      rows: inOrder.map(({ group, figures: { tally } }) => {
        const half = term.get(group)
        return [
          groupName('class', group, facts),
          attendanceOf(tally),
          half ? attendanceOf(half.tally) : '–',
          String(tally.late),
        ]
      }),
    },
  }
}

const list = (facts: ReportFacts, title: string, says: string, members: readonly Member[]): Section => ({
  title,
  says: [says],
  table: {
    title,
    columns: [{ title: 'Class' }, { title: 'Pupils' }, { title: 'Names' }],
    rows: [...Map.groupBy(members.toSorted(byName), (member) => classOf(member, facts))]
      .toSorted(([one], [other]) => one.localeCompare(other, 'en-GB', { numeric: true }))
      .map(([name, those]) => [name, String(those.length), listed(those.map(nameOf))]),
  },
})

const rewardSections = (facts: ReportFacts): readonly Section[] => {
  const found = rewardsOf(facts)
  if (found === undefined || found.isTooEarly) return []
  const { green } = facts.policy.letters.trafficLight
  return [
    list(facts, `Full attendance, ${found.name}`, 'Not one session missed, but for those left out below.', found.full),
    list(facts, `Green attendance, ${found.name}`, `At ${green}% or more, and not full.`, found.green),
    {
      title: `Most improved, ${found.name}`,
      says: ['Against the half term before, by percentage points.'],
      table: {
        title: `Most improved, ${found.name}`,
        columns: [
          { title: 'Pupil' },
          { title: 'Class' },
          { title: 'Before', unit: '%' },
          { title: 'Now', unit: '%' },
          { title: 'Up', unit: 'points' },
        ],
        rows: found.improved.map((each) => {
          const { up, of } = changeOf(each)
          return [
            nameOf(each.who),
            classOf(each.who, facts),
            attendanceOf(each.before),
            attendanceOf(each.now),
            rate(up, of),
          ]
        }),
      },
    },
  ]
}

export const classes: ReportKind = {
  title: 'Class table and rewards',
  says: 'The week’s class table, classes below the line, and the half term’s rewards.',
  readers: [...STAFF],
  write: (facts) => {
    const { policy, year } = facts
    const week = weekOf(year.until)
    const half = halfTermToDate(policy, year.until) ?? { name: 'the year so far', ...year }
    const low = lowClasses(facts, half)
    const { below, leftOut: fromClass } = policy.reports.classes
    const { leftOut } = policy.reports.rewards
    const sentences = low.map(
      ({ classId, attended, possible }) => `${groupName('class', classId, facts)} at ${inPerCent(attended, possible)}`,
    )
    return ok({
      name: 'classes',
      title: `Class table and rewards, week from ${shortDate(week.from)}`,
      school: policy.name,
      period: week,
      date: year.until,
      isConfidential: true,
      findings: [
        low.length === 0
          ? `No class is below ${below}% this half term.`
          : `${sentence(counted(low.length, 'class', 'classes'))} below ${below}% this half term, to be talked to: ${listed(sentences)}.`,
        ...(rewardsOf(facts)?.isTooEarly ? ['It is too early in the half term for rewards.'] : []),
      ],
      sections: [classTable(facts), ...rewardSections(facts)],
      notes: [
        leftOut.length === 0
          ? 'Every absence counts for rewards.'
          : `For rewards, sessions under the codes ${listed(leftOut)} are left out of the sum, so that nobody loses a reward for having been ill.`,
        fromClass.length === 0
          ? 'Against a class every absence counts.'
          : `Against a class, sessions under the codes ${listed(fromClass)} are left out.`,
        ...HOW_COUNTED.slice(0, 2),
      ],
    })
  },
}
