import { type FormEvent, useId, useState } from 'react'
import type { z } from 'zod'
import type { VisitBody } from '../../events/api/office.ts'
import { Button } from '../parts/button.tsx'
import type { VisitDue } from './visit-due.ts'

type Visit = z.input<typeof VisitBody>

/** What the form must know; the task is absent where nobody waits for the visit any more. */
export interface VisitAsked extends Pick<VisitDue, 'card' | 'homes'> {
  readonly pupil: Pick<VisitDue['pupil'], 'id'>
  readonly task?: string
}

interface VisitFormProps {
  readonly visit: VisitAsked
  /** As it was written before, to be put right. */
  readonly begun?: Visit
  /** The moment of the visit. */
  readonly now: () => string
  readonly save: (body: Visit) => void
  readonly leave: () => void
}

const FOUND = [
  { value: 'seen', says: 'The child was seen' },
  { value: 'told', says: 'A parent said where the child is' },
  { value: 'other', says: 'Somebody else was there' },
  { value: 'nobody', says: 'Nobody was in' },
] as const

type Found = (typeof FOUND)[number]['value']

const foundIn = ({ childSeen, contact, spokeTo }: Visit): Found => {
  if (childSeen) return 'seen'
  if (contact === 'made') return 'told'
  return spokeTo === undefined ? 'nobody' : 'other'
}

/** What was found at the door. The number of the card is known before anybody goes, so that it can be written without a connection. */
export const VisitForm = ({ visit, begun, now, save, leave }: VisitFormProps) => {
  const id = useId()
  const [found, setFound] = useState<Found | undefined>(begun && foundIn(begun))
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const spokeTo = String(form.get('spokeTo') ?? '').trim()
    const note = String(form.get('note') ?? '').trim()
    save({
      pupil: visit.pupil.id,
      ...(visit.task === undefined ? {} : { task: visit.task }),
      at: now(),
      childSeen: found === 'seen',
      ...(found === 'seen' ? {} : { contact: found === 'told' ? 'made' : 'none' }),
      cardLeft: form.get('card') !== null,
      ...(spokeTo === '' || found === 'nobody' ? {} : { spokeTo }),
      ...(note === '' ? {} : { note }),
    })
  }
  return (
    <form className="fb-panel fb-decide" onSubmit={submit}>
      <fieldset className="govuk-fieldset govuk-form-group">
        <legend className="govuk-fieldset__legend">What did you find?</legend>
        <div className="govuk-radios govuk-radios--small">
          {FOUND.map(({ value, says }) => (
            <div className="govuk-radios__item" key={value}>
              <input
                className="govuk-radios__input"
                type="radio"
                required
                id={`${id}-${value}`}
                name="found"
                value={value}
                checked={found === value}
                onChange={() => setFound(value)}
              />
              <label className="govuk-label govuk-radios__label" htmlFor={`${id}-${value}`}>
                {says}
              </label>
            </div>
          ))}
        </div>
      </fieldset>
      {found === 'told' ? (
        <div className="govuk-form-group">
          <label className="govuk-label" htmlFor={`${id}-spoke`}>
            Whom you spoke to
          </label>
          <select className="govuk-select" id={`${id}-spoke`} name="spokeTo" defaultValue={begun?.spokeTo}>
            {visit.homes.map(({ contact, name, relationship }) => (
              <option key={contact} value={contact}>
                {name}, {relationship}
              </option>
            ))}
          </select>
        </div>
      ) : null}
      {found === 'other' ? (
        <div className="govuk-form-group">
          <label className="govuk-label" htmlFor={`${id}-who`}>
            Who it was
          </label>
          <input
            className="govuk-input"
            id={`${id}-who`}
            name="spokeTo"
            maxLength={80}
            required
            defaultValue={begun?.spokeTo}
          />
        </div>
      ) : null}
      {found === 'nobody' || found === 'other' ? (
        <div className="govuk-checkboxes govuk-checkboxes--small govuk-form-group">
          <div className="govuk-checkboxes__item">
            <input
              className="govuk-checkboxes__input"
              type="checkbox"
              id={`${id}-card`}
              name="card"
              defaultChecked={begun?.cardLeft ?? true}
            />
            <label className="govuk-label govuk-checkboxes__label" htmlFor={`${id}-card`}>
              I left card {visit.card}
            </label>
          </div>
        </div>
      ) : null}
      <div className="govuk-form-group">
        <label className="govuk-label" htmlFor={`${id}-note`}>
          What the school should know
        </label>
        <textarea
          className="govuk-textarea"
          id={`${id}-note`}
          name="note"
          rows={2}
          maxLength={500}
          defaultValue={begun?.note}
        />
      </div>
      <div className="govuk-button-group">
        <Button type="submit">Save the visit</Button>
        <Button look="link" onClick={leave}>
          Not now
        </Button>
      </div>
    </form>
  )
}
