import { useState } from 'react'
import { AskForm, Folded } from '../forms/ask-form.tsx'
import { Field } from '../forms/fields.tsx'
import { CollectButton } from './collect-part.tsx'

interface PackFormProps {
  /** Where the packs of an extract are. */
  readonly at: string
  readonly after: () => Promise<void>
}

/** The pack of one referral, by the reference that stands in the data. */
export const PackForm = ({ at, after }: PackFormProps) => {
  const [reference, setReference] = useState<string>()
  return (
    <Folded title="Collect a pack">
      <AskForm
        press="Find the pack"
        look="secondary"
        isBusy={false}
        submit={async ({ text }) => setReference(text('reference'))}
      >
        <Field label="Reference" hint="As the data has it, in the row of the referral." name="reference" required />
      </AskForm>
      {reference === undefined ? null : (
        <CollectButton
          key={reference}
          says="Collect the pack"
          of={reference}
          path={`${at}/${encodeURIComponent(reference)}`}
          body={{}}
          after={after}
        />
      )}
    </Folded>
  )
}
