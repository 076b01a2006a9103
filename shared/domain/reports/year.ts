/** The review of a school year: what it came to, by year group, half term, day and reason. For governors too, so nobody is named in it. */
import { shortDate } from '../letters/written-date.ts'
import { ok } from '../result.ts'
import { groupsSection, nationalSection, schoolFindings, yearGroupSection } from './governors.ts'
import { HOW_COUNTED, type ReportKind } from './kind.ts'
import { codesSection } from './parts/codes.ts'
import { halfTermsSection } from './parts/half-terms.ts'
import { twoWaySection } from './parts/two-way.ts'
import { weekdaySection } from './parts/weekdays.ts'

export const year: ReportKind = {
  title: 'Attendance: review of the year',
  says: 'What a school year came to; small groups left out.',
  readers: ['lead', 'head', 'dsl', 'office', 'governor', 'trust'],
  write: (facts) => {
    const { policy, year: span } = facts
    return ok({
      name: 'year',
      title: `Attendance: review of the school year from ${shortDate(span.from)}`,
      school: policy.name,
      period: span,
      date: span.until,
      isConfidential: false,
      findings: schoolFindings(facts, span, 'the school year so far'),
      sections: [
        halfTermsSection(facts),
        yearGroupSection(facts, span, 'Year groups'),
        nationalSection(facts),
        groupsSection(facts, span, policy.reports.hideBelow),
        ...twoWaySection(facts, span, policy.reports.hideBelow),
        weekdaySection(facts, span),
        codesSection(facts, span, policy.reports.hideBelow),
      ],
      notes: HOW_COUNTED,
    })
  },
}
