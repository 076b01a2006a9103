/** The orders for letters that go to every family at the end of a term, from the pupils' marks. */
import { CODES } from '../codes.ts'
import { absentIn, type CountedMark, tallyOf } from '../counting/tally.ts'
import type { Span } from '../counting/window.ts'
import type { PupilKey } from '../people.ts'
import type { LetterOrder } from './letter.ts'

export type TermlyKind = 'traffic-light' | 'full-attendance'

/** The same span is one letter to each, however often it is ordered. */
export const termlyCycle = ({ from, until }: Span): string => `${from}_${until}`

/**
 * The order for a pupil, by the published percentage; `undefined` where there is nothing to say: no session was possible, or a certificate of
 * 100% for somebody who missed one. `marks`: the pupil's of the span.
 */
export const termlyOrder = (
  kind: TermlyKind,
  pupil: PupilKey,
  marks: readonly CountedMark[],
  span: Span,
  term: string,
): LetterOrder | undefined => {
  const tally = tallyOf(marks)
  const { possible, attended, authorised, unauthorised } = tally
  if (possible === 0 || (kind === 'full-attendance' && absentIn(tally) > 0)) return undefined
  return {
    kind,
    pupil,
    cycle: termlyCycle(span),
    figures: { ...span, possible, attended, authorised, unauthorised },
    missed: marks
      .filter(({ code }) => ['authorised', 'unauthorised'].includes(CODES[code].category))
      .map(({ date, session, code }) => ({ date, session, code })),
    term,
  }
}
