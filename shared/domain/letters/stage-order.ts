/** The order for the letter of a stage, from a pupil's marks as they are now. */
import { CODES } from '../codes.ts'
import { type CountedMark, tallyOf } from '../counting/tally.ts'
import type { Span } from '../counting/window.ts'
import type { StageRecord } from '../stages/stage.ts'
import type { LetterStep } from '../stages/steps.ts'
import type { LetterOrder, MissedSession } from './letter.ts'

/** `2025-26` for the first cycle of a school year, `2025-26-2` for the one after a recovery. */
export const letterCycle = ({ year, cycle }: Pick<StageRecord, 'year' | 'cycle'>): string => {
  const begins = Number(year.slice(0, 4))
  const years = `${begins}-${String((begins + 1) % 100).padStart(2, '0')}`
  return cycle === 0 ? years : `${years}-${cycle + 1}`
}

const isMissed = ({ code }: CountedMark): boolean => ['authorised', 'unauthorised'].includes(CODES[code].category)

/**
 * `marks`: the pupil's marks of the span. What the school agreed with the family as a part-time timetable is left out, as it is left out of the
 * figures that the stage goes by. The first date is that of the first mark: a family does not read of days before term.
 */
export const stageOrder = (
  kind: LetterStep,
  record: Pick<StageRecord, 'pupil' | 'year' | 'cycle' | 'due'>,
  marks: readonly CountedMark[],
  span: Span,
): LetterOrder => {
  const counted = marks.filter(({ code }) => code !== 'C2')
  const { possible, attended, authorised, unauthorised } = tallyOf(counted)
  const [first = span.from] = counted.map(({ date }) => date).toSorted()
  const meeting = record.due?.meeting
  return {
    kind,
    pupil: record.pupil,
    cycle: letterCycle(record),
    figures: { from: first, until: span.until, possible, attended, authorised, unauthorised },
    missed: counted.filter(isMissed).map(({ date, session, code }): MissedSession => ({ date, session, code })),
    ...(meeting && { meeting }),
  }
}
