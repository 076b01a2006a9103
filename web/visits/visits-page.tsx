import { useState } from 'react'
import type * as z from 'zod'
import type { VisitBody } from '../../events/api/office.ts'
import { VisitsAnswer } from '../../events/api/visit-answers.ts'
import { localTime } from '../../shared/domain/time.ts'
import { useAct } from '../client/act.ts'
import { useLive } from '../client/live.ts'
import { Button } from '../parts/button.tsx'
import { Freshness } from '../parts/freshness.tsx'
import { FailureNotice, Notice } from '../parts/notice.tsx'
import { Page } from '../parts/page.tsx'
import type { Today } from '../teacher/my-classes.tsx'
import { forgetVisit, type KeptVisit, type KeptVisits, keepVisit } from './kept-visits.ts'
import { OutPart } from './out-part.tsx'
import { VisitRow } from './visit-row.tsx'

export type Visits = z.output<typeof VisitsAnswer>
export type VisitDue = Visits['due'][number]

interface VisitsPageProps {
  readonly today: Today
  readonly visits: KeptVisits
}

let remembered: Visits | undefined

/** What waits on this device, and what came of what was sent from it. */
const KeptHere = ({ visits, today, nameOf }: VisitsPageProps & { readonly nameOf: (id: string) => string }) => (
  <>
    {visits.kept.map((visit: KeptVisit) => (
      <Notice
        key={`${visit.body.pupil} ${visit.body.at}`}
        tone={visit.refused === undefined ? 'calm' : 'urgent'}
        title={`${nameOf(visit.body.pupil)}, ${localTime(visit.body.at, today.academy.zone)}: ${
          visit.refused === undefined ? 'kept here, sent when the connection returns.' : 'not taken as it is.'
        }`}
      >
        {visit.refused === undefined ? null : (
          <>
            <p className="govuk-body">
              {visit.refused} Your note: {visit.body.note ?? 'none'}
            </p>
            <Button look="secondary" onClick={() => forgetVisit(visit)}>
              Take it away
            </Button>
          </>
        )}
      </Notice>
    ))}
    {visits.sent.map(({ body, card, meanwhile }) => (
      <Notice
        key={`${body.pupil} ${body.at}`}
        tone={meanwhile === null ? 'good' : 'calm'}
        title={`${nameOf(body.pupil)}: the visit is recorded${card === null ? '' : `, card ${card}`}.`}
      >
        {meanwhile === null ? null : (
          <p className="govuk-body">Before it came in, the visit had been settled: {meanwhile}. Both are kept.</p>
        )}
      </Notice>
    ))}
  </>
)

/** Visits to make, with all that is needed at the door, with a connection or without. */
export const VisitsPage = ({ today, visits }: VisitsPageProps) => {
  const live = useLive(VisitsAnswer, 'visits')
  const { isBusy, failure, act } = useAct(live.refresh)
  const [opened, setOpened] = useState<string>()
  if (live.value) remembered = live.value
  const list = live.value ?? remembered
  const nameOf = (id: string): string => list?.due.find(({ pupil }) => pupil.id === id)?.pupil.name ?? 'A child'
  const isKept = ({ task }: VisitDue): boolean => visits.kept.some(({ body }) => body.task === task)
  const due = list?.due.filter((visit) => !isKept(visit)) ?? []
  const save = (body: z.input<typeof VisitBody>): void => {
    keepVisit({ academy: today.academy.id, sub: today.sub, body })
    setOpened(undefined)
    visits.sendNow()
    void live.refresh()
  }
  return (
    <Page title="Visits" about="Open this page before you go: it works at the door without a connection.">
      <Freshness live={{ ...live, value: list }} />
      {failure ? <FailureNotice failure={failure} /> : null}
      <KeptHere visits={visits} today={today} nameOf={nameOf} />
      {list ? (
        <>
          <OutPart visits={list} today={today} isBusy={isBusy} act={act} />
          <h2 className="govuk-heading-m">
            To make <span className="fb-count">{due.length}</span>
          </h2>
          {due.length === 0 ? (
            <p className="govuk-body">No visit waits. A family that nobody has reached appears here by itself.</p>
          ) : null}
          <ul className="fb-rows">
            {due.map((visit) => (
              <VisitRow
                key={visit.task}
                visit={visit}
                today={today}
                isOpen={opened === visit.task}
                open={(isOpen) => setOpened(isOpen ? visit.task : undefined)}
                save={save}
              />
            ))}
          </ul>
        </>
      ) : null}
    </Page>
  )
}
