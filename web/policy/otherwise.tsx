import { addressOf } from '../client/address.ts'
import { Notice } from '../parts/notice.tsx'
import type { PolicyChecked } from './use-policy.ts'

type Sentences = PolicyChecked['sentences'][number]['was']

const Lines = ({ lines, isGone }: { readonly lines: Sentences; readonly isGone: boolean }) => (
  <>
    {lines.map(({ label, say }) => (
      <li key={`${label} ${say}`} className={isGone ? 'fb-gone' : 'fb-come'}>
        <span className="govuk-visually-hidden">{isGone ? 'No more: ' : 'Instead: '}</span>
        {isGone ? <s>{`${label === '-' ? '' : `${label} `}${say}`}</s> : `${label === '-' ? '' : `${label} `}${say}`}
      </li>
    ))}
  </>
)

type Points = PolicyChecked['problems'] | PolicyChecked['advice']

/** What is to be mended, each with the part of the policy where it stands. */
const PointList = ({ points }: { readonly points: Points }) => (
  <ul className="govuk-list">
    {points.map(({ field, what, remedy }) => (
      <li key={`${field} ${what}`}>
        <a className="govuk-link" href={addressOf('policy', field.split('.')[0] ?? '')}>
          {field}
        </a>{' '}
        {what} {remedy}
      </li>
    ))}
  </ul>
)

/** What a family could read more easily; the draft may be published as it is. */
const Advice = ({ advice }: Pick<PolicyChecked, 'advice'>) =>
  advice.length === 0 ? null : (
    <Notice title="Could be said more plainly">
      <PointList points={advice} />
    </Notice>
  )

/** What would be done otherwise, in the words of the timetable, or what keeps the draft from being published. */
export const Otherwise = ({ checked }: { readonly checked: PolicyChecked }) => {
  const { problems, advice, sentences, changes } = checked
  if (problems.length > 0)
    return (
      <Notice
        tone="urgent"
        title={problems.length === 1 ? 'One thing is not in order.' : `${problems.length} things are not in order.`}
      >
        <PointList points={problems} />
      </Notice>
    )
  const isSaidAlike = changes.length > 0 && sentences.length === 0
  return (
    <>
      <Advice advice={advice} />
      {isSaidAlike ? <p className="govuk-body">No sentence of the policy’s timetable reads otherwise.</p> : null}
      {sentences.map(({ title, was, becomes }) => (
        <section key={title} aria-label={title} className="fb-otherwise">
          <h3 className="govuk-heading-s">{title}</h3>
          <ul className="govuk-list">
            <Lines lines={was} isGone />
            <Lines lines={becomes} isGone={false} />
          </ul>
        </section>
      ))}
    </>
  )
}
