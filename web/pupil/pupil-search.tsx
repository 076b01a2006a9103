import { useEffect, useState } from 'react'
import type * as z from 'zod'
import { PupilsAnswer } from '../../events/api/pupils.ts'
import { spokenDate } from '../../shared/domain/time.ts'
import { send } from '../client/client.ts'
import type { Failure } from '../client/failure.ts'
import { Tick } from '../forms/fields.tsx'
import { FailureNotice } from '../parts/notice.tsx'

export type FoundPupil = z.output<typeof PupilsAnswer>['pupils'][number]

interface PupilSearchProps {
  readonly label: string
  readonly choose: (pupil: FoundPupil) => void
  /** Whoever searches may ask for those who have left. */
  readonly leaversToo?: boolean
}

/** Typing goes on for this long before anybody is asked. */
const PAUSE_MS = 200
const MOST_SHOWN = 12

/** Finds a pupil by the beginnings of their names. */
export const PupilSearch = ({ label, choose, leaversToo = false }: PupilSearchProps) => {
  const [typed, setTyped] = useState('')
  const [left, setLeft] = useState(false)
  const [found, setFound] = useState<readonly FoundPupil[]>()
  const [failure, setFailure] = useState<Failure>()
  useEffect(() => {
    if (typed.trim().length < 2) return setFound(undefined)
    let isOld = false
    const timer = setTimeout(async () => {
      const heard = await send('POST', 'pupils/search', { name: typed, left }, PupilsAnswer)
      if (isOld) return
      setFailure(heard.ok ? undefined : heard.failure)
      if (heard.ok) setFound(heard.value.pupils)
    }, PAUSE_MS)
    return () => {
      isOld = true
      clearTimeout(timer)
    }
  }, [typed, left])
  return (
    <div className="fb-search">
      <div className="govuk-form-group">
        <label className="govuk-label" htmlFor="pupil-name">
          {label}
        </label>
        <input
          className="govuk-input govuk-input--width-20"
          id="pupil-name"
          type="search"
          autoComplete="off"
          spellCheck={false}
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
        />
      </div>
      {leaversToo ? (
        <Tick
          label="Also pupils who have left"
          name="left"
          checked={left}
          onChange={({ target }) => setLeft(target.checked)}
        />
      ) : null}
      {failure ? <FailureNotice failure={failure} /> : null}
      <p className="govuk-body-s" role="status">
        {found === undefined ? '' : foundInWords(found.length)}
      </p>
      <ul className="fb-found">
        {found?.slice(0, MOST_SHOWN).map((pupil) => (
          <li key={pupil.id}>
            <button type="button" className="fb-link-button" onClick={() => choose(pupil)}>
              {pupil.name}
            </button>{' '}
            <span className="fb-row__class">{pupil.class}</span>
            {pupil.left === undefined ? null : <span className="fb-row__class"> {leftInWords(pupil.left)}</span>}
          </li>
        ))}
      </ul>
    </div>
  )
}

const leftInWords = (on: string | null): string => (on === null ? 'not on the roll' : `last day ${spokenDate(on)}`)

const foundInWords = (count: number): string => {
  if (count === 0) return 'Nobody has such a name. Type the beginning of a first name or surname.'
  return count > MOST_SHOWN ? `${count} pupils; type more of the name.` : `${count} found.`
}
