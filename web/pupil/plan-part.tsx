import type * as z from 'zod'
import type { PupilAttendAnswer } from '../../events/api/pupil-work.ts'
import { StaffAnswer } from '../../events/api/staff.ts'
import { spokenDate } from '../../shared/domain/time.ts'
import { type Acting, useAct } from '../client/act.ts'
import { useLive } from '../client/live.ts'
import { AskForm, Folded } from '../forms/ask-form.tsx'
import { Choice, Field, Lines, OneOf, type Option } from '../forms/fields.tsx'
import { FailureNotice } from '../parts/notice.tsx'

type OpenCase = NonNullable<z.output<typeof PupilAttendAnswer>['open']>

interface PlanProps {
  readonly id: string
  readonly aCase: OpenCase
  readonly mayWork: boolean
  readonly refresh: () => Promise<void>
}

interface FormProps {
  readonly id: string
  readonly isBusy: boolean
  readonly act: Acting['act']
}

const PlanForm = ({ id, aCase, owners, isBusy, act }: FormProps & { aCase: OpenCase; owners: readonly Option[] }) => (
  <Folded title={aCase.plan === undefined ? 'Agree a plan' : 'Agree another plan'}>
    <AskForm
      press="Keep the plan"
      isBusy={isBusy}
      submit={({ text }) =>
        act('POST', `pupils/${id}/attend/plan`, {
          ...{ owner: text('owner'), words: text('words'), review: text('review') },
        })
      }
    >
      <Lines label="What is to be reached" name="words" required minLength={2} maxLength={1000} />
      <Choice label="Who sees to it" name="owner" options={owners} required />
      <Field label="Looked at again on" name="review" type="date" required />
    </AskForm>
  </Folded>
)

const ActionForm = ({ id, owners, isBusy, act }: FormProps & { owners: readonly Option[] }) => (
  <Folded title="One more thing to do">
    <AskForm
      press="Keep it"
      isBusy={isBusy}
      submit={({ text }) =>
        act('POST', `pupils/${id}/attend/actions`, {
          ...{ words: text('words'), owner: text('owner'), due: text('due') },
        })
      }
    >
      <Field label="What will be done" name="words" required minLength={2} maxLength={500} />
      <Choice label="Who does it" name="owner" options={owners} required />
      <Field label="By the end of" name="due" type="date" required />
    </AskForm>
  </Folded>
)

const ActionEnd = ({ id, action, isBusy, act }: FormProps & { action: OpenCase['actions'][number] }) => (
  <Folded title={`What came of it: ${action.words}`}>
    <AskForm
      press="Keep it"
      look="secondary"
      isBusy={isBusy}
      submit={({ text }) =>
        act('POST', `pupils/${id}/attend/actions/${action.id}/outcome`, { state: text('state'), words: text('words') })
      }
    >
      <OneOf
        legend="Is it done?"
        name="state"
        options={[
          ['done', 'Done'],
          ['dropped', 'Dropped'],
        ]}
      />
      <Field label="What came of it, or why it is dropped" name="words" required minLength={2} maxLength={500} />
    </AskForm>
  </Folded>
)

const CheckInForm = ({ id, isBusy, act }: FormProps) => (
  <Folded title="How does it go?">
    <AskForm
      press="Keep it"
      look="secondary"
      isBusy={isBusy}
      submit={({ text }) => act('POST', `pupils/${id}/attend/check-ins`, { with: text('with'), words: text('words') })}
    >
      <OneOf
        legend="Asked"
        name="with"
        options={[
          ['child', 'the child'],
          ['family', 'the family'],
        ]}
      />
      <Field label="What they say" name="words" required minLength={2} maxLength={500} />
    </AskForm>
  </Folded>
)

const ReviewForm = ({ id, isBusy, act }: FormProps) => (
  <Folded title="Review it">
    <AskForm
      press="Keep the review"
      isBusy={isBusy}
      submit={({ text }) => act('POST', `pupils/${id}/attend/reviews`, { words: text('words'), next: text('next') })}
    >
      <Lines
        label="What was seen, and what changes because of it"
        name="words"
        required
        minLength={2}
        maxLength={500}
      />
      <Field label="Looked at again on" name="next" type="date" required />
    </AskForm>
  </Folded>
)

/** What was agreed with a family: the plan with its owner and review, what is to be done by whom, and how it goes. */
export const PlanPart = ({ id, aCase, mayWork, refresh }: PlanProps) => {
  const staff = useLive(StaffAnswer, 'staff', 'once')
  const { isBusy, failure, act } = useAct(refresh)
  const nameOf = (owner: string): string => staff.value?.staff.find((each) => each.id === owner)?.name ?? owner
  const owners = (staff.value?.staff ?? []).map(({ id: owner, name }): Option => [owner, name])
  const { plan, actions, checkIns, review } = aCase
  const form = { id, isBusy, act }
  return (
    <>
      <h3 className="govuk-heading-s">Plan</h3>
      {failure ? <FailureNotice failure={failure} /> : null}
      <p className="govuk-body">
        {plan === undefined ? 'No plan is agreed.' : `Agreed: ${plan.words} ${nameOf(plan.owner)} sees to it.`} Looked
        at again on {spokenDate(review)}.
      </p>
      <ul className="govuk-list">
        {actions.map((action) => (
          <li key={action.id}>
            {action.words}: {nameOf(action.owner)}, by {spokenDate(action.due)}
            {action.state === 'open' ? null : `, ${action.state}`}
            {mayWork && action.state === 'open' ? <ActionEnd {...form} action={action} /> : null}
          </li>
        ))}
        {checkIns.map(({ on, with: asked, words }) => (
          <li key={`${on} ${words}`}>
            {spokenDate(on)}, the {asked} says: {words}
          </li>
        ))}
      </ul>
      {mayWork ? (
        <>
          <PlanForm {...form} aCase={aCase} owners={owners} />
          <ActionForm {...form} owners={owners} />
          <CheckInForm {...form} />
          <ReviewForm {...form} />
        </>
      ) : null}
    </>
  )
}
