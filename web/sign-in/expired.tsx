import { Notice } from '../parts/notice.tsx'

/** Why somebody who was at work is asked to sign in again. */
export const ExpiredNotice = () => (
  <Notice tone="urgent" title="Your sign-in has expired.">
    <p className="govuk-body">Sign in again as the same person; registers you have begun are kept.</p>
  </Notice>
)
