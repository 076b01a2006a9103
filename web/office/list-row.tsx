import { localTime } from '../../shared/domain/time.ts'
import { useAct } from '../client/act.ts'
import { addressOf } from '../client/address.ts'
import { schoolNow } from '../client/school-clock.ts'
import { Button } from '../parts/button.tsx'
import { FailureNotice } from '../parts/notice.tsx'
import { Tag } from '../parts/tag.tsx'
import type { Today } from '../teacher/my-classes.tsx'
import { CallPanel } from './call-panel.tsx'
import { ErasureForm } from './erasure-form.tsx'
import { MorePanel } from './more-panel.tsx'
import { ReplyActions } from './reply-actions.tsx'
import type { Day, DayRow } from './rows.ts'
import { TaskOutcome } from './task-outcome.tsx'

/** What a row has folded out below it. */
export type Opened = 'call' | 'more'

interface ListRowProps {
  readonly row: DayRow
  readonly day: Day
  readonly today: Today
  readonly opened: Opened | undefined
  readonly open: (what: Opened | undefined) => void
  readonly refresh: (isDone?: boolean) => Promise<void>
}

const FOLLOWED: readonly DayRow['section'][] = [
  'vulnerable',
  'unexplained',
  'undelivered',
  'calls',
  'visits',
  'answered',
]

/** Whom or what a row is about. */
const Subject = ({ row, day }: Pick<ListRowProps, 'row' | 'day'>) => {
  const className = row.class === undefined ? '' : (day.classes[row.class] ?? row.class)
  const [pupil, ...others] = row.pupils
  if (!pupil) return <>{className === '' ? 'The school' : `Class ${className}`}</>
  if (others.length > 0 || row.brake !== undefined)
    return (
      <>
        {row.pupils.length} pupils{className === '' ? '' : ` of ${className}`}
      </>
    )
  return (
    <>
      <a className="govuk-link" href={addressOf('pupils', pupil.id)}>
        {pupil.name ?? 'A pupil no longer on the roll'}
      </a>{' '}
      <span className="fb-row__class">{day.classes[pupil.class ?? ''] ?? className}</span>
    </>
  )
}

/** One row: what has happened, what happens next and when, and what a person can do about it here. */
export const ListRow = ({ row, day, today, opened, open, refresh }: ListRowProps) => {
  const { isBusy, failure, act } = useAct(refresh)
  const [pupil] = row.pupils
  // Two children of one name are told apart by their class.
  const className = day.classes[pupil?.class ?? '']
  const name = `${pupil?.name ?? 'this pupil'}${className === undefined ? '' : `, ${className}`}`
  const isFollowed = FOLLOWED.includes(row.section) && pupil !== undefined && row.pupils.length === 1
  const call = row.tasks.find(({ kind }) => kind === 'call' || kind === 'visit')
  const [task] = row.tasks
  return (
    <li className="fb-row" data-pupil={pupil?.id}>
      <div className="fb-row__facts">
        <h3 className="fb-row__subject">
          <Subject row={row} day={day} /> {row.tasks.some(({ urgent }) => urgent) ? <Tag tone="urgent">Now</Tag> : null}
        </h3>
        <p className="fb-row__happened">{row.happened}</p>
        <p className="fb-row__next">
          {row.next}
          {call && isFollowed
            ? ` ${call.kind === 'call' ? 'Ring' : 'Visit'} by ${localTime(call.due, today.academy.zone)}.`
            : ''}
        </p>
      </div>
      {failure ? <FailureNotice failure={failure} /> : null}
      {row.said?.map(({ id, at, words }) => (
        <blockquote key={id} className="fb-reply__words">
          {words ?? 'The words are not kept any more.'}
          <footer className="govuk-body-s fb-reply__at">{localTime(at, today.academy.zone)}</footer>
        </blockquote>
      ))}
      {row.reply ? <ReplyActions reply={row.reply} name={name} isBusy={isBusy} act={act} /> : null}
      <div className="fb-row__ways">
        {row.section === 'missing-register' && row.class !== undefined ? (
          <a className="govuk-link" href={addressOf('registers', row.class, row.session ?? 'AM')}>
            Take the register
          </a>
        ) : null}
        {row.brake === undefined ? null : (
          <a className="govuk-link" href={addressOf('brakes', row.brake)}>
            See who would get what
          </a>
        )}
        {isFollowed ? (
          <>
            <Button
              look="secondary"
              aria-expanded={opened === 'call'}
              onClick={() => open(opened === 'call' ? undefined : 'call')}
            >
              Call<span className="govuk-visually-hidden"> about {name}</span>
            </Button>
            <Button
              look="link"
              disabled={isBusy}
              onClick={() => void act('POST', `pupils/${pupil.id}/arrivals`, { at: schoolNow() })}
            >
              In school now<span className="govuk-visually-hidden">: {name}</span>
            </Button>
            <Button
              look="link"
              aria-expanded={opened === 'more'}
              onClick={() => open(opened === 'more' ? undefined : 'more')}
            >
              More<span className="govuk-visually-hidden"> about {name}</span>
            </Button>
          </>
        ) : null}
        {task?.kind === 'erasure' && today.roles.some((role) => role === 'head' || role === 'lead') ? (
          <ErasureForm task={task.id} isBusy={isBusy} act={act} />
        ) : null}
        {!isFollowed &&
        task &&
        task.kind !== 'erasure' &&
        row.brake === undefined &&
        row.section !== 'missing-register' ? (
          <TaskOutcome task={task} read={row.said?.map(({ id }) => id)} isBusy={isBusy} act={act} />
        ) : null}
      </div>
      {opened === 'call' && isFollowed ? (
        <CallPanel pupilId={pupil.id} task={call} today={today} refresh={refresh} close={() => open(undefined)} />
      ) : null}
      {opened === 'more' && isFollowed ? (
        <MorePanel pupilId={pupil.id} textAt={row.textAt} today={today} refresh={refresh} />
      ) : null}
    </li>
  )
}
