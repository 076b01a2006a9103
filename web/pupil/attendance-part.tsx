import { PupilAttendanceAnswer } from '../../events/api/pupils.ts'
import { spokenDate, spokenTime } from '../../shared/domain/time.ts'
import { addressOf } from '../client/address.ts'
import { useLive } from '../client/live.ts'
import { Freshness } from '../parts/freshness.tsx'
import { Tag } from '../parts/tag.tsx'
import { EarlierSchools } from './earlier-schools.tsx'
import { StageMeeting } from './stage-meeting.tsx'
import { YearView } from './year-view.tsx'

const STAGES = {
  green: { says: 'No step taken', tone: 'good' },
  warned: { says: 'Warned', tone: 'waiting' },
  'stage-1': { says: 'Stage 1 letter sent', tone: 'urgent' },
  'stage-2': { says: 'Stage 2 letter sent', tone: 'urgent' },
  legal: { says: 'Legal action considered', tone: 'urgent' },
} as const

const STEPS: Readonly<Record<string, string>> = {
  warning: 'a warning text',
  'stage-1': 'the stage 1 letter',
  'stage-2': 'the stage 2 letter with a meeting',
  legal: 'legal action to consider',
}
const stepInWords = (step: string): string => STEPS[step] ?? step

const HALF = { AM: 'morning', PM: 'afternoon' } as const

/** The figure, the whole sum behind it, and each session that was not attended with why it counts as it does. */
interface AttendancePartProps {
  readonly id: string
  readonly mayWork: boolean
  /** The class of now, whose registers a session links to. */
  readonly classId: string
}

export const AttendancePart = ({ id, mayWork, classId }: AttendancePartProps) => {
  const live = useLive(PupilAttendanceAnswer, `pupils/${id}/attendance`)
  if (!live.value) return <Freshness live={live} />
  const { figures, sum, tests, stage, sessions, before, from, until } = live.value
  const missed = sessions.filter(({ counts }) => counts !== 'attended').toReversed()
  const { says, tone } = STAGES[stage.now]
  return (
    <section aria-label="Attendance" className="fb-attendance">
      <h2 className="govuk-heading-m">Attendance</h2>
      <p className="fb-figure">
        {figures.rates.attendance === null ? 'No figure yet' : `${figures.rates.attendance}%`}{' '}
        <Tag tone={tone}>{says}</Tag> {tests.shortEnrolment && <Tag tone="waiting">Short enrolment</Tag>}
      </p>
      <p className="govuk-body">
        {spokenDate(from)} to {spokenDate(until)}.{' '}
        {stage.due
          ? `Due since ${spokenDate(stage.due.on)}: ${stepInWords(stage.due.step)}.`
          : stage.next
            ? `Below ${stage.next.below}% comes ${stepInWords(stage.next.step)}.`
            : 'Nothing more comes by itself.'}
      </p>
      {stage.due?.meeting ? (
        <p className="govuk-body">
          The meeting is on {spokenDate(stage.due.meeting.date)} at {spokenTime(stage.due.meeting.time)},{' '}
          {stage.due.meeting.place}.
        </p>
      ) : null}
      {mayWork && stage.due?.step === 'stage-2' ? (
        <StageMeeting id={id} set={stage.due.meeting !== undefined} refresh={live.refresh} />
      ) : null}
      <details className="govuk-details fb-printed">
        <summary className="govuk-details__summary">
          <span className="govuk-details__summary-text">Why?</span>
        </summary>
        <div className="govuk-details__text">
          <p className="govuk-body">{sum}</p>
          {tests.because.map((sentence) => (
            <p key={sentence} className="govuk-body">
              {sentence}
            </p>
          ))}
          {missed.length === 0 ? (
            <p className="govuk-body">Every session was attended.</p>
          ) : (
            <table className="fb-figures">
              <caption className="govuk-visually-hidden">Sessions that were not attended, the latest first</caption>
              <thead>
                <tr>
                  <th scope="col">Session</th>
                  <th scope="col">Code</th>
                  <th scope="col">Why it counts so</th>
                </tr>
              </thead>
              <tbody>
                {missed.map(({ date, session, code, why }) => (
                  <tr key={`${date} ${session}`}>
                    <td>
                      <a className="govuk-link" href={addressOf('stood', classId, date, session)}>
                        {spokenDate(date)}, {HALF[session]}
                      </a>
                    </td>
                    <td className="fb-code">{code ?? 'None'}</td>
                    <td>{why}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
        </div>
      </details>
      <EarlierSchools before={before} />
      <YearView sessions={sessions} />
    </section>
  )
}
