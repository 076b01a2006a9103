import type { FormEvent } from 'react'
import { localTime } from '../../shared/domain/time.ts'
import { schoolNow } from '../client/school-clock.ts'
import { Button } from './button.tsx'

interface GateFormProps {
  readonly name: string
  readonly zone: string
  /** What the reason is called, and whether it must be given. */
  readonly because: { readonly label: string; readonly isRequired: boolean }
  readonly press: string
  readonly isBusy: boolean
  readonly submit: (event: FormEvent<HTMLFormElement>) => Promise<void>
  readonly somebodyElse: () => void
}

/** A child at the gate, coming or going: the time, which is now unless said otherwise, and why. */
export const GateForm = ({ name, zone, because, press, isBusy, submit, somebodyElse }: GateFormProps) => (
  <form onSubmit={(event) => void submit(event)}>
    <h2 className="govuk-heading-m">{name}</h2>
    <div className="govuk-form-group">
      <label className="govuk-label" htmlFor="time">
        Time
      </label>
      <input
        className="govuk-input govuk-input--width-5"
        id="time"
        name="time"
        type="time"
        required
        defaultValue={localTime(schoolNow(), zone)}
      />
    </div>
    <div className="govuk-form-group">
      <label className="govuk-label" htmlFor="because">
        {because.label}
      </label>
      <input
        className="govuk-input"
        id="because"
        name="because"
        maxLength={300}
        {...(because.isRequired ? { required: true, minLength: 3 } : {})}
      />
    </div>
    <div className="govuk-button-group">
      <Button type="submit" disabled={isBusy}>
        {press}
      </Button>
      <Button look="link" onClick={somebodyElse}>
        Somebody else
      </Button>
    </div>
  </form>
)
