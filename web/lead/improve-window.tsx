import { spokenDate } from '../../shared/domain/time.ts'
import type { Acting } from '../client/act.ts'
import { AskForm, Folded } from '../forms/ask-form.tsx'
import { Field } from '../forms/fields.tsx'
import type { Matter } from './matter.ts'

const ENDED = {
  running: 'runs',
  breached: 'was not kept',
  improved: 'was kept',
  withdrawn: 'was taken back',
} as const

const counted = (count: number): string => (count === 1 ? '1 unauthorised session' : `${count} unauthorised sessions`)

interface WindowProps {
  readonly matter: Matter
  readonly mayDecide: boolean
  readonly isBusy: boolean
  readonly act: Acting['act']
}

/** The time of a notice to improve as each night watches it, and its end by a person. */
export const ImproveWindow = ({ matter, mayDecide, isBusy, act }: WindowProps) => {
  const { improve, pupil } = matter
  if (improve === null) return null
  const { decision, from, until, state, seen, mostUnauthorised, endedOn } = improve
  return (
    <div className="fb-panel">
      <p className="govuk-body">
        The notice to improve from {spokenDate(from)} to {spokenDate(until)} {ENDED[state]}
        {endedOn === undefined ? '' : ` on ${spokenDate(endedOn)}`}. At most {counted(mostUnauthorised)} in it
        {seen === undefined ? '.' : `; up to now ${counted(seen.unauthorised)}`}
        {seen === undefined || seen.unresolved === 0 ? '' : `, and ${seen.unresolved} still N`}
        {seen === undefined ? '' : '. Each night looks again.'}
      </p>
      {mayDecide && state === 'running' ? (
        <Folded title="Take the notice back">
          <AskForm
            press="Take it back"
            look="warning"
            isBusy={isBusy}
            submit={({ text }) =>
              act('POST', `pupils/${pupil}/penalty-notices/decisions/${decision}/undo`, { because: text('because') })
            }
          >
            <Field
              label="Why it ends"
              name="because"
              hint="Letters that have not left the house stay there."
              required
              minLength={3}
              maxLength={300}
            />
          </AskForm>
        </Folded>
      ) : null}
    </div>
  )
}
