import { useEffect, useState } from 'react'
import type { HostedWay } from '../client/config.ts'
import type { Failure } from '../client/failure.ts'
import { type Admitted, comeBack, goToSignIn, leaveSignIn } from '../client/hosted-sign-in.ts'
import { outsideOf, placesOf } from '../client/id-token.ts'
import { roleWord } from '../client/role-words.ts'
import { signIn } from '../client/sign-in-state.ts'
import { Button } from '../parts/button.tsx'
import { FailureNotice, Notice } from '../parts/notice.tsx'
import { Page } from '../parts/page.tsx'
import { ExpiredNotice } from './expired.tsx'

/** Lets somebody in at the first of their schools; somebody of the Trust or of an authority at none. Answers whether they have anything here. */
const enter = (person: Admitted): boolean => {
  const places = placesOf(person).map(({ academy, group }) => ({ academy, as: roleWord(group) }))
  const [first] = places
  const outside = [...outsideOf(person.groups)]
  const place = first ?? (outside[0] === undefined ? undefined : { academy: '', as: roleWord(outside[0]) })
  if (!place) return false
  const { token, sub, renewal } = person
  const more = { ...(places.length > 1 ? { places } : {}), ...(outside.length > 0 ? { outside } : {}) }
  signIn({ ...place, token, sub, renewal, ...more })
  return true
}

/** The sign-in page remembers them: whoever took the wrong account would be let in as the same again. */
const NoRole = ({ way }: { readonly way: HostedWay }) => (
  <Notice title="You are signed in, and have no role at any school yet.">
    <p className="govuk-body">
      Ask the trust operator to give you one; then sign in again. If you have another account, sign out of this one
      first.
    </p>
    <Button look="secondary" onClick={() => leaveSignIn(way)}>
      Sign out of this account
    </Button>
  </Notice>
)

/** What was entered stands in this tab alone, so that nobody is taken away from it without their saying so. */
const NoOtherTab = ({ here }: { readonly here: () => void }) => (
  <Notice tone="urgent" title="Your browser has opened no other tab.">
    <p className="govuk-body">
      Allow this page to open one (by the sign in the address bar, or in the settings under “pop-ups”), then press Sign
      in again. What you entered stays as long as this tab is open.
    </p>
    <Button look="secondary" onClick={here}>
      Sign in in this tab and lose what I had not sent
    </Button>
  </Notice>
)

/** On AWS: by way of the trust's sign-in page. */
export const HostedSignIn = ({ way, expired }: { readonly way: HostedWay; readonly expired: boolean }) => {
  const [failure, setFailure] = useState<Failure>()
  const [isWithoutRole, setWithoutRole] = useState(false)
  const [isShut, setShut] = useState(false)
  const go = async (where: 'here' | 'beside'): Promise<void> => setShut(!(await goToSignIn(way, where)))
  useEffect(() => {
    void comeBack(way).then((heard) => {
      if (heard === undefined) return
      if ('kind' in heard) setFailure(heard)
      else setWithoutRole(!enter(heard))
    })
  }, [way])
  return (
    <Page title="Sign in" about="Attendance of your school. Sign in with your school account.">
      {expired ? <ExpiredNotice beside /> : null}
      {failure ? <FailureNotice failure={failure} /> : null}
      {isWithoutRole ? <NoRole way={way} /> : null}
      {isShut ? <NoOtherTab here={() => void go('here')} /> : null}
      <Button onClick={() => void go(expired ? 'beside' : 'here')}>Sign in</Button>
    </Page>
  )
}
