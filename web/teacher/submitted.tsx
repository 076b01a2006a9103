import { useEffect, useRef } from 'react'
import { Button } from '../parts/button.tsx'
import { Notice } from '../parts/notice.tsx'
import { countsOf, wordFor } from './marks.ts'
import type { Taking } from './taking.ts'

interface SubmittedProps {
  readonly taking: Taking
  readonly reopen: () => void
}

/** What has become of a register, and who is not in the room. */
export const Submitted = ({ taking, reopen }: SubmittedProps) => {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => place.current?.focus(), [])
  const { rows, marking, phase, register } = taking
  const away = rows.filter(({ id, choices }) => marking[id] !== choices[0]?.code)
  const asked = rows.filter(({ id }) => register.askedTheOffice?.includes(id))
  return (
    <div ref={place} tabIndex={-1} className="fb-submitted">
      {phase === 'waiting' ? (
        <Notice title="The register is kept on this device.">
          <p className="govuk-body">
            It could not be sent yet. It goes by itself when the connection returns; leave this page open, or open it
            again later.
          </p>
        </Notice>
      ) : (
        <Notice tone="good" title="The register is in." />
      )}
      {asked.length === 0 ? null : (
        <Notice title="The office decides about some marks.">
          <p className="govuk-body">
            The family of {asked.map(({ name }) => name).join(' and ')} has been texted already: the office has been
            asked.
          </p>
        </Notice>
      )}
      <p className="govuk-body">{countsOf(rows, marking)}.</p>
      {away.length === 0 ? null : (
        <dl className="govuk-summary-list fb-away">
          {away.map(({ id, name }) => (
            <div className="govuk-summary-list__row" key={id}>
              <dt className="govuk-summary-list__key">{name}</dt>
              <dd className="govuk-summary-list__value">{wordFor(marking[id])}</dd>
            </div>
          ))}
        </dl>
      )}
      <Button look="secondary" onClick={reopen}>
        Change something
      </Button>
    </div>
  )
}
