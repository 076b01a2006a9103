import type * as z from 'zod'
import type { TodayAnswer } from '../../events/api/people.ts'
import { localTime, spokenDate } from '../../shared/domain/time.ts'
import { addressOf } from '../client/address.ts'
import type { Live } from '../client/live.ts'
import { schoolNow } from '../client/school-clock.ts'
import { Freshness } from '../parts/freshness.tsx'
import { Notice } from '../parts/notice.tsx'
import { Page } from '../parts/page.tsx'
import { Tag, type Tone } from '../parts/tag.tsx'
import type { Kept } from './kept.ts'

export type Today = z.output<typeof TodayAnswer>
type State = Today['classes'][number]['registers']['AM']

const STATES: Readonly<Record<State, { readonly says: string; readonly tone: Tone }>> = {
  'not-taken': { says: 'Not taken', tone: 'waiting' },
  draft: { says: 'Begun', tone: 'waiting' },
  submitted: { says: 'In', tone: 'good' },
  'no-school': { says: 'No school', tone: 'calm' },
}

const WORDS = { AM: 'Morning', PM: 'Afternoon' } as const

interface MyClassesProps {
  readonly today: Today
  readonly live: Live<unknown>
  readonly kept: readonly Kept[]
}

/** The classes a person may take today, and how each register stands. */
export const MyClasses = ({ today, live, kept }: MyClassesProps) => {
  const time = localTime(schoolNow(), today.academy.zone)
  const stateOf = (classId: string, session: 'AM' | 'PM', state: State) => {
    const here = kept.find((each) => each.class === classId && each.session === session)
    if (here?.state === 'overtaken') return { says: 'Look again', tone: 'urgent' } as const
    if (here) return { says: 'Kept here', tone: 'waiting' } as const
    const closes = today.sessions.find((each) => each.session === session)?.closes ?? ''
    return state === 'not-taken' && time >= closes ? ({ says: 'Missing', tone: 'urgent' } as const) : STATES[state]
  }
  return (
    <Page title={today.roles.includes('teacher') ? 'My classes' : 'Classes'} about={spokenDate(today.date)}>
      <Freshness live={live} />
      {today.classes.length === 0 && today.roles.includes('teacher') ? (
        <Notice title="No class is yours today.">
          <p className="govuk-body">Ask the office to add your classes to you, or whom you cover for.</p>
        </Notice>
      ) : null}
      <ul className="fb-classes">
        {today.classes.map(({ id, name, pupils, registers }) => (
          <li className="fb-class" key={id}>
            <h2 className="govuk-heading-m">
              {name} <span className="fb-class__size">{pupils} on the roll</span>
            </h2>
            <ul className="fb-class__sessions">
              {today.sessions.map(({ session, opens, closes }) => {
                const { says, tone } = stateOf(id, session, registers[session])
                return (
                  <li key={session}>
                    <a className="fb-class__session" href={addressOf('registers', id, session)}>
                      <span className="fb-class__half">
                        {WORDS[session]}
                        <span className="govuk-visually-hidden"> register of {name}</span>
                      </span>
                      <span className="fb-class__time">
                        {opens} to {closes}
                      </span>
                      <Tag tone={tone}>{says}</Tag>
                    </a>
                  </li>
                )
              })}
            </ul>
            <p className="govuk-body fb-class__stood">
              <a className="govuk-link" href={addressOf('stood', id, today.date)}>
                As it stood<span className="govuk-visually-hidden"> at a moment, registers of {name}</span>
              </a>
            </p>
          </li>
        ))}
      </ul>
    </Page>
  )
}
