import { type FormEvent, useId, useState } from 'react'
import type * as z from 'zod'
import { AttendAnswer } from '../../events/api/lead.ts'
import { spokenDate, spokenTime } from '../../shared/domain/time.ts'
import { type Acting, useAct } from '../client/act.ts'
import { useLive } from '../client/live.ts'
import { Button } from '../parts/button.tsx'
import { Freshness } from '../parts/freshness.tsx'
import { FailureNotice } from '../parts/notice.tsx'
import { Page } from '../parts/page.tsx'
import { Tag } from '../parts/tag.tsx'
import type { Today } from '../teacher/my-classes.tsx'
import { classNamesOf } from './lead-page.tsx'
import { ListPart } from './list-part.tsx'
import { PupilLine } from './pupil-line.tsx'

type AttendCase = z.output<typeof AttendAnswer>['cases'][number]

const shownPupil = ({ pupil, name, class: classId }: AttendCase) => ({ id: pupil, name, class: classId })

interface FormProps {
  readonly aCase: AttendCase
  readonly isBusy: boolean
  readonly act: Acting['act']
}

/** When and where the family is asked to come, and how they hear of it. */
const ArrangeForm = ({ aCase, isBusy, act }: FormProps) => {
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
        <input className="govuk-input" id={`${id}-place`} name="place" required maxLength={60} defaultValue="at school" />
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
const OutcomeForm = ({ aCase, isBusy, act, meeting }: FormProps & { readonly meeting: string }) => {
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

const arranged = ({ meetings }: AttendCase) => meetings.find(({ state }) => state === 'arranged')

/** Panels to arrange, the calendar of those that are, and every family in the work. */
export const AttendPage = ({ today }: { readonly today: Today }) => {
  const live = useLive(AttendAnswer, 'attend')
  const { isBusy, failure, act } = useAct(live.refresh)
  const [opened, setOpened] = useState<string>()
  const classNames = classNamesOf(today)
  const mayWork = today.roles.some((role) => role === 'lead' || role === 'head')
  const cases = live.value?.cases ?? []
  const proposed = cases.filter(({ proposal }) => proposal !== null)
  const calendar = cases
    .flatMap((aCase) => {
      const meeting = arranged(aCase)
      return meeting ? [{ aCase, meeting }] : []
    })
    .toSorted((one, other) =>
      `${one.meeting.date} ${one.meeting.time}`.localeCompare(`${other.meeting.date} ${other.meeting.time}`),
    )
  const others = cases.filter((aCase) => aCase.proposal === null && arranged(aCase) === undefined)
  const fold = (key: string, says: string, about: string) => (
    <Button
      look="secondary"
      aria-expanded={opened === key}
      onClick={() => setOpened(opened === key ? undefined : key)}
    >
      {says}
      <span className="govuk-visually-hidden"> {about}</span>
    </Button>
  )
  return (
    <Page title="ATTEND" about="Panels with families, and what was agreed.">
      <Freshness live={live} />
      {failure ? <FailureNotice failure={failure} /> : null}
      {live.value ? (
        <>
          <ListPart
            title="Panels to arrange"
            empty="No panel is proposed. Firstbell proposes one when the policy asks for it."
            count={proposed.length}
          >
            {proposed.map((aCase) => (
              <PupilLine
                key={aCase.id}
                pupil={shownPupil(aCase)}
                classNames={classNames}
                says={`${aCase.proposal?.because ?? ''} Proposed on ${spokenDate(aCase.proposal?.on ?? aCase.opened)}.`}
                ways={mayWork ? fold(`a ${aCase.id}`, 'Arrange', `a panel about ${aCase.name ?? 'the pupil'}`) : undefined}
              >
                {opened === `a ${aCase.id}` ? <ArrangeForm aCase={aCase} isBusy={isBusy} act={act} /> : null}
              </PupilLine>
            ))}
          </ListPart>
          <ListPart title="Calendar" empty="No panel is arranged." count={calendar.length}>
            {calendar.map(({ aCase, meeting }) => (
              <PupilLine
                key={aCase.id}
                pupil={shownPupil(aCase)}
                classNames={classNames}
                says={
                  <>
                    {spokenDate(meeting.date)} at {spokenTime(meeting.time)}, {meeting.place}.{' '}
                    {meeting.date < today.date ? <Tag tone="urgent">What came of it?</Tag> : null}
                  </>
                }
                ways={
                  mayWork && meeting.date <= today.date
                    ? fold(`o ${aCase.id}`, 'Keep the minutes', `of the panel about ${aCase.name ?? 'the pupil'}`)
                    : undefined
                }
              >
                {opened === `o ${aCase.id}` ? (
                  <OutcomeForm aCase={aCase} isBusy={isBusy} act={act} meeting={meeting.id} />
                ) : null}
              </PupilLine>
            ))}
          </ListPart>
          <ListPart title="In the work" empty="No other family is in the work." count={others.length}>
            {others
              .toSorted((one, other) => one.review.localeCompare(other.review))
              .map((aCase) => (
                <PupilLine
                  key={aCase.id}
                  pupil={shownPupil(aCase)}
                  classNames={classNames}
                  says={
                    <>
                      {aCase.because} Review on {spokenDate(aCase.review)}.{' '}
                      {aCase.review < today.date ? <Tag tone="waiting">Review is due</Tag> : null}
                    </>
                  }
                />
              ))}
          </ListPart>
        </>
      ) : null}
    </Page>
  )
}
