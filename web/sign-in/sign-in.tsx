import { signInWay } from '../client/config.ts'
import { useUntilThere } from '../client/until-there.ts'
import { FailureNotice } from '../parts/notice.tsx'
import { Page } from '../parts/page.tsx'
import { HostedSignIn } from './hosted.tsx'
import { RolePicker } from './role-picker.tsx'

/** The first page: how one signs in depends on where the console is served. */
export const SignIn = ({ expired }: { readonly expired: boolean }) => {
  const { value: way, failure } = useUntilThere(signInWay)
  if (way?.kind === 'local') return <RolePicker expired={expired} />
  if (way) return <HostedSignIn way={way} expired={expired} />
  return <Page title="Sign in">{failure ? <FailureNotice failure={failure} isQuiet /> : null}</Page>
}
