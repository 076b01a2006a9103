import { type FormEvent, useEffect, useState } from 'react'
import type { Failure } from '../client/failure.ts'
import { type LocalAcademy, localAcademies, roleOf, signInAs } from '../client/local-sign-in.ts'
import { Button } from '../parts/button.tsx'
import { FailureNotice } from '../parts/notice.tsx'
import { Page } from '../parts/page.tsx'
import { ExpiredNotice } from './expired.tsx'

/** On one machine: who would you like to be? */
export const RolePicker = ({ expired }: { readonly expired: boolean }) => {
  const [academies, setAcademies] = useState<readonly LocalAcademy[]>([])
  const [academy, setAcademy] = useState('')
  const [failure, setFailure] = useState<Failure>()
  useEffect(() => {
    void localAcademies().then((heard) => {
      if (!('value' in heard)) return setFailure(heard)
      setAcademies(heard.value)
      setAcademy(heard.value.find(({ academy: id }) => id === 'springbank')?.academy ?? heard.value[0]?.academy ?? '')
    })
  }, [])
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
            onChange={({ target }) => setAcademy(target.value)}
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
