import { addressOf } from '../client/address.ts'
import type { PageProps } from '../pages/page-for.ts'
import { Page } from '../parts/page.tsx'
import { useDraft } from '../policy/draft.ts'
import { asOwn } from '../policy/values.ts'
import { RehearseForm } from './rehearse-form.tsx'

/** What another policy would have done, played on the registers of the record. */
export const RehearsalPage = ({ today }: Pick<PageProps, 'today'>) => {
  const edits = useDraft(today.academy.id)
  const count = Object.keys(edits).length
  return (
    <Page title="Rehearsal" about="Two policies side by side on days that were.">
      <p className="govuk-body">
        {count === 0
          ? 'Nothing of the policy is changed: both sides will say what the policy in force would have done.'
          : `The draft has ${count === 1 ? '1 change' : `${count} changes`} that nobody has published.`}{' '}
        <a className="govuk-link" href={addressOf('policy')}>
          Change the policy
        </a>
      </p>
      <RehearseForm policy={asOwn(edits)} today={today} />
    </Page>
  )
}
