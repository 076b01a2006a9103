import type * as z from 'zod'
import { LeaveRequestsAnswer } from '../../events/api/pupil-work.ts'
import { spokenDate } from '../../shared/domain/time.ts'
import { type Acting, useAct } from '../client/act.ts'
import { useLive } from '../client/live.ts'
import { AskForm, Folded } from '../forms/ask-form.tsx'
import { Choice, Field, Lines, OneOf } from '../forms/fields.tsx'
import { Empty } from '../parts/empty.tsx'
import { Freshness } from '../parts/freshness.tsx'
import { FailureNotice } from '../parts/notice.tsx'
import type { Today } from '../teacher/my-classes.tsx'

type Request = z.output<typeof LeaveRequestsAnswer>['requests'][number]

const STATES: Readonly<Record<string, string>> = {
  asked: 'waits to be decided',
  granted: 'granted',
  refused: 'refused',
  withdrawn: 'asked for no more',
}

interface FormProps {
  readonly id: string
  readonly isBusy: boolean
  readonly act: Acting['act']
}

/** Granted in exceptional circumstances (code C), or refused (a holiday taken all the same is G), with the reason. */
const DecideLeave = ({ id, request, isBusy, act }: FormProps & { readonly request: Request }) => (
  <Folded title={`Decide about ${spokenDate(request.from)} to ${spokenDate(request.until)}`}>
    <AskForm
      press="Decide"
      isBusy={isBusy}
      submit={({ text }) => {
        const decision = text('decision')
        return act('POST', `pupils/${id}/leave-requests/${request.id}/decision`, {
          ...{ decision, because: text('because'), tell: text('tell') },
          ...(decision === 'granted' ? { exceptional: true, from: text('from'), until: text('until') } : {}),
        })
      }}
    >
      <OneOf
        legend="Decision"
        name="decision"
        options={[
          ['refused', 'Refuse: if taken all the same, a holiday is G and anything else O'],
          ['granted', 'Grant: the circumstances are exceptional (C)'],
        ]}
      />
      <Field label="First day granted" name="from" type="date" required defaultValue={request.from} />
      <Field label="Last day granted" name="until" type="date" required defaultValue={request.until} />
      <Field
        label="Why"
        name="because"
        hint="Kept for whoever asks later, and not told to the family."
        required
        minLength={3}
        maxLength={300}
      />
      <Choice
        label="The family hears of it"
        name="tell"
        options={[
          ['letter', 'by letter'],
          ['text', 'by text'],
          ['person', 'from a person'],
        ]}
      />
    </AskForm>
  </Folded>
)

/** A parent has asked: written down in their words, for whoever decides. */
const AskLeave = ({ id, isBusy, act }: FormProps) => (
  <Folded title="A parent asks for leave of absence">
    <AskForm
      press="Write it down"
      look="secondary"
      isBusy={isBusy}
      submit={({ text }) =>
        act('POST', `pupils/${id}/leave-requests`, {
          ...{ from: text('from'), until: text('until'), purpose: text('purpose') },
          ...{ words: text('words'), askedBy: text('askedBy') },
        })
      }
    >
      <Field label="First day" name="from" type="date" required />
      <Field label="Last day" name="until" type="date" required />
      <Choice
        label="For"
        name="purpose"
        options={[
          ['holiday', 'a holiday'],
          ['other', 'something else'],
        ]}
      />
      <Lines label="Why, in the parent’s words" name="words" required minLength={2} maxLength={1000} />
      <Field label="Who asked" name="askedBy" required maxLength={80} />
    </AskForm>
  </Folded>
)

/** Leave that was asked for, what was decided, and the decision where one is waited for. */
export const LeavePart = ({ id, today }: { readonly id: string; readonly today: Today }) => {
  const live = useLive(LeaveRequestsAnswer, `pupils/${id}/leave-requests`)
  const { isBusy, failure, act } = useAct(live.refresh)
  const mayDecide = today.roles.some((role) => role === 'lead' || role === 'head')
  const requests = live.value?.requests ?? []
  return (
    <>
      <h3 className="govuk-heading-s">Leave of absence</h3>
      <Freshness live={live} />
      {failure ? <FailureNotice failure={failure} /> : null}
      {live.value && requests.length === 0 ? (
        <Empty>No leave was asked for. What a parent asks in writing stands here with what the Head decided.</Empty>
      ) : null}
      <ul className="govuk-list">
        {requests.map((request) => (
          <li key={request.id}>
            {spokenDate(request.from)} to {spokenDate(request.until)}: {STATES[request.state] ?? request.state}.{' '}
            {request.words}
            {mayDecide && request.state === 'asked' ? (
              <DecideLeave id={id} request={request} isBusy={isBusy} act={act} />
            ) : null}
          </li>
        ))}
      </ul>
      <AskLeave id={id} isBusy={isBusy} act={act} />
    </>
  )
}
