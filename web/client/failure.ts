/** What can go wrong between a page and the API; each says what to do. */
import type * as z from 'zod'
import type { Problem } from '../../events/api/problem.ts'

export type ApiProblem = z.output<typeof Problem>

export interface Failure {
  /**
   * `lost`: no connection · `slow`: no answer in time, the request may or may not have been carried out · `signed-out`: the sign-in has
   * expired · `broken`: the API failed · `older`: this page does not understand the answer · `refused`: the API says why
   */
  readonly kind: 'lost' | 'slow' | 'signed-out' | 'broken' | 'older' | 'refused'
  readonly title: string
  readonly remedy: string
  readonly problem?: ApiProblem
}

export const said = (kind: Failure['kind'], title: string, remedy: string): Failure => ({ kind, title, remedy })

export const LOST = said(
  'lost',
  'There is no connection to Firstbell.',
  'Go on; the page tries again by itself. If it lasts, check the Wi-Fi or use a phone.',
)
export const SLOW = said(
  'slow',
  'Firstbell is slow to answer.',
  'Wait a moment; the page tries again by itself. Nothing you have entered is lost.',
)
/** Why a request found no answer: the time was over, or there is no way there. */
export const unreached = (error: unknown): Failure =>
  error instanceof DOMException && error.name === 'TimeoutError' ? SLOW : LOST

type Otherwise = Readonly<Partial<Record<Failure['kind'], Failure>>>

/** Of what somebody sends by a press: no page sends that again by itself. */
const SENDING: Otherwise = {
  lost: {
    ...LOST,
    // Whether the request was lost or its answer, nobody here can know.
    remedy:
      'It may not have got through. What you entered stands here: check the Wi-Fi, look whether it is there already, and if not press again.',
  },
  slow: {
    ...SLOW,
    remedy: 'It may have been taken all the same. Look whether it is there already; if not, press again.',
  },
  // The page is out of sight until the person is signed in once more, and only then is this read.
  'signed-out': said(
    'signed-out',
    'You are signed in again.',
    'Your sign-in had expired, and this was not sent. What you entered stands here: press again.',
  ),
}
export const ofSending = (failure: Failure): Failure => SENDING[failure.kind] ?? failure

/** Of what somebody fetches by a press: a file, the next rows of a table. */
const FETCHING: Otherwise = {
  lost: { ...LOST, remedy: 'It was not fetched. Check the Wi-Fi, then press again.' },
  slow: { ...SLOW, remedy: 'It has not come in time. Wait a moment, then press again.' },
  'signed-out': said(
    'signed-out',
    'You are signed in again.',
    'Your sign-in had expired, and this was not fetched: press again.',
  ),
}
export const ofFetching = (failure: Failure): Failure => FETCHING[failure.kind] ?? failure

/** Of what a page reads by itself, and goes on reading. */
export const ofReading = (failure: Failure): Failure =>
  failure.kind === 'broken'
    ? {
        ...failure,
        title: 'Firstbell could not show this.',
        remedy: 'There is nothing to do; the page tries again by itself. If it lasts, tell the trust operator.',
      }
    : failure

export const SIGNED_OUT = said(
  'signed-out',
  'Your sign-in has expired.',
  'Sign in again as the same person. What you have entered stands on this page.',
)
export const BROKEN = said(
  'broken',
  'Firstbell could not do this.',
  'Nothing was lost. Try again; if it happens again, tell the trust operator.',
)
export const OLDER = said(
  'older',
  'Firstbell has been renewed since this page was opened.',
  'Load the page again. Registers you have begun are kept.',
)

/** Worth trying again without a person's doing anything. */
export const isPassing = ({ kind }: Failure): boolean => kind === 'lost' || kind === 'slow' || kind === 'broken'

/** The same, or once the person has signed in again. */
export const isForNow = (failure: Failure): boolean => isPassing(failure) || failure.kind === 'signed-out'

/** The API's own words where it gave them. */
export const refusedBy = (problem: ApiProblem): Failure => {
  const { title, remedy, status } = problem
  return status >= 500 ? { ...BROKEN, problem } : { kind: 'refused', title, remedy, problem }
}
