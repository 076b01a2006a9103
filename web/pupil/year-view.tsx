import { spokenDate } from '../../shared/domain/time.ts'
import { type DayShown, dayInWords, type SessionShown, weeksOf } from './herringbone.ts'

const Half = ({ mark }: { readonly mark: SessionShown | undefined }) => (
  <span className={mark ? `fb-half fb-half--${mark.counts}` : 'fb-half'}>{mark ? (mark.code ?? '–') : ''}</span>
)

const Day = ({ day }: { readonly day: DayShown }) => (
  <td>
    <span className="fb-day-marks" aria-hidden="true">
      <Half mark={day.AM} />
      <Half mark={day.PM} />
    </span>
    <span className="govuk-visually-hidden">{dayInWords(day)}</span>
  </td>
)

/** The year as registers have always shown it: / and \ for a day in school, a code for what was not. */
export const YearView = ({ sessions }: { readonly sessions: readonly SessionShown[] }) => (
  <details className="govuk-details fb-printed">
    <summary className="govuk-details__summary">
      <span className="govuk-details__summary-text">The year, mark by mark</span>
    </summary>
    <div className="govuk-details__text fb-wide">
      <table className="fb-year">
        <caption className="govuk-visually-hidden">Marks of the school year by week, morning and afternoon</caption>
        <thead>
          <tr>
            <th scope="col">Week of</th>
            {['Mon', 'Tue', 'Wed', 'Thu', 'Fri'].map((day) => (
              <th scope="col" key={day}>
                {day}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(sessions).map(({ from, days }) => (
            <tr key={from}>
              <th scope="row">{spokenDate(from).replace('Monday ', '')}</th>
              {days.map((day) => (
                <Day key={day.date} day={day} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="govuk-body-s">/ and \ in school, L late, N no reason yet. Any other code is under “Why?”.</p>
    </div>
  </details>
)
