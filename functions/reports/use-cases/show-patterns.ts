/** Patterns as the API answers with them: pupils by the school's own ids, every sentence with the counts behind it. */
import { reportFacts } from '../../../shared/counting/report-facts.ts'
import { showTally } from '../../../shared/domain/figures/shown.ts'
import { aheadIn, inspectedIn, noticedIn } from '../../../shared/domain/patterns/patterns.ts'
import { codesSection } from '../../../shared/domain/reports/parts/codes.ts'
import { weekdaySection } from '../../../shared/domain/reports/parts/weekdays.ts'
import type { LocalDate } from '../../../shared/domain/time.ts'
import type { Call } from '../call.ts'

export const showPatterns = async (call: Call, until: LocalDate) => {
  const facts = await reportFacts(call.stores, call.academy, call.policy, until)
  const people = new Map(facts.everybody.map(({ key, pupil }) => [key, pupil?.pupilId]))
  const ids = (keys: readonly string[]) => keys.flatMap((key) => people.get(key) ?? [])
  return {
    ...facts.year,
    patterns: noticedIn(facts).map(({ pupils, ...each }) => ({ ...each, pupils: ids(pupils) })),
    ahead: aheadIn(facts).map(({ who, ...each }) => ({
      pupil: who.pupil?.pupilId ?? null,
      attendance: showTally(who.tally),
      ...each,
    })),
    registers: inspectedIn(facts).map(({ classId, ...each }) => ({ class: classId, ...each })),
    weekdays: weekdaySection(facts, facts.year).table,
    codes: codesSection(facts, facts.year).table,
  }
}
