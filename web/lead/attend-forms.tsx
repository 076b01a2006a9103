import { useState } from 'react'
import { PupilAnswer } from '../../events/api/pupils.ts'
import type { Acting } from '../client/act.ts'
import { useLive } from '../client/live.ts'
import { AskForm, type Said } from '../forms/ask-form.tsx'
import { Choice, Field, Lines, OneOf, Tick } from '../forms/fields.tsx'
import { Freshness } from '../parts/freshness.tsx'
import type { AttendCase } from './attend-case.ts'

interface FormProps {
  readonly aCase: AttendCase
  readonly isBusy: boolean
  readonly act: Acting['act']
}

const TELL = [
  ['letter', 'by letter'],
  ['text', 'by text'],
  ['person', 'from a person'],
] as const

/** When and where the family is asked to come, about which of their children, and how they hear of it. */
export const ArrangeForm = ({
  aCase,
  brothersAndSisters,
  isBusy,
  act,
}: FormProps & { readonly brothersAndSisters: readonly Pick<AttendCase, 'pupil' | 'name'>[] }) => (
  <div className="fb-panel fb-decide">
    <AskForm
      press="Arrange the panel"
      isBusy={isBusy}
      submit={({ text, all }) =>
        act('POST', `pupils/${aCase.pupil}/attend/meetings`, {
          ...{ date: text('date'), time: text('time'), place: text('place'), tell: text('tell') },
          ...(all('together').length === 0 ? {} : { together: all('together') }),
        })
      }
    >
      <Field label="Day" name="date" type="date" required />
      <Field label="Time" name="time" type="time" required defaultValue="09:00" />
      <Field label="Where" name="place" required maxLength={60} defaultValue="at school" />
      <Choice label="The family hears of it" name="tell" options={TELL} />
      {brothersAndSisters.map(({ pupil, name }) => (
        <Tick key={pupil} name="together" value={pupil} label={`One meeting for ${name ?? 'the other child'} too`} />
      ))}
    </AskForm>
  </div>
)

/** What came of a meeting. */
export const OutcomeForm = ({ aCase, isBusy, act, meeting }: FormProps & { readonly meeting: string }) => {
  const live = useLive(PupilAnswer, `pupils/${aCase.pupil}`, 'once')
  const [outcome, setOutcome] = useState('')
  const cameIn = ({ all }: Said): readonly string[] => (outcome === 'attended' ? all('came') : [])
  return (
    <div className="fb-panel fb-decide">
      <Freshness live={live} />
      <AskForm
        press="Keep the minutes"
        isBusy={isBusy}
        submit={(said) =>
          act('POST', `pupils/${aCase.pupil}/attend/meetings/${meeting}/outcome`, {
            outcome,
            came: cameIn(said),
            minutes: said.text('minutes'),
            dutyExplained: said.isTicked('duty'),
          })
        }
      >
        <OneOf
          legend="Did the family come?"
          name="outcome"
          options={[
            ['attended', 'They came'],
            ['not-attended', 'Nobody came'],
          ]}
          chosen={setOutcome}
        />
        {outcome === 'attended' ? (
          <fieldset className="govuk-fieldset govuk-form-group">
            <legend className="govuk-fieldset__legend">Who came</legend>
            {live.value?.contacts.map(({ contactId, name, relationship }) => (
              <Tick key={contactId} name="came" value={contactId} label={`${name}, ${relationship}`} />
            ))}
          </fieldset>
        ) : null}
        <Lines
          label="What was said and agreed, or done when nobody came"
          name="minutes"
          rows={4}
          required
          minLength={2}
        />
        <Tick label="The parents’ duty in law, and where to get advice, were explained" name="duty" />
      </AskForm>
    </div>
  )
}
