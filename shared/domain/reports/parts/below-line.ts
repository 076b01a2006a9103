/** Pupils below the policy’s line. */
import { isBelow } from '../../counting/boundaries.ts'
import { daysOf } from '../../counting/rate.ts'
import { absentIn } from '../../counting/tally.ts'
import type { Member } from '../../figures/member.ts'
import { onRoll } from '../../people.ts'
import { membersIn, type ReportFacts } from '../facts.ts'
import type { Section } from '../report.ts'
import { attendanceOf, byName, classOf, counted, nameOf, sentence } from '../words.ts'

/** Who of the year's pupils is below the policy's line, by name: only those on the roll, with sessions enough to judge. */
export const belowLineIn = (facts: ReportFacts): readonly Member[] => {
  const { stage1, minimumSessions } = facts.policy.thresholds
  return membersIn(facts, facts.year)
    .filter(
      ({ pupil, tally }) =>
        pupil && onRoll(pupil, facts.year.until) && tally.possible >= minimumSessions && isBelow(tally, stage1),
    )
    .toSorted(
      (one, other) =>
        one.tally.attended * other.tally.possible - other.tally.attended * one.tally.possible || byName(one, other),
    )
}

export const belowLineSection = (facts: ReportFacts): Section => {
  const { stage1, minimumSessions } = facts.policy.thresholds
  const below = belowLineIn(facts)
  return {
    title: `Pupils below ${stage1}%`,
    says: [
      `${sentence(counted(below.length, 'pupil'))} on the roll ${below.length === 1 ? 'has' : 'have'} attended less than ${stage1}% of the year so far, of those with ${minimumSessions} possible sessions or more.`,
    ],
    table: {
      title: `Pupils below ${stage1}%, the lowest first`,
      columns: [
        { title: 'Pupil' },
        { title: 'Class' },
        { title: 'Attendance', unit: '%' },
        { title: 'Missed', unit: 'days' },
        { title: 'Authorised', unit: 'sessions' },
        { title: 'Unauthorised', unit: 'sessions' },
        { title: 'Late', unit: 'times' },
      ],
      rows: below.map((who) => [
        nameOf(who),
        classOf(who, facts),
        attendanceOf(who.tally),
        daysOf(absentIn(who.tally)),
        String(who.tally.authorised),
        String(who.tally.unauthorised),
        String(who.tally.late),
      ]),
    },
  }
}
