import { type FormEvent, useState } from 'react'
import { OnSiteAnswer } from '../../events/api/site-answers.ts'
import { instantOf, spokenTime } from '../../shared/domain/time.ts'
import { useAct } from '../client/act.ts'
import { useLive } from '../client/live.ts'
import { schoolNow } from '../client/school-clock.ts'
import { Button } from '../parts/button.tsx'
import { Empty } from '../parts/empty.tsx'
import { Freshness } from '../parts/freshness.tsx'
import { GateForm } from '../parts/gate-form.tsx'
import { FailureNotice, Notice } from '../parts/notice.tsx'
import { Page } from '../parts/page.tsx'
import { type FoundPupil, PupilSearch } from '../pupil/pupil-search.tsx'
import type { Today } from '../teacher/my-classes.tsx'
import { signedOut } from './who.ts'

/** Who leaves during the day signs out here, and back in. */
export const LeavingPage = ({ today }: { readonly today: Today }) => {
  const live = useLive(OnSiteAnswer, 'on-site')
  const [pupil, setPupil] = useState<FoundPupil>()
  const [said, setSaid] = useState<string>()
  const [count, setCount] = useState(0)
  const { isBusy, failure, act } = useAct(live.refresh)
  const out = live.value ? signedOut(live.value) : []
  const leave = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    if (!pupil) return
    const form = new FormData(event.currentTarget)
    const time = String(form.get('time'))
    const at = instantOf(today.date, time, today.academy.zone)
    const done = await act('POST', `pupils/${pupil.id}/departures`, { at, because: String(form.get('because')) })
    if (!done) return
    setSaid(`${pupil.name} is signed out at ${spokenTime(time)}.`)
    setPupil(undefined)
    setCount(count + 1)
  }
  const back = async (id: string, name: string): Promise<void> => {
    if (await act('POST', `pupils/${id}/arrivals`, { at: schoolNow(), because: 'Back in school' }))
      setSaid(`${name} is back in school.`)
  }
  return (
    <Page title="Leaving" about="Whoever goes out during the day, and comes back.">
      {said === undefined ? null : <Notice tone="good" title={said} />}
      {failure ? <FailureNotice failure={failure} /> : null}
      {pupil ? (
        <GateForm
          name={pupil.name}
          zone={today.academy.zone}
          because={{ label: 'Why, and with whom', isRequired: true }}
          press="Sign out of school"
          isBusy={isBusy}
          submit={leave}
          somebodyElse={() => setPupil(undefined)}
        />
      ) : (
        <PupilSearch key={count} label="Name" choose={setPupil} />
      )}
      <Freshness live={live} />
      {live.value ? (
        <section aria-label="Out now" className="fb-section">
          <h2 className="govuk-heading-m">
            Out now <span className="fb-count">{out.length}</span>
          </h2>
          {out.length === 0 ? (
            <Empty>Nobody has signed out. Find the child above; they stand here until they are back.</Empty>
          ) : null}
          <ul className="fb-rows">
            {out.map(({ id, name, className, at }) => (
              <li className="fb-row" key={id}>
                <div className="fb-row__facts">
                  <h3 className="fb-row__subject">
                    {name} <span className="fb-row__class">{className}</span>
                  </h3>
                  <p className="fb-row__next">Out since {at}</p>
                </div>
                <div className="fb-row__ways">
                  <Button look="secondary" disabled={isBusy} onClick={() => void back(id, name)}>
                    Back in school<span className="govuk-visually-hidden">: {name}</span>
                  </Button>
                </div>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </Page>
  )
}
