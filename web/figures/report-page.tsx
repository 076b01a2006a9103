import { ReportAnswer } from '../../events/api/figures.ts'
import { addDays, spokenDate } from '../../shared/domain/time.ts'
import { addressOf, goTo } from '../client/address.ts'
import { useLive } from '../client/live.ts'
import { AskForm } from '../forms/ask-form.tsx'
import { Choice, Field } from '../forms/fields.tsx'
import { Button } from '../parts/button.tsx'
import { FileButton } from '../parts/file-button.tsx'
import { Freshness } from '../parts/freshness.tsx'
import { Page } from '../parts/page.tsx'
import type { Today } from '../teacher/my-classes.tsx'
import { ReportBody } from './report-body.tsx'

interface ReportPageProps {
  readonly today: Today
  readonly name: string
  /** The last date that is counted; yesterday when it is left out. */
  readonly date: string | undefined
  readonly classId: string | undefined
}

/** Of these a class must be said. */
const OF_A_CLASS: readonly string[] = ['class-sheet']

/** One report: what it comes to, then each table beside its chart; on paper and as a file too. */
export const ReportPage = ({ today, name, date = addDays(today.date, -1), classId }: ReportPageProps) => {
  const asksClass = OF_A_CLASS.includes(name)
  const aClass = asksClass ? (classId ?? today.classes[0]?.id) : undefined
  const path = `reports/${name}?date=${date}${aClass === undefined ? '' : `&class=${aClass}`}`
  const live = useLive(ReportAnswer, path, 'once')
  const report = live.value
  return (
    <Page
      title={report?.title ?? 'Report'}
      about={
        report
          ? `${spokenDate(report.period.from)} to ${spokenDate(report.period.until)}. Written from the registers as they are now.`
          : undefined
      }
    >
      <p className="govuk-body fb-print-not">
        <a className="govuk-link" href={addressOf('reports')}>
          All reports
        </a>
      </p>
      <div className="fb-line-form fb-print-not">
        <AskForm
          press="Show"
          look="secondary"
          isBusy={false}
          submit={({ text }) => goTo('reports', name, text('date'), ...(asksClass ? [text('class')] : []))}
        >
          <Field label="Counted to" name="date" type="date" required max={today.date} defaultValue={date} />
          {asksClass ? (
            <Choice
              label="Class"
              name="class"
              defaultValue={aClass}
              options={today.classes.map((each) => [each.id, each.name])}
            />
          ) : null}
        </AskForm>
      </div>
      <Freshness live={live} />
      {report ? (
        <>
          <div className="govuk-button-group fb-print-not">
            <FileButton form="PDF" of={report.title} path={`${path}&as=pdf&hand=link`} />
            <FileButton form="CSV" of={report.title} path={`${path}&as=csv&hand=link`} />
            <Button look="secondary" onClick={() => window.print()}>
              Print this page
            </Button>
          </div>
          <ReportBody report={report} />
        </>
      ) : null}
    </Page>
  )
}
