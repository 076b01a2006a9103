import { ReportsAnswer } from '../../events/api/figures.ts'
import { spokenDate } from '../../shared/domain/time.ts'
import { addressOf } from '../client/address.ts'
import { useLive } from '../client/live.ts'
import { ListPart } from '../lead/list-part.tsx'
import type { PageProps } from '../pages/page-for.ts'
import { Freshness } from '../parts/freshness.tsx'
import { Page } from '../parts/page.tsx'
import { ReportPage } from './report-page.tsx'

const EVERY: Readonly<Record<string, string>> = {
  'school-day': 'every school day',
  week: 'every week',
  fortnight: 'every other week',
  'half-term': 'every half term',
  term: 'every term',
  year: 'every year',
  never: 'when it is asked for',
}

/** Reports one may read, each with when it was last due; or one of them. */
export const ReportsPage = ({ today, rest: [name, date, classId] }: Pick<PageProps, 'today' | 'rest'>) =>
  name === undefined ? <ReportList /> : <ReportPage today={today} name={name} date={date} classId={classId} />

const ReportList = () => {
  const live = useLive(ReportsAnswer, 'reports')
  const reports = live.value?.reports ?? []
  return (
    <Page title="Reports" about="Written from the registers as they are now, counted to any day.">
      <Freshness live={live} />
      {live.value ? (
        <ListPart
          title="For you"
          empty="No report is for your role. The reports of a role are in the policy; ask the Attendance Lead for what you need."
          count={reports.length}
        >
          {reports.map((report) => (
            <li className="fb-row" key={report.name}>
              <div className="fb-row__facts">
                <h3 className="fb-row__subject">
                  <a
                    className="govuk-link"
                    href={addressOf('reports', report.name, ...(report.date ? [report.date] : []))}
                  >
                    {report.title}
                  </a>
                </h3>
                <p className="fb-row__happened">{report.says}</p>
                <p className="fb-row__next">
                  Made {EVERY[report.every] ?? report.every}
                  {report.due === null ? '.' : `; last due on ${spokenDate(report.due)}.`}
                </p>
              </div>
            </li>
          ))}
        </ListPart>
      ) : null}
    </Page>
  )
}
