import { addressOf } from '../client/address.ts'
import { Notice } from './notice.tsx'

/** Above every page of a school whose roll has not come: nothing can be on any of them. */
export const FreshSchool = () => (
  <Notice title="No pupil is on the roll yet.">
    <p className="govuk-body">
      Every page fills by itself once Firstbell knows the pupils and their parents.{' '}
      <a className="govuk-link" href={addressOf('imports')}>
        Import the roll, then the contacts and staff
      </a>
      .
    </p>
  </Notice>
)
