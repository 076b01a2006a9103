import type { ReactNode } from 'react'
import { addressOf } from '../client/address.ts'

interface PupilLineProps {
  readonly pupil: { readonly id: string; readonly name: string | null; readonly class: string | null }
  readonly classNames: ReadonlyMap<string, string>
  /** What there is to know. */
  readonly says: ReactNode
  /** What can be done about it here. */
  readonly ways?: ReactNode
  readonly children?: ReactNode
}

/** One child in a list of the lead’s: who, what there is to know, and the one next thing. */
export const PupilLine = ({ pupil, classNames, says, ways, children }: PupilLineProps) => (
  <li className="fb-row">
    <div className="fb-row__facts">
      <h3 className="fb-row__subject">
        <a className="govuk-link" href={addressOf('pupils', pupil.id)}>
          {pupil.name ?? 'A pupil no longer on the roll'}
        </a>{' '}
        <span className="fb-row__class">{classNames.get(pupil.class ?? '') ?? pupil.class}</span>
      </h3>
      <p className="fb-row__next">{says}</p>
    </div>
    {ways === undefined ? null : <div className="fb-row__ways">{ways}</div>}
    {children}
  </li>
)
