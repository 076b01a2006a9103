import type * as z from 'zod'
import type { ReportAnswer } from '../../events/api/figures.ts'
import { Tag } from '../parts/tag.tsx'
import { FigureChart } from './figure-chart.tsx'
import { FigureTable, type Section } from './figure-table.tsx'

const ReportSection = ({ section: { title, says, chart, table } }: { readonly section: Section }) => (
  <div className="fb-report">
    <h2 className="govuk-heading-m">{title}</h2>
    {says.map((sentence) => (
      <p className="govuk-body" key={sentence}>
        {sentence}
      </p>
    ))}
    <div className="fb-report__figures">
      {chart?.series.some(({ points }) => points.length > 0) ? <FigureChart chart={chart} /> : null}
      <FigureTable table={table} />
    </div>
  </div>
)

/** What a report says: what it comes to, then each table beside its chart, and how it is counted. */
export const ReportBody = ({ report }: { readonly report: z.output<typeof ReportAnswer> }) => (
  <>
    {report.isConfidential ? (
      <p className="govuk-body">
        <Tag tone="waiting">Names children</Tag> For the school’s own staff alone.
      </p>
    ) : null}
    <ul className="govuk-list govuk-list--bullet">
      {report.findings.map((finding) => (
        <li key={finding}>{finding}</li>
      ))}
    </ul>
    {report.sections.map((section) => (
      <ReportSection key={section.title} section={section} />
    ))}
    <h2 className="govuk-heading-m">How it is counted</h2>
    {report.notes.map((note) => (
      <p className="govuk-body-s" key={note}>
        {note}
      </p>
    ))}
  </>
)
