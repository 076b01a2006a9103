import { useEffect, useState } from 'react'
import { type SignInWay, signInWay } from '../client/config.ts'
import type { Failure } from '../client/failure.ts'
import { FailureNotice } from '../parts/notice.tsx'
import { Page } from '../parts/page.tsx'
import { HostedSignIn } from './hosted.tsx'
import { RolePicker } from './role-picker.tsx'

/** The first page: how one signs in depends on where the console is served. */
export const SignIn = ({ expired }: { readonly expired: boolean }) => {
  const [way, setWay] = useState<SignInWay>()
  const [failure, setFailure] = useState<Failure>()
  useEffect(() => {
    void signInWay().then((heard) => ('failure' in heard ? setFailure(heard.failure) : setWay(heard)))
  }, [])
  if (way?.kind === 'local') return <RolePicker expired={expired} />
  if (way) return <HostedSignIn way={way} expired={expired} />
  return <Page title="Sign in">{failure ? <FailureNotice failure={failure} /> : null}</Page>
}
