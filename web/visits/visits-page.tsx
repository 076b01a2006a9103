import { useState } from 'react'
import type * as z from 'zod'
import type { VisitBody } from '../../events/api/office.ts'
import { VisitsAnswer } from '../../events/api/visit-answers.ts'
import { useAct } from '../client/act.ts'
import { useLive } from '../client/live.ts'
import { Empty } from '../parts/empty.tsx'
import { Freshness } from '../parts/freshness.tsx'
import { FailureNotice } from '../parts/notice.tsx'
import { Page } from '../parts/page.tsx'
import type { Today } from '../teacher/my-classes.tsx'
import { KeptHere } from './kept-here.tsx'
import { type KeptVisits, keepVisit } from './kept-visits.ts'
import { OutPart } from './out-part.tsx'
import type { VisitDue, Visits } from './visit-due.ts'
import { VisitRow } from './visit-row.tsx'

interface VisitsPageProps {
  readonly today: Today
  readonly visits: KeptVisits
}

let remembered: Visits | undefined

/** Visits to make, with all that is needed at the door, with a connection or without. */
export const VisitsPage = ({ today, visits }: VisitsPageProps) => {
  const live = useLive(VisitsAnswer, 'visits')
  const { isBusy, failure, act } = useAct(live.refresh)
  const [opened, setOpened] = useState<string>()
  if (live.value) remembered = live.value
  const list = live.value ?? remembered
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
      <KeptHere visits={visits} due={list?.due ?? []} today={today} />
      {list ? (
        <>
          <OutPart visits={list} today={today} isBusy={isBusy} act={act} />
          <h2 className="govuk-heading-m">
            To make <span className="fb-count">{due.length}</span>
          </h2>
          {due.length === 0 ? (
            <Empty>No visit waits. A family that nobody has reached appears here by itself.</Empty>
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
