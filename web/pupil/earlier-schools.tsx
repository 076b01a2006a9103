import type * as z from 'zod'
import type { PupilAttendanceAnswer } from '../../events/api/pupils.ts'

type Before = z.output<typeof PupilAttendanceAnswer>['before']

/** What schools before this one counted: apart from the pupil's own figure, so that nobody adds them up. */
export const EarlierSchools = ({ before }: { readonly before: Before }) =>
  before.length === 0 ? null : (
    <table className="fb-figures">
      <caption className="govuk-table__caption govuk-table__caption--s">
        At earlier schools, as they counted it; in none of the figures here
      </caption>
      <thead>
        <tr>
          {['School year', 'School', 'Attended', 'Authorised', 'Unauthorised'].map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {before.map(({ year, school, possible, attended, authorised, unauthorised }) => (
          <tr key={`${year} ${school.number}`}>
            <td>to {year}</td>
            <td>{school.name ?? school.number}</td>
            <td>
              {attended} of {possible}
            </td>
            <td>{authorised}</td>
            <td>{unauthorised}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
