/** Those who moved. */
import type { Member } from '../../figures/member.ts'
import { changeOf, type Moved, movers } from '../../figures/movers.ts'
import { shortDate } from '../../letters/written-date.ts'
import { onRoll } from '../../people.ts'
import { membersIn, type ReportFacts } from '../facts.ts'
import type { Section } from '../report.ts'
import { weeksBefore } from '../spans.ts'
import { attendanceOf, classOf, counted, nameOf, rate } from '../words.ts'

/** `+5.3`: the change in percentage points, to one decimal. */
const points = (moved: Moved<unknown>): string => {
  const { up, of } = changeOf(moved)
  return `${up < 0 ? '−' : '+'}${rate(Math.abs(up), of)}`
}

/** Whose attendance went up or down most, of the last school weeks against as many before. */
export const moversIn = (facts: ReportFacts) => {
  const { schoolWeeks, ...rule } = facts.policy.reports.movers
  const spans = weeksBefore(facts.calendar, facts.year, schoolWeeks)
  if (spans === undefined) return undefined
  const before = new Map(membersIn(facts, spans.before).map(({ key, tally }) => [key, tally]))
  const all = membersIn(facts, spans.now).flatMap((who): readonly Moved<Member>[] => {
    const was = before.get(who.key)
    return was && who.pupil && onRoll(who.pupil, facts.year.until) ? [{ who, before: was, now: who.tally }] : []
  })
  return { spans, ...movers(all, { ...rule, minimum: 5 * schoolWeeks }) }
}

export const moversSection = (facts: ReportFacts): Section => {
  const found = moversIn(facts)
  const { schoolWeeks, points: least } = facts.policy.reports.movers
  const rows = (direction: string, moved: readonly Moved<Member>[]) =>
    moved.map((each) => [
      nameOf(each.who),
      classOf(each.who, facts),
      direction,
      attendanceOf(each.before),
      attendanceOf(each.now),
      points(each),
    ])
  return {
    title: 'Movers up and down',
    says: found
      ? [
          `The last ${counted(schoolWeeks, 'school week')}, from ${shortDate(found.spans.now.from)}, against as many before them: changes of ${least} percentage points or more.`,
        ]
      : [`The year is too young to hold ${schoolWeeks} school weeks against as many before them.`],
    table: {
      title: 'Movers up and down',
      columns: [
        { title: 'Pupil' },
        { title: 'Class' },
        { title: 'Direction' },
        { title: 'Before', unit: '%' },
        { title: 'Now', unit: '%' },
        { title: 'Change', unit: 'points' },
      ],
      rows: found ? [...rows('up', found.up), ...rows('down', found.down)] : [],
    },
  }
}
