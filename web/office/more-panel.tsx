import { type FormEvent, useId, useState } from 'react'
import { PupilAnswer } from '../../events/api/pupils.ts'
import { TextNowAnswer } from '../../events/api/site-answers.ts'
import { ALL_CODES, CODES } from '../../shared/domain/codes.ts'
import { localTime } from '../../shared/domain/time.ts'
import { useAct } from '../client/act.ts'
import { send } from '../client/client.ts'
import type { Failure } from '../client/failure.ts'
import { useLive } from '../client/live.ts'
import { schoolNow } from '../client/school-clock.ts'
import { Button } from '../parts/button.tsx'
import { Freshness } from '../parts/freshness.tsx'
import { FailureNotice, Notice } from '../parts/notice.tsx'
import { HoldPart } from '../pupil/hold-part.tsx'
import type { Today } from '../teacher/my-classes.tsx'

interface MorePanelProps {
  readonly pupilId: string
  /** When the first text goes by itself, while it may be sent sooner. */
  readonly textAt: string | undefined
  readonly today: Today
  readonly refresh: () => Promise<void>
}

/** The family is texted at once; where nothing would go, it says why. */
const TextNow = ({ pupilId, textAt, today, refresh }: MorePanelProps) => {
  const [isBusy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure>()
  const [not, setNot] = useState<readonly { readonly name: string; readonly why: string }[]>([])
  const ask = async (): Promise<void> => {
    setBusy(true)
    const done = await send('POST', `days/${today.date}/texts`, { pupils: [pupilId] }, TextNowAnswer)
    setBusy(false)
    setFailure(done.ok ? undefined : done.failure)
    if (done.ok) setNot(done.value.not)
    await refresh()
  }
  return (
    <div className="fb-more__part">
      {failure ? <FailureNotice failure={failure} /> : null}
      {not.map(({ name, why }) => (
        <Notice key={name} title={`${name}: ${why}`} />
      ))}
      <Button look="secondary" disabled={isBusy} onClick={() => void ask()}>
        Text the family now
      </Button>
      <p className="govuk-body-s fb-about">
        By itself it goes at {textAt}. Brothers and sisters who are missing are in it.
      </p>
    </div>
  )
}

/** Codes that somebody may pick for one child. */
const PICKED = ALL_CODES.filter((code) => !CODES[code].wholeSchool && !CODES[code].beforeRoll)

/** The mark as it should be, and why: the old one is kept beside it. */
const CorrectMark = ({ pupilId, today, refresh }: Omit<MorePanelProps, 'textAt'>) => {
  const { isBusy, failure, act } = useAct(refresh)
  const id = useId()
  const { sessions, date } = today
  const time = localTime(schoolNow(), today.academy.zone)
  const now = sessions.findLast(({ opens }) => opens <= time)?.session ?? 'AM'
  const [session, setSession] = useState(now)
  const codes = PICKED.filter((code) => (CODES[code].only ?? session) === session)
  const correct = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const because = String(form.get('because'))
    const code = String(form.get('code'))
    const note = CODES[code as keyof typeof CODES]?.needsNote === undefined ? {} : { note: because.slice(0, 200) }
    void act('PATCH', `pupils/${pupilId}/marks/${date}/${session}`, { code, because, ...note })
  }
  return (
    <form className="fb-more__part" onSubmit={correct}>
      <h4 className="govuk-heading-s">Correct the mark</h4>
      {failure ? <FailureNotice failure={failure} /> : null}
      <div className="fb-inline-form">
        <label className="govuk-label" htmlFor={`${id}-session`}>
          Session
        </label>
        <select
          className="govuk-select"
          id={`${id}-session`}
          value={session}
          onChange={({ target }) => setSession(target.value === 'PM' ? 'PM' : 'AM')}
        >
          <option value="AM">This morning</option>
          <option value="PM">This afternoon</option>
        </select>
      </div>
      <div className="fb-inline-form">
        <label className="govuk-label" htmlFor={`${id}-code`}>
          Mark
        </label>
        <select className="govuk-select" id={`${id}-code`} name="code">
          {codes.map((code) => (
            <option key={code} value={code}>
              {code} {CODES[code].meaning}
            </option>
          ))}
        </select>
      </div>
      <div className="fb-inline-form">
        <label className="govuk-label" htmlFor={`${id}-because`}>
          Why it is corrected
        </label>
        <input
          className="govuk-input"
          id={`${id}-because`}
          name="because"
          required
          minLength={3}
          maxLength={300}
          autoComplete="off"
        />
        <Button type="submit" look="secondary" disabled={isBusy}>
          Correct
        </Button>
      </div>
    </form>
  )
}

/** What is seldom done from a row: text sooner, correct the mark, put the family on hold. */
export const MorePanel = ({ pupilId, textAt, today, refresh }: MorePanelProps) => {
  const live = useLive(PupilAnswer, `pupils/${pupilId}`)
  return (
    <div className="fb-panel fb-more">
      {textAt === undefined ? null : <TextNow pupilId={pupilId} textAt={textAt} today={today} refresh={refresh} />}
      <CorrectMark pupilId={pupilId} today={today} refresh={refresh} />
      <Freshness live={live} />
      {live.value ? (
        <HoldPart
          id={pupilId}
          review={live.value.hold}
          today={today}
          refresh={async () => {
            await Promise.all([live.refresh(), refresh()])
          }}
        />
      ) : null}
    </div>
  )
}
