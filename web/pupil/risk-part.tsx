import { type FormEvent, useId } from 'react'
import { useAct } from '../client/act.ts'
import { Button } from '../parts/button.tsx'
import { FailureNotice, Notice } from '../parts/notice.tsx'
import type { Today } from '../teacher/my-classes.tsx'
import type { PupilShown } from './contact-list.tsx'

interface RiskPartProps {
  readonly pupil: PupilShown
  readonly today: Today
  readonly refresh: () => Promise<void>
}

const LEADS: readonly Today['roles'][number][] = ['lead', 'head', 'dsl']

/** What to know before going to this family’s door. Written and ended by the lead, the Head or the safeguarding lead; read by every visitor. */
export const RiskPart = ({ pupil, today, refresh }: RiskPartProps) => {
  const { isBusy, failure, act } = useAct(refresh)
  const id = useId()
  const mayWrite = today.roles.some((role) => LEADS.includes(role))
  const { visitRisk } = pupil
  const path = `pupils/${pupil.id}/visit-risk`
  const note = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    void act('POST', path, { note: String(form.get('note')), twoPeople: form.get('two') !== null })
  }
  if (visitRisk)
    return (
      <Notice title={`Before visiting: ${visitRisk.note}${visitRisk.twoPeople ? ' Nobody goes alone.' : ''}`}>
        {failure ? <FailureNotice failure={failure} /> : null}
        {mayWrite ? (
          <Button look="secondary" disabled={isBusy} onClick={() => void act('DELETE', path, {})}>
            End the note about visits
          </Button>
        ) : null}
      </Notice>
    )
  if (!mayWrite) return null
  return (
    <details className="govuk-details">
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">Note a risk for visitors</span>
      </summary>
      <form className="govuk-details__text" onSubmit={note}>
        {failure ? <FailureNotice failure={failure} /> : null}
        <div className="govuk-form-group">
          <label className="govuk-label" htmlFor={`${id}-note`}>
            What to know at this family’s door
          </label>
          <input className="govuk-input" id={`${id}-note`} name="note" required minLength={3} maxLength={300} />
        </div>
        <div className="govuk-checkboxes govuk-checkboxes--small govuk-form-group">
          <div className="govuk-checkboxes__item">
            <input className="govuk-checkboxes__input" type="checkbox" id={`${id}-two`} name="two" />
            <label className="govuk-label govuk-checkboxes__label" htmlFor={`${id}-two`}>
              Nobody goes alone
            </label>
          </div>
        </div>
        <Button type="submit" look="secondary" disabled={isBusy}>
          Keep the note
        </Button>
      </form>
    </details>
  )
}
