import { type FormEvent, useId } from 'react'
import { localTime } from '../../shared/domain/time.ts'
import type { Acting } from '../client/act.ts'
import { Button } from '../parts/button.tsx'
import { Notice } from '../parts/notice.tsx'
import type { Today } from '../teacher/my-classes.tsx'
import type { Visits } from './visit-due.ts'

interface OutPartProps {
  readonly visits: Visits
  readonly today: Today
  readonly isBusy: boolean
  readonly act: Acting['act']
}

/** Going out and coming back: who does not say that they are back is looked for. */
export const OutPart = ({ visits, today, isBusy, act }: OutPartProps) => {
  const id = useId()
  const { zone } = today.academy
  const mine = visits.out.find(({ who }) => who === today.sub)
  const others = visits.out.filter((each) => each !== mine)
  const needsTwo = visits.due.some(({ risk }) => risk?.twoPeople)
  const go = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const pupils = form.getAll('pupil').map(String)
    void act('POST', 'visits/out', { pupils, people: form.get('two') === null ? 1 : 2 })
  }
  return (
    <>
      {mine ? (
        <Notice
          tone={mine.isLate ? 'urgent' : 'calm'}
          title={`You are out since ${localTime(mine.since, zone)}. Be back by ${localTime(mine.back, zone)}.`}
        >
          <p className="govuk-body">Not back by then, somebody rings you, and then comes to look.</p>
          <Button disabled={isBusy} onClick={() => void act('POST', `visits/out/${mine.task}/back`, {})}>
            I am back
          </Button>
        </Notice>
      ) : visits.due.length === 0 ? null : (
        <details className="govuk-details">
          <summary className="govuk-details__summary">
            <span className="govuk-details__summary-text">Go out</span>
          </summary>
          <form className="govuk-details__text" onSubmit={go}>
            <fieldset className="govuk-fieldset govuk-form-group">
              <legend className="govuk-fieldset__legend">Whose homes you go to</legend>
              <div className="govuk-checkboxes govuk-checkboxes--small">
                {visits.due.map(({ task, pupil }) => (
                  <div className="govuk-checkboxes__item" key={task}>
                    <input
                      className="govuk-checkboxes__input"
                      type="checkbox"
                      id={`${id}-${task}`}
                      name="pupil"
                      value={pupil.id}
                    />
                    <label className="govuk-label govuk-checkboxes__label" htmlFor={`${id}-${task}`}>
                      {pupil.name}
                    </label>
                  </div>
                ))}
              </div>
            </fieldset>
            <div className="govuk-checkboxes govuk-checkboxes--small govuk-form-group">
              <div className="govuk-checkboxes__item">
                <input className="govuk-checkboxes__input" type="checkbox" id={`${id}-two`} name="two" />
                <label className="govuk-label govuk-checkboxes__label" htmlFor={`${id}-two`}>
                  Two of us go{needsTwo ? ' (one of these homes asks for it)' : ''}
                </label>
              </div>
            </div>
            <Button type="submit" disabled={isBusy}>
              Go out, back within {visits.backWithinMinutes} minutes
            </Button>
          </form>
        </details>
      )}
      {others.map(({ task, who, since, back, isLate, pupils }) => (
        <Notice
          key={task}
          tone={isLate ? 'urgent' : 'calm'}
          title={`Staff ${who} ${isLate ? 'is not back' : 'is out'}: since ${localTime(since, zone)}, back by ${localTime(back, zone)}.`}
        >
          <p className="govuk-body">{pupils.map(({ name }) => name).join(', ')}</p>
          <Button look="secondary" disabled={isBusy} onClick={() => void act('POST', `visits/out/${task}/back`, {})}>
            They are back, or answered<span className="govuk-visually-hidden">: staff {who}</span>
          </Button>
        </Notice>
      ))}
    </>
  )
}
