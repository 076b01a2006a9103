import { type FormEvent, useState } from 'react'
import type { Failure } from '../client/failure.ts'
import { localAcademies, roleOf, signInAs } from '../client/local-sign-in.ts'
import { useUntilThere } from '../client/until-there.ts'
import { Button } from '../parts/button.tsx'
import { FailureNotice } from '../parts/notice.tsx'
import { Page } from '../parts/page.tsx'
import { ExpiredNotice } from './expired.tsx'

/** On one machine: who would you like to be? */
export const RolePicker = ({ expired }: { readonly expired: boolean }) => {
  const { value: academies = [], failure: unknown } = useUntilThere(localAcademies)
  const [chosen, setChosen] = useState<string>()
  const [failure, setFailure] = useState<Failure>()
  const first = academies.find(({ academy: id }) => id === 'springbank') ?? academies[0]
  const academy = chosen ?? first?.academy ?? ''
  const people = academies.find((each) => each.academy === academy)?.people ?? []
  const enter = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    const sub = new FormData(event.currentTarget).get('person')
    const person = people.find((each) => each.sub === sub)
    if (person) void signInAs(academy, person).then(setFailure)
  }
  return (
    <Page title="Sign in" about="A made-up trust on this machine. Choose a school and be anybody who works there.">
      {expired ? <ExpiredNotice /> : null}
      {unknown ? <FailureNotice failure={unknown} isQuiet /> : null}
      {failure ? <FailureNotice failure={failure} /> : null}
      <form onSubmit={enter}>
        <div className="govuk-form-group">
          <label className="govuk-label" htmlFor="academy">
            School
          </label>
          <select
            className="govuk-select"
            id="academy"
            value={academy}
            onChange={({ target }) => setChosen(target.value)}
          >
            {academies.map(({ academy: id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </div>
        <div className="govuk-form-group">
          <label className="govuk-label" htmlFor="person">
            You are
          </label>
          <select className="govuk-select" id="person" name="person">
            {people.map((person) => (
              <option key={person.sub} value={person.sub}>
                {roleOf(person)}
              </option>
            ))}
          </select>
        </div>
        <Button type="submit">Sign in</Button>
      </form>
    </Page>
  )
}
