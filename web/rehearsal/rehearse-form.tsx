import { useState } from 'react'
import type { Json } from '../../events/api/policy.ts'
import { RehearsalBegunAnswer } from '../../events/api/rehearsals.ts'
import { schoolYearOf } from '../../shared/domain/calendar.ts'
import { addDays } from '../../shared/domain/time.ts'
import { send } from '../client/client.ts'
import type { Failure } from '../client/failure.ts'
import { AskForm, Folded, type Said } from '../forms/ask-form.tsx'
import { Field } from '../forms/fields.tsx'
import type { Today } from '../teacher/my-classes.tsx'
import { keepRehearsal, rehearsalAt } from './kept.ts'
import { Outcome } from './outcome.tsx'

interface RehearseFormProps {
  /** The values that would be others. */
  readonly policy: Readonly<Record<string, Json>>
  readonly today: Today
}

/** Per cent as the share from 0 to 1 that a rehearsal is asked with. */
const shareOf = (text: string): number => Number(text || '0') / 100

/** Plays days of the record with the policy in force and with the draft, and shows both. Nothing is sent and nothing published. */
export const RehearseForm = ({ policy, today }: RehearseFormProps) => {
  const [id, setId] = useState(rehearsalAt(today.academy.id))
  const [failure, setFailure] = useState<Failure>()
  const [isBusy, setBusy] = useState(false)
  const begin = async ({ text }: Said): Promise<void> => {
    setBusy(true)
    const body = {
      policy,
      from: text('from'),
      until: text('until'),
      unreported: shareOf(text('unreported')),
      answered: shareOf(text('answered')),
    }
    const done = await send('POST', 'rehearsals', body, RehearsalBegunAnswer)
    setBusy(false)
    setFailure(done.ok ? undefined : done.failure)
    if (!done.ok) return
    keepRehearsal(today.academy.id, done.value.rehearsal)
    setId(done.value.rehearsal)
  }
  const yesterday = addDays(today.date, -1)
  return (
    <>
      <p className="govuk-body">
        What it would have done with the registers of a real day, or of a whole year. Nothing is sent, and nothing is
        published.
      </p>
      <AskForm press="Rehearse" look="secondary" isBusy={isBusy} failure={failure} submit={begin}>
        <div className="fb-pairs">
          <Field
            label="From"
            name="from"
            type="date"
            required
            min={addDays(schoolYearOf(today.date), -366)}
            max={yesterday}
            defaultValue={yesterday}
          />
          <Field label="Until" name="until" type="date" required max={yesterday} defaultValue={yesterday} />
        </div>
        <Folded title="What must be supposed">
          <Field
            label="Reasons that came only after the text, per cent"
            hint="Marks say how a day ended, not what was known in the morning."
            name="unreported"
            type="number"
            min={0}
            max={100}
            defaultValue={0}
          />
          <Field
            label="Texts that a family answers, per cent"
            name="answered"
            type="number"
            min={0}
            max={100}
            defaultValue={0}
          />
        </Folded>
      </AskForm>
      {id === undefined ? null : <Outcome key={id} id={id} />}
    </>
  )
}
