import { LettersAnswer } from '../../events/api/lead.ts'
import { PupilAttendAnswer } from '../../events/api/pupil-work.ts'
import { spokenDate, spokenTime } from '../../shared/domain/time.ts'
import { useLive } from '../client/live.ts'
import { letterInWords } from '../lead/words.ts'
import { Empty } from '../parts/empty.tsx'
import { Freshness } from '../parts/freshness.tsx'
import type { Today } from '../teacher/my-classes.tsx'
import { LeavePart } from './leave-part.tsx'
import { PlanPart } from './plan-part.tsx'

const LEADS: readonly Today['roles'][number][] = ['lead', 'head', 'dsl']

const MEETINGS: Readonly<Record<string, string>> = {
  arranged: 'arranged',
  attended: 'the family came',
  'not-attended': 'nobody came',
  rearranged: 'moved',
  cancelled: 'cancelled',
}

/** Letters about the child in this school year. */
const Letters = ({ id, from }: { readonly id: string; readonly from: string }) => {
  const live = useLive(LettersAnswer, `letters?state=all&pupil=${id}&from=${from}`)
  return (
    <>
      <h3 className="govuk-heading-s">Letters</h3>
      <Freshness live={live} />
      {live.value?.letters.length === 0 ? (
        <Empty>No letter this year. One is written by itself when a line is crossed.</Empty>
      ) : null}
      <ul className="govuk-list">
        {live.value?.letters.map(({ id: letter, date, kind, to, state }) => (
          <li key={letter}>
            {spokenDate(date)}: {letterInWords(kind)} to {to ?? 'a parent'}, {state}
          </li>
        ))}
      </ul>
    </>
  )
}

/** Panels with the family, and what was agreed. */
const Meetings = ({ id, today }: { readonly id: string; readonly today: Today }) => {
  const live = useLive(PupilAttendAnswer, `pupils/${id}/attend`)
  const cases = live.value ? [...(live.value.open ? [live.value.open] : []), ...live.value.closed] : []
  const open = live.value?.open
  const mayWork = today.roles.some((role) => role === 'lead' || role === 'head')
  return (
    <>
      <h3 className="govuk-heading-s">Meetings</h3>
      <Freshness live={live} />
      {live.value && cases.length === 0 ? (
        <Empty>No panel was held or proposed. Firstbell proposes one when the policy asks for it.</Empty>
      ) : null}
      <ul className="govuk-list">
        {cases.flatMap(({ meetings }) =>
          meetings.map((meeting) => (
            <li key={meeting.id}>
              {spokenDate(meeting.date)} at {spokenTime(meeting.time)}: {MEETINGS[meeting.state] ?? meeting.state}
            </li>
          )),
        )}
      </ul>
      {open ? <PlanPart id={id} aCase={open} mayWork={mayWork} refresh={live.refresh} /> : null}
    </>
  )
}

interface WorkPartProps {
  readonly id: string
  readonly today: Today
  /** The first day of the school year. */
  readonly from: string
}

/** What was written, said and decided about the child’s attendance. */
export const WorkPart = ({ id, today, from }: WorkPartProps) => (
  <section aria-label="Work with the family">
    <h2 className="govuk-heading-m">Work with the family</h2>
    <Letters id={id} from={from} />
    {today.roles.some((role) => LEADS.includes(role)) ? <Meetings id={id} today={today} /> : null}
    <LeavePart id={id} today={today} />
  </section>
)
