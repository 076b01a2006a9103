/** The marks of a referral's weeks that another school of the trust made, under that school's name. */
import { pupilMarksBetween } from '../../../../shared/counting/marks-between.ts'
import { schoolYearOf } from '../../../../shared/domain/calendar.ts'
import type { CountedMark } from '../../../../shared/domain/counting/tally.ts'
import type { Span } from '../../../../shared/domain/counting/window.ts'
import { carriesOver } from '../../../../shared/domain/penalties/elsewhere.ts'
import { policyAt } from '../../../../shared/follow-up/load-known.ts'
import { leftOn } from '../../../../shared/penalties/load-elsewhere.ts'
import type { PenaltyMatter } from '../../../../shared/penalties/load-penalties.ts'
import type { Call } from '../../call.ts'

/**
 * Nothing is read where every session that counts was recorded here. A mark after the leaving day that the other school has is none, as for the
 * sessions that count: the register beside them says what they were counted from.
 */
export const marksElsewhere = async (
  { stores, now }: Call,
  { record, count }: PenaltyMatter,
  span: Span,
): Promise<{ readonly marks: readonly CountedMark[]; readonly names: ReadonlyMap<string, string> }> => {
  const schools = new Set(count.counted.map(({ school }) => school))
  const marks: CountedMark[] = []
  const names = new Map<string, string>()
  for (const { academy, pupil } of (record.elsewhere ?? []).filter(carriesOver)) {
    if (!schools.has(academy)) continue
    const { version } = await policyAt(stores, academy, now)
    names.set(academy, version.policy.name)
    const years = [...new Set([schoolYearOf(span.from), schoolYearOf(span.until)])]
    const tallies = (await Promise.all(years.map((year) => stores.tallies(academy, year)))).flat()
    const classes = tallies.filter(({ pupils, past }) => pupil in pupils || pupil in past).map(({ classId }) => classId)
    const [theirs, left] = await Promise.all([
      pupilMarksBetween(stores, academy, pupil, classes, span),
      leftOn(stores, { academy, pupil }),
    ])
    const within = theirs.filter(({ date }) => left === undefined || date <= left)
    marks.push(...within.map((mark) => ({ ...mark, school: academy })))
  }
  return { marks, names }
}
