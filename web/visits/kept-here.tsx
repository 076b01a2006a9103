import { useState } from 'react'
import { localTime } from '../../shared/domain/time.ts'
import { Button } from '../parts/button.tsx'
import { Notice } from '../parts/notice.tsx'
import type { Today } from '../teacher/my-classes.tsx'
import { forgetVisit, type KeptVisit, type KeptVisits, keepVisit } from './kept-visits.ts'
import type { VisitDue } from './visit-due.ts'
import { type VisitAsked, VisitForm } from './visit-form.tsx'

interface KeptHereProps {
  readonly visits: KeptVisits
  readonly due: readonly VisitDue[]
  readonly today: Today
}

interface RefusedProps {
  readonly visit: KeptVisit
  /** The visit as it still waits; it may have been settled meanwhile. */
  readonly asked: VisitDue | undefined
  readonly sendNow: () => void
}

/** A visit that the record does not take as it is: put right and sent again, or taken away. */
const Refused = ({ visit, asked, sendNow }: RefusedProps) => {
  const [isOpen, setOpen] = useState(false)
  const { refused, ...kept } = visit
  const mended: VisitAsked = asked ?? {
    pupil: { id: visit.body.pupil },
    card: 'with the number I wrote on it',
    homes: [],
  }
  return (
    <>
      <p className="govuk-body">
        {refused} Your note: {visit.body.note ?? 'none'}
      </p>
      <div className="govuk-button-group">
        <Button aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          Put it right and send it again
        </Button>
        <Button look="link" onClick={() => forgetVisit(visit)}>
          Take it away
        </Button>
      </div>
      {isOpen ? (
        <VisitForm
          visit={mended}
          begun={visit.body}
          now={() => visit.body.at}
          save={(body) => {
            keepVisit({ ...kept, body })
            sendNow()
          }}
          leave={() => setOpen(false)}
        />
      ) : null}
    </>
  )
}

/** What waits on this device, and what came of what was sent from it. */
export const KeptHere = ({ visits, due, today }: KeptHereProps) => {
  const dueOf = ({ body }: Pick<KeptVisit, 'body'>) => due.find(({ pupil }) => pupil.id === body.pupil)
  const nameOf = (visit: Pick<KeptVisit, 'body'>): string => dueOf(visit)?.pupil.name ?? 'A child'
  return (
    <>
      {visits.kept.map((visit) => (
        <Notice
          key={`${visit.body.pupil} ${visit.body.at}`}
          tone={visit.refused === undefined ? 'calm' : 'urgent'}
          title={`${nameOf(visit)}, ${localTime(visit.body.at, today.academy.zone)}: ${
            visit.refused === undefined ? 'kept here, and sent by itself once it gets through.' : 'not taken as it is.'
          }`}
        >
          {visit.refused === undefined ? null : <Refused visit={visit} asked={dueOf(visit)} sendNow={visits.sendNow} />}
        </Notice>
      ))}
      {visits.sent.map(({ body, card, meanwhile }) => (
        <Notice
          key={`${body.pupil} ${body.at}`}
          tone={meanwhile === null ? 'good' : 'calm'}
          title={`${nameOf({ body })}: the visit is recorded${card === null ? '' : `, card ${card}`}.`}
        >
          {meanwhile === null ? null : (
            <p className="govuk-body">Before it came in, the visit had been settled: {meanwhile}. Both are kept.</p>
          )}
        </Notice>
      ))}
    </>
  )
}
