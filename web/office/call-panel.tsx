import { type FormEvent, useId, useState } from 'react'
import { PupilAnswer } from '../../events/api/pupils.ts'
import { useAct } from '../client/act.ts'
import { useLive } from '../client/live.ts'
import { schoolNow } from '../client/school-clock.ts'
import { Button } from '../parts/button.tsx'
import { Freshness } from '../parts/freshness.tsx'
import { FailureNotice } from '../parts/notice.tsx'
import { ContactList, isBarred, type PupilShown } from '../pupil/contact-list.tsx'
import type { Today } from '../teacher/my-classes.tsx'
import type { DayRow } from './rows.ts'

interface CallPanelProps {
  readonly pupilId: string
  /** The call or visit that is due about the child, if one is. */
  readonly task: DayRow['tasks'][number] | undefined
  readonly today: Today
  readonly refresh: (isDone?: boolean) => Promise<void>
  readonly close: () => void
}

/** What families say most often; the school's code for it. */
const SAID = [
  { says: 'Ill', reason: 'ill', code: 'I' },
  { says: 'Medical appointment', reason: 'medical appointment', code: 'M' },
] as const

const firstNameOf = ({ preferredName, forename }: PupilShown): string => preferredName || forename

/** What to say, whom to, and what came of it: two presses for the outcomes that come most often. */
export const CallPanel = ({ pupilId, task, today, refresh, close }: CallPanelProps) => {
  const live = useLive(PupilAnswer, `pupils/${pupilId}`)
  const { isBusy, failure, act } = useAct(refresh)
  const [who, setWho] = useState<string>()
  const id = useId()
  const pupil = live.value
  const speakers = pupil?.contacts.filter((contact) => !isBarred(contact)) ?? []
  const spoke = who ?? speakers[0]?.contactId ?? 'parent'
  const finish = async (doing: Promise<boolean>): Promise<void> => {
    if (await doing) close()
  }
  const report = (reason: string, code?: string): Promise<void> =>
    finish(
      act('POST', `pupils/${pupilId}/absences`, {
        from: today.date,
        reason,
        ...(code === undefined ? {} : { code }),
        reportedBy: spoke,
        via: 'phone',
      }),
    )
  const words = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    void report(String(new FormData(event.currentTarget).get('words') ?? ''))
  }
  const visit = (rest: object): Promise<void> =>
    finish(act('POST', 'visits', { pupil: pupilId, at: schoolNow(), ...rest }))
  return (
    <div className="fb-panel">
      <Freshness live={live} />
      {failure ? <FailureNotice failure={failure} /> : null}
      {pupil ? (
        <>
          {pupil.alert === undefined ? null : <p className="govuk-body fb-alert">{pupil.alert}</p>}
          <p className="govuk-body fb-script">
            “This is {today.academy.name}. {firstNameOf(pupil)} is not in school today and nobody has told us why. Do
            you know where {firstNameOf(pupil)} is?”
          </p>
          <ContactList pupil={pupilId} contacts={pupil.contacts} />
          <div className="govuk-form-group">
            <label className="govuk-label" htmlFor={id}>
              You spoke to
            </label>
            <select className="govuk-select" id={id} value={spoke} onChange={({ target }) => setWho(target.value)}>
              {speakers.map(({ contactId, name, relationship }) => (
                <option key={contactId} value={contactId}>
                  {name}, {relationship}
                </option>
              ))}
              {speakers.length === 0 ? <option value="parent">A parent</option> : null}
            </select>
          </div>
          <div className="govuk-button-group">
            {SAID.map(({ says, reason, code }) => (
              <Button key={code} disabled={isBusy} onClick={() => void report(reason, code)}>
                {says}
              </Button>
            ))}
            {task === undefined || task.kind !== 'call' ? null : (
              <Button
                look="secondary"
                disabled={isBusy}
                onClick={() =>
                  void finish(act('POST', `tasks/${task.id}/outcome`, { what: 'No answer', contact: 'none' }))
                }
              >
                No answer
              </Button>
            )}
          </div>
          <form className="fb-inline-form" onSubmit={words}>
            <label className="govuk-label" htmlFor={`${id}-words`}>
              Another reason, in their words
            </label>
            <input className="govuk-input" id={`${id}-words`} name="words" required minLength={2} maxLength={300} />
            <Button type="submit" look="secondary" disabled={isBusy}>
              Save the reason
            </Button>
          </form>
          {task?.kind === 'visit' ? (
            <div className="govuk-button-group">
              <Button look="secondary" disabled={isBusy} onClick={() => void visit({ childSeen: true })}>
                Visited: child seen
              </Button>
              <Button
                look="secondary"
                disabled={isBusy}
                onClick={() => void visit({ childSeen: false, contact: 'none', cardLeft: true })}
              >
                Visited: nobody in, card left
              </Button>
            </div>
          ) : null}
        </>
      ) : null}
    </div>
  )
}
