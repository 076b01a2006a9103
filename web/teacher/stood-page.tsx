import { useState } from 'react'
import { StoodAnswer } from '../../events/api/stood.ts'
import type { Session } from '../../shared/domain/codes.ts'
import { localDate, localTime, spokenDate } from '../../shared/domain/time.ts'
import { goTo } from '../client/address.ts'
import { useLive } from '../client/live.ts'
import { schoolNow } from '../client/school-clock.ts'
import { AskForm, type Said } from '../forms/ask-form.tsx'
import { Choice, Field } from '../forms/fields.tsx'
import type { PageProps } from '../pages/page-for.ts'
import { Freshness } from '../parts/freshness.tsx'
import { Page } from '../parts/page.tsx'
import { inWords } from '../pupil/happenings.ts'
import { meaningOf } from './marks.ts'

const HALVES: Readonly<Record<Session, string>> = { AM: 'Morning', PM: 'Afternoon' }

interface Asked {
  readonly classId: string
  readonly date: string
  readonly session: Session
  /** `10:30`, or a date and time. */
  readonly at: string
}

/** What the register said at that moment, who saved it and what for. */
const Register = ({ asked, zone }: { readonly asked: Asked; readonly zone: string }) => {
  const { classId, date, session, at } = asked
  const live = useLive(StoodAnswer, `registers/${date}/${session}/${classId}?at=${at}`, 'once')
  const stood = live.value
  const rows = Object.entries(stood?.marks ?? {})
    .map(([id, mark]) => ({ id, mark, name: stood?.names[id] ?? id }))
    .toSorted((one, other) => one.name.localeCompare(other.name))
  return (
    <>
      <Freshness live={live} />
      {stood === undefined ? null : stood.savedAt === undefined ? (
        <p className="govuk-body">Nobody had begun this register by then.</p>
      ) : (
        <>
          <p className="govuk-body">
            Saved on {spokenDate(localDate(stood.savedAt, zone))} at {localTime(stood.savedAt, zone)} by {stood.savedBy}
            : {inWords(stood.act ?? '').toLowerCase()}.{' '}
            {stood.submitted ? 'The register was in.' : 'The register was not in yet.'}
          </p>
          <table className="fb-figures">
            <caption className="govuk-visually-hidden">The marks as they stood</caption>
            <thead>
              <tr>
                <th scope="col">Pupil</th>
                <th scope="col">Code</th>
                <th scope="col">Meaning</th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ id, name, mark }) => (
                <tr key={id}>
                  <td>{name}</td>
                  <td>{mark?.code ?? 'None'}</td>
                  <td>
                    {mark === null ? 'No mark yet' : meaningOf(mark.code)}
                    {mark?.minutesLate === undefined ? '' : `, ${mark.minutesLate} minutes late`}
                    {mark?.note === undefined ? '' : `: ${mark.note}`}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </>
  )
}

/** A register of any day as the school knew it at a moment, whatever was amended since: for a complaint, an inspector or a court. */
export const StoodPage = ({ rest, today }: PageProps) => {
  const [classId = '', date = today.date, half, at] = rest
  const session = half === 'PM' ? 'PM' : 'AM'
  const { zone } = today.academy
  const [now] = useState(() => localTime(schoolNow(), zone))
  // A class that is no more, or another's, is asked for by its address alone.
  const known = today.classes.map(({ id, name }) => [id, name] as const)
  const classes =
    known.some(([id]) => id === classId) || classId === '' ? known : [[classId, classId] as const, ...known]
  const name = classes.find(([id]) => id === classId)?.[1] ?? ''
  const ask = ({ text }: Said): void => {
    const [onDay, time] = [text('on'), text('time')]
    goTo('stood', text('class'), text('date'), text('session'), onDay === '' ? time : `${onDay}T${time}`)
  }
  return (
    <Page
      title="As it stood"
      about={
        at === undefined
          ? 'A register as the school knew it at a moment, whatever was amended since.'
          : `${name}, ${spokenDate(date)}, ${HALVES[session].toLowerCase()}, at ${at.replace('T', ' ')}.`
      }
    >
      <AskForm key={rest.join('/')} press="Show the register" isBusy={false} submit={ask}>
        <Choice label="Class" name="class" defaultValue={classId} options={classes} />
        <Field label="Date of the register" name="date" type="date" defaultValue={date} required />
        <Choice label="Session" name="session" defaultValue={session} options={Object.entries(HALVES)} />
        <Field label="At" name="time" type="time" defaultValue={at?.slice(-5) ?? now} required />
        <Field
          label="On another day"
          name="on"
          type="date"
          defaultValue={at?.includes('T') ? at.slice(0, 10) : ''}
          hint="Left empty, the moment is on the date of the register."
        />
      </AskForm>
      {at === undefined ? null : <Register key={rest.join('/')} asked={{ classId, date, session, at }} zone={zone} />}
    </Page>
  )
}
