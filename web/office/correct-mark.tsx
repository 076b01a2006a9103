import { type FormEvent, useId, useState } from 'react'
import * as z from 'zod'
import { PupilAttendanceAnswer } from '../../events/api/pupils.ts'
import { ALL_CODES, CODES, type Code } from '../../shared/domain/codes.ts'
import { localTime } from '../../shared/domain/time.ts'
import { Anything, send } from '../client/client.ts'
import type { Failure } from '../client/failure.ts'
import { useLive } from '../client/live.ts'
import { schoolNow } from '../client/school-clock.ts'
import { Button } from '../parts/button.tsx'
import { FailureNotice } from '../parts/notice.tsx'
import type { Today } from '../teacher/my-classes.tsx'

const isCode = (code: string): code is Code => Object.hasOwn(CODES, code)

/** Codes that somebody may pick for one child. */
const PICKED = ALL_CODES.filter((code) => !CODES[code].wholeSchool && !CODES[code].beforeRoll)

/** The refusal that shows the mark which somebody else has given meanwhile. */
const Changed = z.object({ code: z.literal('mark-changed'), mark: z.object({ code: z.string() }).nullable() })

interface CorrectMarkProps {
  readonly pupilId: string
  readonly today: Today
  readonly refresh: () => Promise<void>
}

const meaningOf = (code: string): string => (isCode(code) ? CODES[code].meaning : '')

/**
 * The mark as it stands, as it should be, and why: the old one is kept beside it. What is sent says which mark was seen, so that two people at
 * one mark never overwrite each other unseen.
 */
export const CorrectMark = ({ pupilId, today, refresh }: CorrectMarkProps) => {
  const id = useId()
  const { sessions, date } = today
  // Once: the mark that was seen does not become another while somebody decides about it.
  const live = useLive(PupilAttendanceAnswer, `pupils/${pupilId}/attendance?from=${date}&until=${date}`, 'once')
  const [isBusy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure>()
  const time = localTime(schoolNow(), today.academy.zone)
  const now = sessions.findLast(({ opens }) => opens <= time)?.session ?? 'AM'
  const [session, setSession] = useState(now)
  const [asked, setAsked] = useState<string>()
  const read = live.value && (live.value.sessions.find((each) => each.session === session)?.code ?? null)
  const changed = Changed.safeParse(failure?.problem)
  // A register that is not in yet is in no figure: then the refusal alone says what stands.
  const seen = changed.success && asked === session ? (changed.data.mark?.code ?? null) : read
  const codes = PICKED.filter((code) => (CODES[code].only ?? session) === session)
  const correct = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    setAsked(session)
    const form = new FormData(event.currentTarget)
    const because = String(form.get('because'))
    const code = String(form.get('code'))
    const note = isCode(code) && CODES[code].needsNote !== undefined ? { note: because.slice(0, 200) } : {}
    const was = seen === undefined ? {} : { was: seen }
    setBusy(true)
    const body = { code, because, ...note, ...was }
    const done = await send('PATCH', `pupils/${pupilId}/marks/${date}/${session}`, body, Anything)
    setFailure(done.ok ? undefined : done.failure)
    setBusy(false)
    // Refused, the row stays where it is: whoever was too late reads here what stands.
    if (done.ok) await Promise.all([live.refresh(), refresh()])
  }
  return (
    <form className="fb-more__part" onSubmit={(event) => void correct(event)}>
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
      <p className="govuk-body-s" role="status">
        {seen === undefined
          ? 'Reading the mark …'
          : seen === null
            ? 'No mark yet.'
            : `It is ${seen}: ${meaningOf(seen)}.`}
      </p>
      <div className="fb-inline-form">
        <label className="govuk-label" htmlFor={`${id}-code`}>
          Mark
        </label>
        <select className="govuk-select" id={`${id}-code`} name="code" required>
          <option value="">Choose the mark</option>
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
