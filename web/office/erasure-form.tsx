import type { Acting } from '../client/act.ts'
import { AskForm, Folded } from '../forms/ask-form.tsx'
import { Field, OneOf } from '../forms/fields.tsx'

interface ErasureProps {
  readonly task: string
  readonly isBusy: boolean
  readonly act: Acting['act']
}

/** What is done about a pupil whose time is over. Nothing is erased by this: an operator carries it out, and the decision stays. */
export const ErasureForm = ({ task, isBusy, act }: ErasureProps) => (
  <Folded title="Decide whether they are erased">
    <AskForm
      press="Decide"
      look="warning"
      isBusy={isBusy}
      submit={({ text }) => act('POST', `erasures/${task}`, { do: text('do'), because: text('because') })}
    >
      <OneOf
        legend="Everything about this pupil is"
        name="do"
        options={[
          ['keep', 'kept for another year'],
          ['erase', 'erased for good'],
        ]}
      />
      <Field
        label="Why"
        name="because"
        hint="A claim, an inquiry or a brother’s case is a reason to keep them. The reason is kept for good: name nobody in it."
        required
        minLength={3}
        maxLength={300}
      />
    </AskForm>
  </Folded>
)
