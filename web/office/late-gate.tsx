import { type FormEvent, useState } from 'react'
import { instantOf, spokenDate, spokenTime } from '../../shared/domain/time.ts'
import { useAct } from '../client/act.ts'
import type { PageProps } from '../pages/page-for.ts'
import { Button } from '../parts/button.tsx'
import { GateForm } from '../parts/gate-form.tsx'
import { FailureNotice, Notice } from '../parts/notice.tsx'
import { Page } from '../parts/page.tsx'
import { type FoundPupil, PupilSearch } from '../pupil/pupil-search.tsx'

interface Slip {
  readonly name: string
  readonly className: string
  readonly time: string
  readonly because: string
}

/** Who comes late signs in here: name, time, reason, and a slip for the teacher. */
export const LateGate = ({ today, live }: Pick<PageProps, 'today' | 'live'>) => {
  const [pupil, setPupil] = useState<FoundPupil>()
  const [slip, setSlip] = useState<Slip>()
  const [count, setCount] = useState(0)
  const { isBusy, failure, act } = useAct(live.refresh)
  const signIn = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    if (!pupil) return
    const form = new FormData(event.currentTarget)
    const time = String(form.get('time'))
    const because = String(form.get('because') ?? '').trim()
    const at = instantOf(today.date, time, today.academy.zone)
    const done = await act('POST', `pupils/${pupil.id}/arrivals`, { at, ...(because === '' ? {} : { because }) })
    if (!done) return
    setSlip({ name: pupil.name, className: pupil.class, time, because })
    setPupil(undefined)
    setCount(count + 1)
  }
  return (
    <Page
      title="Late gate"
      about="Whoever comes after the doors have closed: find the child, say why, print a slip for the teacher."
    >
      {slip ? (
        <Notice tone="good" title={`${slip.name} is signed in at ${spokenTime(slip.time)}.`}>
          <p className="govuk-body fb-slip">{slip.because}</p>
          <p className="govuk-body fb-print-only">
            Class {slip.className}, {spokenDate(today.date)}, {today.academy.name}
          </p>
          <Button look="secondary" onClick={() => window.print()}>
            Print a slip
          </Button>
        </Notice>
      ) : null}
      {failure ? <FailureNotice failure={failure} /> : null}
      {pupil ? (
        <GateForm
          name={pupil.name}
          zone={today.academy.zone}
          because={{ label: 'Reason, in their words', isRequired: false }}
          press="Sign in"
          isBusy={isBusy}
          submit={signIn}
          somebodyElse={() => setPupil(undefined)}
        />
      ) : (
        <div className="fb-print-not">
          <PupilSearch key={count} label="Name" choose={setPupil} />
        </div>
      )}
    </Page>
  )
}
