import { type FormEvent, useId } from 'react'
import { spokenDate } from '../../shared/domain/time.ts'
import { useAct } from '../client/act.ts'
import { Button } from '../parts/button.tsx'
import { FailureNotice, Notice } from '../parts/notice.tsx'
import type { Today } from '../teacher/my-classes.tsx'

interface HoldPartProps {
  readonly id: string
  readonly review: string | null
  readonly today: Today
  readonly refresh: (isDone?: boolean) => Promise<void>
}

const LEADS: readonly Today['roles'][number][] = ['lead', 'head', 'dsl']

/** Nothing automatic about this family until a date: placed and ended by the lead, the Head or the safeguarding lead. */
export const HoldPart = ({ id, review, today, refresh }: HoldPartProps) => {
  const { isBusy, failure, act } = useAct(refresh)
  const field = useId()
  const mayHold = today.roles.some((role) => LEADS.includes(role))
  const place = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    void act('POST', `pupils/${id}/hold`, { because: String(form.get('because')), review: String(form.get('review')) })
  }
  if (review !== null)
    return (
      <Notice title={`On hold until looked at on ${spokenDate(review)}.`}>
        <p className="govuk-body">Nothing goes to this family by itself; what is due is a task for a person.</p>
        {failure ? <FailureNotice failure={failure} /> : null}
        {mayHold ? (
          <Button look="secondary" disabled={isBusy} onClick={() => void act('DELETE', `pupils/${id}/hold`, {})}>
            End the hold
          </Button>
        ) : null}
      </Notice>
    )
  if (!mayHold) return null
  return (
    <details className="govuk-details">
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">Put the family on hold</span>
      </summary>
      <form className="govuk-details__text" onSubmit={place}>
        {failure ? <FailureNotice failure={failure} /> : null}
        <div className="govuk-form-group">
          <label className="govuk-label" htmlFor={`${field}-because`}>
            Why
          </label>
          <input
            className="govuk-input"
            id={`${field}-because`}
            name="because"
            required
            minLength={3}
            maxLength={300}
          />
        </div>
        <div className="govuk-form-group">
          <label className="govuk-label" htmlFor={`${field}-review`}>
            Look at it again on
          </label>
          <input
            className="govuk-input govuk-input--width-10"
            id={`${field}-review`}
            name="review"
            type="date"
            required
          />
        </div>
        <Button type="submit" look="secondary" disabled={isBusy}>
          Put on hold
        </Button>
      </form>
    </details>
  )
}
