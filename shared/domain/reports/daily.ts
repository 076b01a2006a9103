/** The day: each class in the morning and in the afternoon, and registers that never came. */
import { closedCode } from '../calendar.ts'
import type { Session } from '../codes.ts'
import { countedCodes } from '../counting/class-tally.ts'
import { absentIn, sumOf, type Tally, tallyOf } from '../counting/tally.ts'
import { shortDate, writtenDate } from '../letters/written-date.ts'
import { ok, refused } from '../result.ts'
import { markedIn, type ReportFacts } from './facts.ts'
import { HOW_COUNTED, type ReportKind, STAFF } from './kind.ts'
import { codesSection } from './parts/codes.ts'
import { attendanceOf, countedAre, groupName, inPerCent, listed, NOTHING, sentence } from './words.ts'

const SESSIONS = { AM: 'morning', PM: 'afternoon' } as const

interface Taken {
  readonly name: string
  readonly tally: Tally
  readonly unexplained: number
  readonly isIn: boolean
}

const taken = (facts: ReportFacts, session: Session): readonly Taken[] => {
  const date = facts.year.until
  // A register may hold a mark of somebody who had left by then, which is in no figure.
  const counted = new Set(
    markedIn(facts, { from: date, until: date }).flatMap(({ key, marks }) =>
      marks.some((mark) => mark.session === session) ? [key] : [],
    ),
  )
  return facts.classes.map(({ id }) => {
    const register = facts.registers.find(
      (each) => each.classId === id && each.date === date && each.session === session,
    )
    const codes = Object.entries(countedCodes(register)).flatMap(([pupil, code]) =>
      counted.has(pupil) ? [{ code }] : [],
    )
    return {
      name: groupName('class', id, facts),
      tally: tallyOf(codes),
      unexplained: codes.filter(({ code }) => code === 'N').length,
      isIn: register?.submitted ?? false,
    }
  })
}

export const daily: ReportKind = {
  title: 'The day’s attendance',
  says: 'Each class in the morning and the afternoon, and registers that never came.',
  readers: STAFF,
  isOfOneDay: true,
  write: (facts) => {
    const { year, policy, calendar, closures } = facts
    const date = year.until
    const sessions = (['AM', 'PM'] as const).filter(
      (session) => closedCode(calendar, closures, date, session) === undefined,
    )
    if (sessions.length === 0)
      return refused('no-school', `${shortDate(date)} was no school day.`, 'Ask for a school day.', 'date')
    const days = sessions.map((session) => ({ session, classes: taken(facts, session) }))
    const whole = days.map(({ session, classes }) => ({ session, tally: sumOf(classes.map(({ tally }) => tally)) }))
    const missing = days.flatMap(({ session, classes }) =>
      classes.filter(({ isIn }) => !isIn).map(({ name }) => `${name} in the ${SESSIONS[session]}`),
    )
    const unexplained = days.reduce(
      (sum, { classes }) => sum + classes.reduce((count, each) => count + each.unexplained, 0),
      0,
    )
    return ok({
      name: 'daily',
      title: `Attendance on ${writtenDate(date)}`,
      school: policy.name,
      period: { from: date, until: date },
      date,
      isConfidential: true,
      findings: [
        ...whole.map(
          ({ session, tally }) =>
            `In the ${SESSIONS[session]} ${tally.attended} of ${tally.possible} pupils attended (${inPerCent(tally.attended, tally.possible)}); ${absentIn(tally)} were absent, ${tally.late} came late.`,
        ),
        sentence(`${countedAre(unexplained, 'session')} without a reason so far.`),
        missing.length === 0
          ? 'Every register came.'
          : `Registers that never came, and are in no figure: ${listed(missing)}.`,
      ],
      sections: [
        ...days.map(({ session, classes }) => ({
          title: `Classes in the ${SESSIONS[session]}`,
          says: [],
          table: {
            title: `Classes in the ${SESSIONS[session]}`,
            columns: [
              { title: 'Class' },
              { title: 'Possible', unit: 'pupils' },
              { title: 'Attended', unit: 'pupils' },
              { title: 'Attendance', unit: '%' },
              { title: 'Authorised', unit: 'pupils' },
              { title: 'Unauthorised', unit: 'pupils' },
              { title: 'No reason yet', unit: 'pupils' },
              { title: 'Late', unit: 'pupils' },
            ],
            rows: classes.map(({ name, tally, unexplained: open, isIn }) =>
              isIn || tally.possible > 0
                ? [
                    isIn ? name : `${name} (register not in)`,
                    String(tally.possible),
                    String(tally.attended),
                    attendanceOf(tally),
                    String(tally.authorised),
                    String(tally.unauthorised),
                    String(open),
                    String(tally.late),
                  ]
                : [`${name} (register not in)`, ...Array.from({ length: 7 }, () => NOTHING)],
            ),
          },
        })),
        codesSection(facts, { from: date, until: date }),
      ],
      notes: HOW_COUNTED.slice(0, 1),
    })
  },
}
