import { Notice } from '../parts/notice.tsx'

/** Why somebody who was at work is asked to sign in again, and what becomes of what they had entered. */
export const ExpiredNotice = ({ beside = false }: { readonly beside?: boolean }) => (
  <Notice tone="urgent" title="Your sign-in has expired.">
    <p className="govuk-body">
      Sign in again as the same person, and go on where you were: what you had entered is still there.
      {beside ? ' The sign-in page opens in another tab; this one goes on once you are signed in there.' : ''}
    </p>
  </Notice>
)
