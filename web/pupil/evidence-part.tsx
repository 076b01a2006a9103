import { type FormEvent, useId, useRef } from 'react'
import { EvidenceAnswer } from '../../events/api/pupil-work.ts'
import { type Done, fetchOnce } from '../client/client.ts'
import { said } from '../client/failure.ts'
import { useHandedLink } from '../client/handed-link.ts'
import { Button } from '../parts/button.tsx'
import { LinkEnded, OpenLink } from '../parts/link-button.tsx'
import { FailureNotice } from '../parts/notice.tsx'
import type { Today } from '../teacher/my-classes.tsx'

const AGAIN_MS = 3000
const MOST_TRIES = 40

const NOT_YET = said(
  'slow',
  'The bundle is still being put together.',
  'It goes on without you: press again in some minutes.',
)

const wait = (): Promise<void> => new Promise((done) => setTimeout(done, AGAIN_MS))

/** Everything there is about the child between two dates, for a court: asked for by the lead or the Head, who is written down. */
export const EvidencePart = ({
  id,
  today,
  from,
}: {
  readonly id: string
  readonly today: Today
  readonly from: string
}) => {
  const field = useId()
  // One that has been begun is waited for, and no second one is made, when whoever asked presses again.
  const begun = useRef({ span: '', bundle: '' })
  const fetchBundle = async (span: string): Promise<Done<{ readonly address: string }>> => {
    if (begun.current.span !== span) begun.current = { span, bundle: '' }
    for (let tried = 0; tried < MOST_TRIES; tried++) {
      const { bundle } = begun.current
      const heard = await fetchOnce(EvidenceAnswer, `pupils/${id}/evidence?${span}&as=link${bundle}`)
      if (!heard.ok) return heard
      const { address } = heard.value
      begun.current = { span, bundle: address === undefined ? `&bundle=${heard.value.bundle}` : '' }
      if (address !== undefined) return { ...heard, value: { address } }
      await wait()
    }
    return { ok: false, failure: NOT_YET }
  }
  const handed = useHandedLink(fetchBundle)
  const { address, isBusy, failure, ended } = handed
  const ask = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    void handed.ask(`from=${form.get('from')}&until=${form.get('until')}`)
  }
  return (
    <details className="govuk-details">
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">Evidence for a court</span>
      </summary>
      <form className="govuk-details__text" onSubmit={ask}>
        {failure ? <FailureNotice failure={failure} /> : null}
        <div className="fb-inline-form">
          <label className="govuk-label" htmlFor={`${field}-from`}>
            From
          </label>
          <input className="govuk-input" id={`${field}-from`} name="from" type="date" required defaultValue={from} />
        </div>
        <div className="fb-inline-form">
          <label className="govuk-label" htmlFor={`${field}-until`}>
            Until
          </label>
          <input
            className="govuk-input"
            id={`${field}-until`}
            name="until"
            type="date"
            required
            defaultValue={today.date}
          />
          <Button type="submit" look="secondary" disabled={isBusy}>
            Put the bundle together
          </Button>
        </div>
        <p className="govuk-body-s fb-about" role="status">
          {isBusy ? 'It is being put together; stay on this page.' : 'Who fetched it is written down.'}
        </p>
        {address === undefined ? null : <OpenLink handed={handed} says="Fetch the bundle (within a minute)" about="" />}
        <LinkEnded ended={ended} />
      </form>
    </details>
  )
}
