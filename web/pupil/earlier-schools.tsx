import type * as z from 'zod'
import type { PupilAttendanceAnswer } from '../../events/api/pupils.ts'

type Before = z.output<typeof PupilAttendanceAnswer>['before']

/** What schools before this one counted: apart from the pupil's own figure, so that nobody adds them up. */
export const EarlierSchools = ({ before }: { readonly before: Before }) =>
  before.length === 0 ? null : (
    <table className="govuk-table">
      <caption className="govuk-table__caption govuk-table__caption--s">
        At earlier schools, as they counted it; in none of the figures here
      </caption>
      <thead>
        <tr>
          {['School year', 'School', 'Attended', 'Authorised', 'Unauthorised'].map((name) => (
            <th key={name} className="govuk-table__header" scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {before.map(({ year, school, possible, attended, authorised, unauthorised }) => (
          <tr key={`${year} ${school.number}`}>
            <td className="govuk-table__cell">to {year}</td>
            <td className="govuk-table__cell">{school.name ?? school.number}</td>
            <td className="govuk-table__cell">
              {attended} of {possible}
            </td>
            <td className="govuk-table__cell">{authorised}</td>
            <td className="govuk-table__cell">{unauthorised}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
