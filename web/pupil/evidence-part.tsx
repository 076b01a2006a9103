import { type FormEvent, useId, useState } from 'react'
import { EvidenceAnswer } from '../../events/api/pupil-work.ts'
import { fetchOnce } from '../client/client.ts'
import { BROKEN, type Failure } from '../client/failure.ts'
import { Button } from '../parts/button.tsx'
import { FailureNotice } from '../parts/notice.tsx'
import type { Today } from '../teacher/my-classes.tsx'

const AGAIN_MS = 3000
const MOST_TRIES = 40

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
  const [state, setState] = useState<'idle' | 'waiting' | { readonly address: string }>('idle')
  const [failure, setFailure] = useState<Failure>()
  const fetchBundle = async (span: string): Promise<string | Failure> => {
    let bundle = ''
    for (let tried = 0; tried < MOST_TRIES; tried++) {
      const heard = await fetchOnce(EvidenceAnswer, `pupils/${id}/evidence?${span}&as=link${bundle}`)
      if (!heard.ok) return heard.failure
      if (heard.value.address !== undefined) return heard.value.address
      bundle = `&bundle=${heard.value.bundle}`
      await wait()
    }
    return BROKEN
  }
  const ask = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    setState('waiting')
    setFailure(undefined)
    const got = await fetchBundle(`from=${form.get('from')}&until=${form.get('until')}`)
    if (typeof got === 'string') return setState({ address: got })
    setFailure(got)
    setState('idle')
  }
  return (
    <details className="govuk-details">
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">Evidence for a court</span>
      </summary>
      <form className="govuk-details__text" onSubmit={(event) => void ask(event)}>
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
          <Button type="submit" look="secondary" disabled={state === 'waiting'}>
            Put the bundle together
          </Button>
        </div>
        <p className="govuk-body-s fb-about" role="status">
          {state === 'waiting' ? 'It is being put together; stay on this page.' : 'Who fetched it is written down.'}
        </p>
        {typeof state === 'object' ? (
          <a className="govuk-link" href={state.address} target="_blank" rel="noreferrer">
            Fetch the bundle (within a minute)
          </a>
        ) : null}
      </form>
    </details>
  )
}
