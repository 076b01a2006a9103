import { type FormEvent, type MouseEvent, useState } from 'react'
import { BrakeAnswer } from '../../events/api/day.ts'
import { localTime } from '../../shared/domain/time.ts'
import { useAct } from '../client/act.ts'
import { addressOf } from '../client/address.ts'
import { useLive } from '../client/live.ts'
import type { PageProps } from '../pages/page-for.ts'
import { Button } from '../parts/button.tsx'
import { Freshness } from '../parts/freshness.tsx'
import { FailureNotice, Notice } from '../parts/notice.tsx'
import { Page } from '../parts/page.tsx'
import { BRAKE_BECAUSE } from './brake-words.ts'

const SETTLED = { released: 'The texts were let go.', refused: 'The texts were refused; none of them goes.' } as const

/** A held batch: exactly who would get what, and the decision of the lead or the Head. */
export const BrakePage = ({ rest: [id = ''], today }: Pick<PageProps, 'rest' | 'today'>) => {
  const live = useLive(BrakeAnswer, `brakes/${id}`)
  const { isBusy, failure, act } = useAct(live.refresh)
  const [because, setBecause] = useState('')
  const brake = live.value
  const mayDecide = today.roles.some((role) => role === 'lead' || role === 'head')
  const settle = (what: 'release' | 'refuse') => (event: FormEvent | MouseEvent) => {
    event.preventDefault()
    void act('POST', `brakes/${id}/${what}`, { because })
  }
  return (
    <Page
      title="Texts held back"
      about={
        brake ? `${BRAKE_BECAUSE[brake.because]} Held since ${localTime(brake.since, today.academy.zone)}.` : undefined
      }
    >
      <Freshness live={live} />
      {failure ? <FailureNotice failure={failure} /> : null}
      {brake && brake.state !== 'held' ? <Notice tone="good" title={SETTLED[brake.state]} /> : null}
      {brake?.state === 'held' ? (
        <>
          <Notice title="Check the registers first.">
            <p className="govuk-body">
              These are the texts as they would go now. Released, each is judged again on the marks of that minute; the
              families of the held pupils are on the call list meanwhile.
            </p>
          </Notice>
          <h2 className="govuk-heading-m">
            Would go <span className="fb-count">{brake.texts.length}</span>
          </h2>
          <ul className="fb-rows">
            {brake.texts.map(({ to, relationship, pupils, body }) => (
              <li className="fb-row" key={`${to} ${pupils.map((pupil) => pupil.id).join()}`}>
                <h3 className="fb-row__subject">
                  {to}, {relationship} of {pupils.map((pupil) => pupil.name).join(' and ')}
                </h3>
                <blockquote className="fb-reply__words">{body}</blockquote>
              </li>
            ))}
          </ul>
          {brake.withoutText.length === 0 ? null : (
            <>
              <h2 className="govuk-heading-m">
                No text <span className="fb-count">{brake.withoutText.length}</span>
              </h2>
              <ul className="fb-rows">
                {brake.withoutText.map(({ pupil, why }) => (
                  <li className="fb-row" key={pupil.id}>
                    <h3 className="fb-row__subject">{pupil.name}</h3>
                    <p className="fb-row__happened">{why}</p>
                  </li>
                ))}
              </ul>
            </>
          )}
          {mayDecide ? (
            <form onSubmit={settle('release')} className="fb-decide">
              <label className="govuk-label" htmlFor="because">
                Why you let them go, or not
              </label>
              <input
                className="govuk-input"
                id="because"
                value={because}
                minLength={3}
                maxLength={300}
                required
                onChange={({ target }) => setBecause(target.value)}
              />
              <div className="govuk-button-group">
                <Button type="submit" disabled={isBusy}>
                  Release {brake.texts.length} texts
                </Button>
                <Button look="warning" disabled={isBusy || because.trim().length < 3} onClick={settle('refuse')}>
                  Refuse
                </Button>
              </div>
            </form>
          ) : (
            <p className="govuk-body">The Attendance Lead or the Head decides; they are being paged.</p>
          )}
        </>
      ) : null}
      <p className="govuk-body">
        <a className="govuk-link" href={addressOf('today')}>
          Back to today
        </a>
      </p>
    </Page>
  )
}
