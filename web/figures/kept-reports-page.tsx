import { ReportAnswer } from '../../events/api/figures.ts'
import { KeptReportsAnswer } from '../../events/api/kept-reports.ts'
import { localDate, localTime, spokenDate, spokenTime } from '../../shared/domain/time.ts'
import { addressOf } from '../client/address.ts'
import { useLive } from '../client/live.ts'
import { ListPart } from '../lead/list-part.tsx'
import type { PageProps } from '../pages/page-for.ts'
import { FileButton } from '../parts/file-button.tsx'
import { Freshness } from '../parts/freshness.tsx'
import { Page } from '../parts/page.tsx'
import { MoreRows, usePortion } from '../parts/portion.tsx'
import { ReportBody } from './report-body.tsx'

const Files = ({ id, of }: { readonly id: string; readonly of: string }) => (
  <>
    <FileButton form="PDF" of={of} path={`kept-reports/${id}?as=pdf&hand=link`} />
    <FileButton form="CSV" of={of} path={`kept-reports/${id}?as=csv&hand=link`} />
  </>
)

const KeptList = ({ today }: Pick<PageProps, 'today'>) => {
  const live = useLive(KeptReportsAnswer, 'kept-reports')
  const reports = live.value?.reports ?? []
  const { shown, list: _, ...portion } = usePortion(reports)
  const { zone } = today.academy
  const whenMade = (at: string): string => `${spokenDate(localDate(at, zone))}, ${spokenTime(localTime(at, zone))}`
  return (
    <Page
      title="Kept reports"
      about="As each was made on its day. A mark that is amended afterwards changes none of them; a report written today counts it."
    >
      <Freshness live={live} />
      {live.value ? (
        <ListPart
          title="This school year"
          empty="No report has been made this school year. Each is kept here on the day it is due; until then, write one for any day at Reports."
          count={reports.length}
        >
          {shown.map(({ id, title, classId, date, due, made }) => (
            <li className="fb-row" key={id}>
              <div className="fb-row__facts">
                <h3 className="fb-row__subject">
                  <a className="govuk-link" href={addressOf('kept-reports', id)}>
                    {title}
                  </a>{' '}
                  <span className="fb-row__class">
                    {today.classes.find((each) => each.id === classId)?.name ?? classId}
                  </span>
                </h3>
                <p className="fb-row__happened">
                  For {spokenDate(due)}, counted to {spokenDate(date)}
                </p>
                <p className="fb-row__next">Made {whenMade(made)}</p>
              </div>
              <div className="fb-row__ways">
                <Files id={id} of={`${title}, ${spokenDate(due)}`} />
              </div>
            </li>
          ))}
        </ListPart>
      ) : null}
      <MoreRows {...portion} of="kept reports" />
    </Page>
  )
}

const KeptOne = ({ id }: { readonly id: string }) => {
  const live = useLive(ReportAnswer, `kept-reports/${id}`, 'once')
  const report = live.value
  return (
    <Page
      title={report?.title ?? 'Report'}
      about={
        report
          ? `${spokenDate(report.period.from)} to ${spokenDate(report.period.until)}. As it was made on its day.`
          : undefined
      }
    >
      <p className="govuk-body fb-print-not">
        <a className="govuk-link" href={addressOf('kept-reports')}>
          All kept reports
        </a>
      </p>
      <Freshness live={live} />
      {report ? (
        <>
          <div className="govuk-button-group fb-print-not">
            <Files id={id} of={report.title} />
          </div>
          <ReportBody report={report} />
        </>
      ) : null}
    </Page>
  )
}

/** Reports that were made on their day, as they were made; or one of them. */
export const KeptReportsPage = ({ today, rest: [id] }: Pick<PageProps, 'today' | 'rest'>) =>
  id === undefined ? <KeptList today={today} /> : <KeptOne id={id} />
