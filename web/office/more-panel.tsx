import { useState } from 'react'
import { PupilAnswer } from '../../events/api/pupils.ts'
import { TextNowAnswer } from '../../events/api/site-answers.ts'
import { send } from '../client/client.ts'
import type { Failure } from '../client/failure.ts'
import { useLive } from '../client/live.ts'
import { Button } from '../parts/button.tsx'
import { Freshness } from '../parts/freshness.tsx'
import { FailureNotice, Notice } from '../parts/notice.tsx'
import { HoldPart } from '../pupil/hold-part.tsx'
import type { Today } from '../teacher/my-classes.tsx'
import { CorrectMark } from './correct-mark.tsx'

interface MorePanelProps {
  readonly pupilId: string
  /** When the first text goes by itself, while it may be sent sooner. */
  readonly textAt: string | undefined
  readonly today: Today
  readonly refresh: (isDone?: boolean) => Promise<void>
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
    await refresh(done.ok)
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
          refresh={async (isDone) => {
            await Promise.all([live.refresh(), refresh(isDone)])
          }}
        />
      ) : null}
    </div>
  )
}
