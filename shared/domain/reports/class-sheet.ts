/** The sheet of a tutor group for its staff, each half term: every child with attendance, lateness and the colour of the traffic light. */
import { isAtLeast } from '../counting/boundaries.ts'
import { daysOf } from '../counting/rate.ts'
import { absentIn, type Lateness, latenessIn, sumOf, type Tally } from '../counting/tally.ts'
import { shortDate } from '../letters/written-date.ts'
import { onRoll } from '../people.ts'
import { ok, refused } from '../result.ts'
import { halfTermToDate } from '../rewards/rewards.ts'
import { markedIn, membersIn, type ReportFacts } from './facts.ts'
import { HOW_COUNTED, type ReportKind, STAFF } from './kind.ts'
import { attendanceOf, byName, countedAre, groupName, inPerCent, NOTHING, nameOf, sentence } from './words.ts'

const light = (tally: Tally, { letters: { trafficLight } }: ReportFacts['policy']): string => {
  if (tally.possible === 0) return NOTHING
  if (isAtLeast(tally, trafficLight.green)) return 'green'
  return isAtLeast(tally, trafficLight.amber) ? 'amber' : 'red'
}

/** Minutes lost by lateness; a dash for whoever was late and nobody wrote down how long, since nought would say that nothing was lost. */
const minutesLost = (late: Lateness | undefined): string => {
  if (late === undefined) return '0'
  const times = late.beforeClose + late.afterClose
  return times > 0 && late.minutes === 0 ? NOTHING : String(late.minutes)
}

export const classSheet: ReportKind = {
  title: 'Class attendance sheet',
  says: 'Every child of a class: this half term, the year so far, lateness and traffic light.',
  readers: [...STAFF, 'teacher'],
  about: 'class',
  write: (facts, { classId }) => {
    const { policy, year } = facts
    if (classId === undefined || !facts.classes.some(({ id }) => id === classId))
      return refused('not-found', 'There is no such class.', 'Name a class of the roll: ?class=3b.', 'class')
    const half = halfTermToDate(policy, year.until) ?? { name: 'the year so far', ...year }
    const isOfClass = ({ pupil }: ReportFacts['everybody'][number]) =>
      pupil?.classId === classId && onRoll(pupil, year.until)
    const those = { everybody: facts.everybody.filter(isOfClass) }
    const now = new Map(membersIn(those, half).map(({ key, tally }) => [key, tally]))
    const lateness = new Map(markedIn(those, half).map(({ key, marks }) => [key, latenessIn(marks)]))
    const members = membersIn(those, year).toSorted(byName)
    // Of the class as every other report counts it: whoever has left it since is in its half term, and no line of its sheet.
    const ofClass = { everybody: facts.everybody.filter(({ pupil }) => pupil?.classId === classId) }
    const tally = sumOf(membersIn(ofClass, half).map((member) => member.tally))
    const name = groupName('class', classId, facts)
    const red = members.filter((member) => light(member.tally, policy) === 'red').length
    return ok({
      name: 'class-sheet',
      title: `Attendance of ${name}, ${half.name}`,
      school: policy.name,
      period: { from: half.from, until: half.until },
      date: year.until,
      isConfidential: true,
      findings: [
        `Attendance of ${name} this half term is ${inPerCent(tally.attended, tally.possible)}. The target is ${policy.thresholds.target}%.`,
        `${sentence(countedAre(red, 'child', 'children'))} red by the year so far, below ${policy.letters.trafficLight.amber}%.`,
      ],
      sections: [
        {
          title: `${name}, ${half.name}`,
          says: [`From ${shortDate(half.from)} to ${shortDate(half.until)}, and the school year so far.`],
          table: {
            title: `Children of ${name}`,
            columns: [
              { title: 'Child' },
              { title: 'Half term', unit: '%' },
              { title: 'Year', unit: '%' },
              { title: 'Missed this half term', unit: 'days' },
              { title: 'Late this half term', unit: 'times' },
              { title: 'Lost by lateness', unit: 'minutes' },
              { title: 'Traffic light, year' },
            ],
            rows: members.map((member) => {
              const term = now.get(member.key) ?? member.tally
              const late = lateness.get(member.key)
              return [
                nameOf(member),
                attendanceOf(term),
                attendanceOf(member.tally),
                daysOf(absentIn(term)),
                String(term.late),
                minutesLost(late),
                light(member.tally, policy),
              ]
            }),
          },
        },
      ],
      notes: HOW_COUNTED.slice(0, 1),
    })
  },
}
