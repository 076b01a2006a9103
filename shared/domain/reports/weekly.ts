/** The Attendance Lead's weekly monitor: the week and the year by class and group, who is below the line, who moved, who may still be helped. */

import { sumOf } from '../counting/tally.ts'
import { breakdown } from '../figures/breakdown.ts'
import { shortDate } from '../letters/written-date.ts'
import { aheadIn, inspectedIn, noticedIn } from '../patterns/patterns.ts'
import { ok } from '../result.ts'
import { membersIn } from './facts.ts'
import { figuresTable, named } from './figures-table.ts'
import { groupsSection } from './governors.ts'
import { HOW_COUNTED, type ReportKind, STAFF } from './kind.ts'
import { aheadSection } from './parts/ahead.ts'
import { belowLineIn, belowLineSection } from './parts/below-line.ts'
import { attendanceChart } from './parts/chart.ts'
import { moversIn, moversSection } from './parts/movers.ts'
import { inspectionSection, patternsSection } from './parts/patterns.ts'
import { twoWaySection } from './parts/two-way.ts'
import { weekOf } from './spans.ts'
import { counted, countedAre, groupName, inPerCent, sentence, tenthsOf } from './words.ts'

export const weekly: ReportKind = {
  title: 'Weekly attendance monitor',
  says: 'Groups, classes, pupils below the line, movers, patterns, and who may still be kept from crossing a line.',
  readers: STAFF,
  write: (facts) => {
    const { policy, year } = facts
    const week = weekOf(year.until)
    const thisWeek = membersIn(facts, week)
    const { groups, whole } = breakdown(membersIn(facts, year), 'class', policy.thresholds)
    const ofWeek = breakdown(thisWeek, 'class', policy.thresholds)
    const tally = sumOf(thisWeek.map((member) => member.tally))
    const ahead = aheadIn(facts)
    const moved = moversIn(facts)
    const below = belowLineIn(facts)
    return ok({
      name: 'weekly',
      title: `Weekly attendance monitor, week from ${shortDate(week.from)}`,
      school: policy.name,
      period: week,
      date: year.until,
      isConfidential: true,
      findings: [
        `Attendance this week is ${inPerCent(tally.attended, tally.possible)}; of the school year so far ${inPerCent(whole.tally.attended, whole.tally.possible)}. The target is ${policy.thresholds.target}%.`,
        sentence(
          `${countedAre(below.length, 'pupil')} on the roll and below ${policy.thresholds.stage1}%; ${countedAre(whole.persistent, 'pupil')} persistently absent by the Department’s definition.`,
        ),
        ...(moved
          ? [
              `Moved by ${policy.reports.movers.points} percentage points or more, of those listed: ${moved.up.length} up, ${moved.down.length} down.`,
            ]
          : []),
        sentence(
          `${counted(new Set(ahead.map(({ who }) => who.key)).size, 'pupil')} may cross a line within ${counted(policy.reports.patterns.aheadSchoolWeeks, 'school week')} if it goes on as it does.`,
        ),
      ],
      sections: [
        {
          title: 'Classes, this week',
          says: [],
          chart: attendanceChart(
            'Attendance of classes this week',
            [
              {
                name: 'This week',
                points: ofWeek.groups.map(({ group, figures }) => ({
                  label: groupName('class', group, facts),
                  tenths: tenthsOf(figures.tally.attended, figures.tally.possible),
                })),
              },
            ],
            [{ name: `Target ${policy.thresholds.target}%`, tenths: Math.round(policy.thresholds.target * 10) }],
          ),
          table: figuresTable(
            { title: 'Classes, this week', first: 'Class', line: policy.thresholds.stage1, isShort: true },
            named('class', ofWeek.groups, facts),
            { name: 'Whole school', figures: ofWeek.whole },
          ),
        },
        {
          title: 'Classes, the school year so far',
          says: [],
          table: figuresTable(
            { title: 'Classes, the school year so far', first: 'Class', line: policy.thresholds.stage1 },
            named('class', groups, facts),
            { name: 'Whole school', figures: whole },
          ),
        },
        groupsSection(facts, year, 0),
        ...twoWaySection(facts, year, 0),
        belowLineSection(facts),
        moversSection(facts),
        aheadSection(facts, ahead),
        patternsSection(facts, noticedIn(facts)),
        inspectionSection(facts, inspectedIn(facts)),
      ],
      notes: HOW_COUNTED,
    })
  },
}
