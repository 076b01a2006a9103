import { isPassing } from '../client/failure.ts'
import type { Live } from '../client/live.ts'
import { useStalePart } from '../client/stale.ts'
import { FailureNotice, Notice } from './notice.tsx'

/** Above what a page shows: that it is loading, slow, or refused. That it is of an earlier moment is said at the foot of the window. */
export const Freshness = ({ live }: { readonly live: Omit<Live<unknown>, 'refresh'> }) => {
  const { value, failure, asOf, isSlow } = live
  const stale =
    value !== undefined && asOf !== undefined && failure && isPassing(failure) ? { ...failure, asOf } : undefined
  useStalePart(stale)
  if (stale) return null
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
