import { useState } from 'react'
import { PolicyVersionsAnswer } from '../../events/api/policy.ts'
import { localDate, localTime, spokenDate } from '../../shared/domain/time.ts'
import { useAct } from '../client/act.ts'
import { addressOf } from '../client/address.ts'
import { useLive } from '../client/live.ts'
import { AskForm } from '../forms/ask-form.tsx'
import { Field } from '../forms/fields.tsx'
import { Button } from '../parts/button.tsx'
import { Freshness } from '../parts/freshness.tsx'
import { FailureNotice } from '../parts/notice.tsx'
import { Page } from '../parts/page.tsx'
import { Tag } from '../parts/tag.tsx'
import type { Today } from '../teacher/my-classes.tsx'

/** Versions of years ago stand in one list with today’s. */
const dated = (date: string): string => `${spokenDate(date)} ${date.slice(0, 4)}`

/** Every version of the policy that was published, who and why, and the way back to one. */
export const VersionsPage = ({ today }: { readonly today: Today }) => {
  const live = useLive(PolicyVersionsAnswer, 'policy/versions')
  const { isBusy, failure, act } = useAct(live.refresh)
  const [opened, setOpened] = useState<string>()
  const versions = live.value?.versions ?? []
  const [newest] = versions
  const inForce = versions.find(({ from }) => from <= today.date)
  const mayPublish = today.roles.some((role) => role === 'lead' || role === 'head')
  const { zone } = today.academy
  const publish = async (version: string, because: string): Promise<void> => {
    if (await act('POST', `policy/versions/${version}/publish`, { base: newest?.version, because }))
      setOpened(undefined)
  }
  return (
    <Page
      title="Versions of the policy"
      about="A version’s text never changes. To go back is to publish an earlier one again."
    >
      <Freshness live={live} />
      {failure ? <FailureNotice failure={failure} /> : null}
      <p className="govuk-body">
        <a className="govuk-link" href={addressOf('policy')}>
          The policy
        </a>
      </p>
      <ul className="fb-rows">
        {versions.map(({ version, from, at, by, because, again }) => {
          const key = `${version} ${at}`
          return (
            <li className="fb-row" key={key}>
              <div className="fb-row__facts">
                <h2 className="fb-row__subject">
                  From {dated(from)} <span className="fb-row__class">{version}</span>{' '}
                  {inForce?.at === at ? <Tag tone="good">In force</Tag> : from > today.date ? <Tag>Waits</Tag> : null}
                  {again ? <Tag>Published again</Tag> : null}
                </h2>
                <p className="fb-row__happened">{because ?? 'From the academy’s file.'}</p>
                <p className="fb-row__next">
                  {dated(localDate(at, zone))} at {localTime(at, zone)}, by {by}.
                </p>
              </div>
              {mayPublish && version !== newest?.version ? (
                <div className="fb-row__ways">
                  <Button
                    look="secondary"
                    aria-expanded={opened === key}
                    onClick={() => setOpened(opened === key ? undefined : key)}
                  >
                    Publish again<span className="govuk-visually-hidden">: {version}</span>
                  </Button>
                </div>
              ) : null}
              {opened === key ? (
                <div className="fb-panel">
                  <AskForm
                    press="Yes, go back to this version from tomorrow"
                    look="warning"
                    isBusy={isBusy}
                    submit={({ text }) => publish(version, text('because'))}
                  >
                    <Field label="Why" name="because" required minLength={3} maxLength={300} />
                  </AskForm>
                </div>
              ) : null}
            </li>
          )
        })}
      </ul>
    </Page>
  )
}
