import type { Live } from '../client/live.ts'
import { FailureNotice, Notice } from './notice.tsx'

/** Above what a page shows: that it is loading, slow, or of an earlier moment. */
export const Freshness = ({ live }: { readonly live: Pick<Live<unknown>, 'value' | 'failure' | 'isSlow'> }) => {
  const { value, failure, isSlow } = live
  if (failure && failure.kind !== 'signed-out')
    return (
      <FailureNotice failure={failure} isQuiet>
        {value === undefined ? null : <p className="govuk-body">What you see below is how things stood before.</p>}
      </FailureNotice>
    )
  if (value !== undefined) return null
  return isSlow ? (
    <Notice title="Firstbell is slow to answer.">
      <p className="govuk-body">Still waiting; there is nothing to do.</p>
    </Notice>
  ) : (
    <p className="govuk-body" role="status">
      Loading…
    </p>
  )
}
