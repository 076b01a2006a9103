import { useState } from 'react'
import { AttendAnswer } from '../../events/api/lead.ts'
import { spokenDate, spokenTime } from '../../shared/domain/time.ts'
import { useAct } from '../client/act.ts'
import { useLive } from '../client/live.ts'
import { Button } from '../parts/button.tsx'
import { Freshness } from '../parts/freshness.tsx'
import { FailureNotice } from '../parts/notice.tsx'
import { Page } from '../parts/page.tsx'
import { Tag } from '../parts/tag.tsx'
import type { Today } from '../teacher/my-classes.tsx'
import type { AttendCase } from './attend-case.ts'
import { ArrangeForm, OutcomeForm } from './attend-forms.tsx'
import { classNamesOf } from './lead-page.tsx'
import { ListPart } from './list-part.tsx'
import { PupilLine } from './pupil-line.tsx'

const shownPupil = ({ pupil, name, class: classId }: AttendCase) => ({ id: pupil, name, class: classId })

const arranged = ({ meetings }: AttendCase) => meetings.find(({ state }) => state === 'arranged')

/** Panels to arrange, the calendar of those that are, and every family in the work. */
export const AttendPage = ({ today }: { readonly today: Today }) => {
  const live = useLive(AttendAnswer, 'attend')
  const { isBusy, failure, act } = useAct(live.refresh)
  const [opened, setOpened] = useState<string>()
  const classNames = classNamesOf(today)
  const mayWork = today.roles.some((role) => role === 'lead' || role === 'head')
  const cases = live.value?.cases ?? []
  const proposed = cases.filter(({ proposal }) => proposal !== null)
  const calendar = cases
    .flatMap((aCase) => {
      const meeting = arranged(aCase)
      return meeting ? [{ aCase, meeting }] : []
    })
    .toSorted((one, other) =>
      `${one.meeting.date} ${one.meeting.time}`.localeCompare(`${other.meeting.date} ${other.meeting.time}`),
    )
  const others = cases.filter((aCase) => aCase.proposal === null && arranged(aCase) === undefined)
  const fold = (key: string, says: string, about: string) => (
    <Button look="secondary" aria-expanded={opened === key} onClick={() => setOpened(opened === key ? undefined : key)}>
      {says}
      <span className="govuk-visually-hidden"> {about}</span>
    </Button>
  )
  return (
    <Page title="ATTEND" about="Panels with families, and what was agreed.">
      <Freshness live={live} />
      {failure ? <FailureNotice failure={failure} /> : null}
      {live.value ? (
        <>
          <ListPart
            title="Panels to arrange"
            empty="No panel is proposed. Firstbell proposes one when the policy asks for it."
            count={proposed.length}
          >
            {proposed.map((aCase) => (
              <PupilLine
                key={aCase.id}
                pupil={shownPupil(aCase)}
                classNames={classNames}
                says={`${aCase.proposal?.because ?? ''} Proposed on ${spokenDate(aCase.proposal?.on ?? aCase.opened)}.`}
                ways={
                  mayWork ? fold(`a ${aCase.id}`, 'Arrange', `a panel about ${aCase.name ?? 'the pupil'}`) : undefined
                }
              >
                {opened === `a ${aCase.id}` ? (
                  <ArrangeForm
                    aCase={aCase}
                    brothersAndSisters={proposed.filter(({ pupil }) => aCase.household.includes(pupil))}
                    isBusy={isBusy}
                    act={act}
                  />
                ) : null}
              </PupilLine>
            ))}
          </ListPart>
          <ListPart
            title="Calendar"
            empty="No panel is arranged. One that you arrange above stands here with its day."
            count={calendar.length}
          >
            {calendar.map(({ aCase, meeting }) => (
              <PupilLine
                key={aCase.id}
                pupil={shownPupil(aCase)}
                classNames={classNames}
                says={
                  <>
                    {spokenDate(meeting.date)} at {spokenTime(meeting.time)}, {meeting.place}.{' '}
                    {meeting.date < today.date ? <Tag tone="urgent">What came of it?</Tag> : null}
                  </>
                }
                ways={
                  mayWork && meeting.date <= today.date
                    ? fold(`o ${aCase.id}`, 'Keep the minutes', `of the panel about ${aCase.name ?? 'the pupil'}`)
                    : undefined
                }
              >
                {opened === `o ${aCase.id}` ? (
                  <OutcomeForm aCase={aCase} isBusy={isBusy} act={act} meeting={meeting.id} />
                ) : null}
              </PupilLine>
            ))}
          </ListPart>
          <ListPart
            title="In the work"
            empty="No other family is in the work. After a panel its family stands here until the review."
            count={others.length}
          >
            {others
              .toSorted((one, other) => one.review.localeCompare(other.review))
              .map((aCase) => (
                <PupilLine
                  key={aCase.id}
                  pupil={shownPupil(aCase)}
                  classNames={classNames}
                  says={
                    <>
                      {aCase.because} Review on {spokenDate(aCase.review)}.{' '}
                      {aCase.review < today.date ? <Tag tone="waiting">Review is due</Tag> : null}
                    </>
                  }
                />
              ))}
          </ListPart>
        </>
      ) : null}
    </Page>
  )
}
