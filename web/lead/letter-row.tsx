import type * as z from 'zod'
import { type LettersAnswer, LinkAnswer } from '../../events/api/lead.ts'
import { addressOf } from '../client/address.ts'
import { fetchOnce } from '../client/client.ts'
import { LinkButton } from '../parts/link-button.tsx'
import { Tag } from '../parts/tag.tsx'
import { letterInWords } from './words.ts'

export type LetterShown = z.output<typeof LettersAnswer>['letters'][number]

interface LetterRowProps {
  readonly letter: LetterShown
  readonly isChosen: boolean
  /** Absent: it cannot be released, or not by this person. */
  readonly choose: ((isChosen: boolean) => void) | undefined
  readonly refresh: () => Promise<void>
}

const STATES: Readonly<Record<string, string>> = {
  planned: 'being written',
  ready: 'waits to be read and released',
  held: 'held',
  released: 'released, waits for the post',
  posting: 'handed to the post',
  refused: 'could not be sent',
}

/** One letter: to whom, about whom, and its print. Opened by somebody who may release it, it counts as read. */
export const LetterRow = ({ letter, isChosen, choose, refresh }: LetterRowProps) => {
  const about = `${letterInWords(letter.kind)} about ${letter.name ?? 'a pupil'}`
  const fetchLink = async () => {
    const heard = await fetchOnce(LinkAnswer, `letters/${letter.id}/pdf?as=link`)
    await refresh()
    return heard
  }
  const field = `letter-${letter.id}`
  return (
    <li className="fb-row">
      <div className="fb-row__facts">
        <h3 className="fb-row__subject">
          {letter.to ?? 'A parent'}{' '}
          <span className="fb-row__class">
            about{' '}
            <a className="govuk-link" href={addressOf('pupils', letter.pupil)}>
              {letter.name ?? 'a pupil no longer on the roll'}
            </a>
          </span>{' '}
          {letter.previewed === undefined || letter.state !== 'ready' ? null : <Tag tone="good">Read</Tag>}
        </h3>
        <p className="fb-row__next">
          {letterInWords(letter.kind)}, {STATES[letter.state] ?? letter.state}
          {letter.why === undefined ? '.' : `: ${letter.why}`} Reference {letter.reference}.
        </p>
      </div>
      <div className="fb-row__ways">
        {letter.pages === null ? null : (
          <LinkButton says="Read it" opens="Open the PDF" about={`: ${about}`} fetchLink={fetchLink} />
        )}
        {choose === undefined ? null : (
          <div className="govuk-checkboxes govuk-checkboxes--small">
            <div className="govuk-checkboxes__item">
              <input
                className="govuk-checkboxes__input"
                type="checkbox"
                id={field}
                checked={isChosen}
                onChange={({ target }) => choose(target.checked)}
              />
              <label className="govuk-label govuk-checkboxes__label" htmlFor={field}>
                Release<span className="govuk-visually-hidden"> {about}</span>
              </label>
            </div>
          </div>
        )}
      </div>
    </li>
  )
}
