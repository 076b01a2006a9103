import { type FormEvent, useId } from 'react'
import type { Acting } from '../client/act.ts'
import { Button } from '../parts/button.tsx'
import type { AttendCase } from './attend-case.ts'

interface FormProps {
  readonly aCase: AttendCase
  readonly isBusy: boolean
  readonly act: Acting['act']
}

/** When and where the family is asked to come, and how they hear of it. */
export const ArrangeForm = ({ aCase, isBusy, act }: FormProps) => {
  const id = useId()
  const arrange = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    const said = (name: string): string => String(new FormData(event.currentTarget).get(name))
    void act('POST', `pupils/${aCase.pupil}/attend/meetings`, {
      date: said('date'),
      time: said('time'),
      place: said('place'),
      tell: said('tell'),
    })
  }
  return (
    <form className="fb-panel fb-decide" onSubmit={arrange}>
      <div className="fb-inline-form">
        <label className="govuk-label" htmlFor={`${id}-date`}>
          Day
        </label>
        <input className="govuk-input" id={`${id}-date`} name="date" type="date" required />
      </div>
      <div className="fb-inline-form">
        <label className="govuk-label" htmlFor={`${id}-time`}>
          Time
        </label>
        <input className="govuk-input" id={`${id}-time`} name="time" type="time" required defaultValue="09:00" />
      </div>
      <div className="fb-inline-form">
        <label className="govuk-label" htmlFor={`${id}-place`}>
          Where
        </label>
        <input
          className="govuk-input"
          id={`${id}-place`}
          name="place"
          required
          maxLength={60}
          defaultValue="at school"
        />
      </div>
      <div className="fb-inline-form">
        <label className="govuk-label" htmlFor={`${id}-tell`}>
          The family hears of it
        </label>
        <select className="govuk-select" id={`${id}-tell`} name="tell">
          <option value="letter">by letter</option>
          <option value="text">by text</option>
          <option value="person">from a person</option>
        </select>
        <Button type="submit" disabled={isBusy}>
          Arrange the panel
        </Button>
      </div>
    </form>
  )
}

/** What came of a meeting. */
export const OutcomeForm = ({ aCase, isBusy, act, meeting }: FormProps & { readonly meeting: string }) => {
  const id = useId()
  const settle = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    void act('POST', `pupils/${aCase.pupil}/attend/meetings/${meeting}/outcome`, {
      outcome: form.get('came') === 'yes' ? 'attended' : 'not-attended',
      minutes: String(form.get('minutes')),
      dutyExplained: form.get('duty') !== null,
    })
  }
  return (
    <form className="fb-panel fb-decide" onSubmit={settle}>
      <fieldset className="govuk-fieldset govuk-form-group">
        <legend className="govuk-fieldset__legend">Did the family come?</legend>
        <div className="govuk-radios govuk-radios--small govuk-radios--inline">
          {(['yes', 'no'] as const).map((value) => (
            <div className="govuk-radios__item" key={value}>
              <input
                className="govuk-radios__input"
                type="radio"
                required
                id={`${id}-${value}`}
                name="came"
                value={value}
              />
              <label className="govuk-label govuk-radios__label" htmlFor={`${id}-${value}`}>
                {value === 'yes' ? 'They came' : 'Nobody came'}
              </label>
            </div>
          ))}
        </div>
      </fieldset>
      <div className="govuk-form-group">
        <label className="govuk-label" htmlFor={`${id}-minutes`}>
          What was said and agreed, or done when nobody came
        </label>
        <textarea className="govuk-textarea" id={`${id}-minutes`} name="minutes" rows={4} required minLength={2} />
      </div>
      <div className="govuk-checkboxes govuk-checkboxes--small govuk-form-group">
        <div className="govuk-checkboxes__item">
          <input className="govuk-checkboxes__input" type="checkbox" id={`${id}-duty`} name="duty" />
          <label className="govuk-label govuk-checkboxes__label" htmlFor={`${id}-duty`}>
            The parents’ duty in law, and where to get advice, were explained
          </label>
        </div>
      </div>
      <Button type="submit" disabled={isBusy}>
        Keep the minutes
      </Button>
    </form>
  )
}
