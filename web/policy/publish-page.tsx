import { useState } from 'react'
import { PolicyPublishedAnswer } from '../../events/api/policy.ts'
import { spokenDate } from '../../shared/domain/time.ts'
import { send } from '../client/client.ts'
import type { Failure } from '../client/failure.ts'
import { AskForm } from '../forms/ask-form.tsx'
import { Field } from '../forms/fields.tsx'
import { Button } from '../parts/button.tsx'
import { Empty } from '../parts/empty.tsx'
import { Freshness } from '../parts/freshness.tsx'
import { FailureNotice, Notice } from '../parts/notice.tsx'
import { Page } from '../parts/page.tsx'
import { RehearseForm } from '../rehearsal/rehearse-form.tsx'
import type { Today } from '../teacher/my-classes.tsx'
import { Otherwise } from './otherwise.tsx'
import type { Editing } from './use-policy.ts'
import { asOwn, sayValue } from './values.ts'

interface PublishPageProps {
  readonly editing: Editing
  readonly today: Today
}

/** Everything that was changed, what it would do, and the press that publishes it, which asks once more. */
export const PublishPage = ({ editing, today }: PublishPageProps) => {
  const { live, edits, checked, forget } = editing
  const [because, setBecause] = useState('')
  const [isAsked, setAsked] = useState(false)
  const [failure, setFailure] = useState<Failure>()
  const [isBusy, setBusy] = useState(false)
  const [from, setFrom] = useState<string>()
  const own = asOwn(edits)
  const publish = async (): Promise<void> => {
    setBusy(true)
    const body = { base: live.value?.version, policy: own, because }
    const done = await send('POST', 'policy/versions', body, PolicyPublishedAnswer)
    setBusy(false)
    setFailure(done.ok ? undefined : done.failure)
    if (!done.ok) return
    setAsked(false)
    setBecause('')
    setFrom(done.value.from)
    forget()
  }
  const isInOrder = checked !== undefined && checked.problems.length === 0 && checked.changes.length > 0
  return (
    <Page title="Publish the policy" about="It is in force from the next midnight: no day is decided by two policies.">
      <Freshness live={live} />
      {failure ? <FailureNotice failure={failure} /> : null}
      {from === undefined ? null : (
        <Notice tone="good" title={`Published. It is in force from ${spokenDate(from)}.`}>
          <p className="govuk-body">To go back, publish the earlier version again: it stands under “Versions”.</p>
        </Notice>
      )}
      {Object.keys(edits).length === 0 ? (
        from === undefined ? (
          <Empty>
            Nothing is changed. Choose a part of the policy and change a value; it stands here before it holds.
          </Empty>
        ) : null
      ) : (
        <>
          <h2 className="govuk-heading-m">Changes</h2>
          <ul className="fb-rows">
            {checked?.changes.map(({ field, meaning, was, becomes }) => (
              <li className="fb-row" key={field}>
                <div className="fb-row__facts">
                  <h3 className="fb-row__subject">{field}</h3>
                  <p className="fb-row__next">{meaning}</p>
                  <p className="fb-row__happened">
                    It is {sayValue(was)}; it becomes <strong>{sayValue(becomes)}</strong>.
                  </p>
                </div>
              </li>
            ))}
          </ul>
          {checked ? (
            <>
              <h2 className="govuk-heading-m">What would be otherwise</h2>
              <Otherwise checked={checked} />
            </>
          ) : null}
          {isInOrder ? (
            <>
              <h2 className="govuk-heading-m">Rehearse it</h2>
              <RehearseForm policy={own} today={today} />
              <h2 className="govuk-heading-m">Publish</h2>
              {isAsked ? (
                <Notice tone="urgent" title="Publish this for the whole school from tomorrow?">
                  <p className="govuk-body">{because}</p>
                  <div className="govuk-button-group">
                    <Button look="warning" disabled={isBusy} onClick={() => void publish()}>
                      Yes, publish
                    </Button>
                    <Button look="link" onClick={() => setAsked(false)}>
                      Not yet
                    </Button>
                  </div>
                </Notice>
              ) : (
                <AskForm
                  press="Publish"
                  isBusy={isBusy}
                  submit={({ text }) => {
                    setBecause(text('because'))
                    setAsked(true)
                  }}
                >
                  <Field
                    label="Why"
                    hint="It stands beside the version, and as the source of each new value."
                    name="because"
                    required
                    minLength={3}
                    maxLength={300}
                    defaultValue={because}
                  />
                </AskForm>
              )}
            </>
          ) : null}
          <p className="govuk-body">
            <Button look="link" onClick={forget}>
              Forget every change
            </Button>
          </p>
        </>
      )}
    </Page>
  )
}
