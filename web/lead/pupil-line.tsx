import { Fragment, type ReactNode } from 'react'
import { addressOf } from '../client/address.ts'

const GONE = 'A pupil no longer on the roll'

interface Shown {
  /** Empty where even the id is not known any more. */
  readonly id: string
  readonly name: string | null
  readonly class: string | null
}

interface PupilLineProps {
  readonly pupil: Shown
  /** Others of whom the same is to be known. */
  readonly also?: readonly Shown[]
  readonly classNames: ReadonlyMap<string, string>
  /** What there is to know. */
  readonly says: ReactNode
  /** What can be done about it here. */
  readonly ways?: ReactNode
  readonly children?: ReactNode
}

/** One child in a list of the lead’s: who, what there is to know, and the one next thing. */
export const PupilLine = ({ pupil, also = [], classNames, says, ways, children }: PupilLineProps) => (
  <li className="fb-row">
    <div className="fb-row__facts">
      <h3 className="fb-row__subject">
        {[pupil, ...also].map((each, at) => (
          <Fragment key={each.id}>
            {at === 0 ? null : ' and '}
            {each.id === '' ? (
              GONE
            ) : (
              <a className="govuk-link" href={addressOf('pupils', each.id)}>
                {each.name ?? GONE}
              </a>
            )}{' '}
            <span className="fb-row__class">{classNames.get(each.class ?? '') ?? each.class}</span>
          </Fragment>
        ))}
      </h3>
      <p className="fb-row__next">{says}</p>
    </div>
    {ways === undefined ? null : <div className="fb-row__ways">{ways}</div>}
    {children}
  </li>
)
