import { useState } from 'react'
import type { Acting } from '../client/act.ts'
import { AskForm } from '../forms/ask-form.tsx'
import { Choice, Field, Lines, type Option, Tick } from '../forms/fields.tsx'
import type { Matter } from './matter.ts'
import { nextNotice } from './words.ts'

interface DecideProps {
  readonly matter: Matter
  readonly isBusy: boolean
  readonly act: Acting['act']
}

const sentences = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** What may be decided. What the law or the authority does not allow is not offered; a notice to improve may come before the threshold. */
export const decisionsFor = ({ standing, obstacles, parents }: Matter): readonly Option[] => {
  const stops = obstacles.filter(({ effect }) => effect === 'stops').map(({ code }) => code)
  const askable = parents.some(({ next }) => next !== 'escalate')
  const mayImprove = stops.every((code) => code === 'below-threshold')
  return [
    ...(standing === 'met' ? ([['not-referred', 'Do not refer']] as const) : []),
    ...(mayImprove ? ([['notice-to-improve', 'Give a notice to improve']] as const) : []),
    ...(standing === 'met' && stops.length === 0 && askable ? ([['refer', 'Refer to the authority']] as const) : []),
  ]
}

/** Refer, give a notice to improve, or neither, with the reason. */
export const DecideForm = ({ matter, isBusy, act }: DecideProps) => {
  const options = decisionsFor(matter)
  const [decision, setDecision] = useState(options[0]?.[0] ?? '')
  const mustWeigh = matter.obstacles.some(({ effect }) => effect === 'weigh')
  const askable = matter.parents.filter(({ next }) => next !== 'escalate')
  const acts = decision !== 'not-referred'
  return (
    <div className="fb-panel fb-decide">
      <AskForm
        press="Decide"
        isBusy={isBusy}
        submit={({ text, all }) =>
          act('POST', `pupils/${matter.pupil}/penalty-notices/decisions`, {
            decision,
            because: text('because'),
            ...(decision === 'refer' ? { parents: all('parent') } : {}),
            ...(acts ? { support: sentences(text('support')) } : {}),
            ...(acts && text('weighed') !== '' ? { weighed: text('weighed') } : {}),
          })
        }
      >
        <Choice
          label="Decision"
          name="decision"
          options={options}
          value={decision}
          onChange={({ target }) => setDecision(target.value)}
        />
        {decision === 'refer' ? (
          <fieldset className="govuk-fieldset govuk-form-group">
            <legend className="govuk-fieldset__legend">Parents, each by themselves</legend>
            {askable.map(({ contact, name, next }) => (
              <Tick key={contact} name="parent" value={contact} label={`${name}: ${nextNotice(next)}`} defaultChecked />
            ))}
          </fieldset>
        ) : null}
        {acts ? (
          <Lines
            label="What was done to help, a sentence a line"
            name="support"
            hint={decision === 'notice-to-improve' ? 'The family reads these in the letter.' : undefined}
            required
          />
        ) : null}
        {acts && mustWeigh ? <Field label="How that was weighed" name="weighed" required minLength={3} /> : null}
        <Field label="Why" name="because" required minLength={3} maxLength={300} />
      </AskForm>
    </div>
  )
}
