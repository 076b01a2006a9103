/** Patterns as the API answers with them: pupils by the school's own ids and by name, every sentence with the counts behind it. */
import { reportFacts } from '../../../shared/counting/report-facts.ts'
import type { Member } from '../../../shared/domain/figures/member.ts'
import { showTally } from '../../../shared/domain/figures/shown.ts'
import { aheadIn, inspectedIn, noticedIn } from '../../../shared/domain/patterns/patterns.ts'
import { firstName } from '../../../shared/domain/people.ts'
import { codesSection } from '../../../shared/domain/reports/parts/codes.ts'
import { weekdaySection } from '../../../shared/domain/reports/parts/weekdays.ts'
import type { LocalDate } from '../../../shared/domain/time.ts'
import type { Call } from '../call.ts'

const personOf = (pupil: NonNullable<Member['pupil']>) => ({
  id: pupil.pupilId,
  name: `${firstName(pupil)} ${pupil.surname}`,
  class: pupil.classId,
})

export const showPatterns = async (call: Call, until: LocalDate) => {
  const facts = await reportFacts(call.stores, call.academy, call.policy, until)
  const people = new Map(facts.everybody.flatMap(({ key, pupil }) => (pupil ? [[key, personOf(pupil)] as const] : [])))
  const those = (keys: readonly string[]) => keys.flatMap((key) => people.get(key) ?? [])
  return {
    ...facts.year,
    patterns: noticedIn(facts).map(({ pupils, ...each }) => ({
      ...each,
      pupils: those(pupils).map(({ id }) => id),
      people: those(pupils),
    })),
    ahead: aheadIn(facts).map(({ who, ...each }) => ({
      pupil: who.pupil?.pupilId ?? null,
      person: who.pupil ? personOf(who.pupil) : null,
      attendance: showTally(who.tally),
      ...each,
    })),
    registers: inspectedIn(facts).map(({ classId, ...each }) => ({ class: classId, ...each })),
    weekdays: weekdaySection(facts, facts.year).table,
    codes: codesSection(facts, facts.year).table,
  }
}
