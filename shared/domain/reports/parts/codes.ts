/** Which codes were used. */
import { ALL_CODES, CODES, type Code, isPossible } from '../../codes.ts'
import { countByCode, tallyOf } from '../../counting/tally.ts'
import type { Span } from '../../counting/window.ts'
import { markedIn, type ReportFacts } from '../facts.ts'
import type { Section } from '../report.ts'
import { NOTHING, rate } from '../words.ts'

/**
 * Absence by reason: sessions of each code as a share of the possible ones (DfE methodology, Annex A). For readers outside the staff, codes
 * that fewer pupils have had than `hideBelow` stand together.
 */
export const codesSection = (facts: ReportFacts, span: Span, hideBelow = 0): Section => {
  const marked = markedIn(facts, span)
  const marks = marked.flatMap((each) => each.marks)
  const { possible } = tallyOf(marks)
  const pupilsWith = (code: Code): number =>
    marked.filter((each) => each.marks.some((mark) => mark.code === code)).length
  const counts = countByCode(marks)
  const codes = ALL_CODES.filter((code) => CODES[code].category !== 'present' && counts[code] !== undefined)
  const shown = codes
    .filter((code) => pupilsWith(code) >= hideBelow)
    .toSorted((one, other) => (counts[other] ?? 0) - (counts[one] ?? 0))
  const isOther = shown.length < codes.length
  return {
    title: 'Codes used',
    says: ['Sessions under each code, and their share of all possible sessions. Codes of presence are left out.'],
    table: {
      title: 'Codes used',
      columns: [{ title: 'Code' }, { title: 'Meaning' }, { title: 'Sessions' }, { title: 'Of possible', unit: '%' }],
      rows: shown.map((code) => [
        code,
        CODES[code].meaning,
        String(counts[code] ?? 0),
        isPossible(code) ? rate(counts[code] ?? 0, possible) : NOTHING,
      ]),
      ...(isOther ? { note: `Codes that fewer than ${hideBelow} pupils have had are left out.` } : {}),
    },
  }
}
