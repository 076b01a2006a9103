import { PupilAnswer } from '../../events/api/pupils.ts'
import { schoolYearOf } from '../../shared/domain/calendar.ts'
import { spokenDate } from '../../shared/domain/time.ts'
import { addressOf } from '../client/address.ts'
import { useLive } from '../client/live.ts'
import { Button } from '../parts/button.tsx'
import { Freshness } from '../parts/freshness.tsx'
import { Notice } from '../parts/notice.tsx'
import { Page } from '../parts/page.tsx'
import { Tag } from '../parts/tag.tsx'
import type { Today } from '../teacher/my-classes.tsx'
import { AttendancePart } from './attendance-part.tsx'
import { ContactList } from './contact-list.tsx'
import { EvidencePart } from './evidence-part.tsx'
import { History } from './history.tsx'
import { HoldPart } from './hold-part.tsx'
import { RiskPart } from './risk-part.tsx'
import { WorkPart } from './work-part.tsx'

const FLAGS: Readonly<Record<string, string>> = {
  socialWorker: 'Social worker',
  lookedAfter: 'Looked after',
  youngCarer: 'Young carer',
  alert: 'Alert',
}

/** A pupil's whole story: how they stand, whom to speak to, and everything that was done. */
export const PupilPage = ({ id, today }: { readonly id: string; readonly today: Today }) => {
  const live = useLive(PupilAnswer, `pupils/${id}`)
  const pupil = live.value
  const name = pupil ? `${pupil.preferredName || pupil.forename} ${pupil.surname}` : 'Pupil'
  const className = today.classes.find((each) => each.id === pupil?.classId)?.name ?? pupil?.classId ?? ''
  const mayWork = today.roles.some((role) => role === 'lead' || role === 'head')
  const open = pupil?.cases.find(({ closed }) => closed === null)
  return (
    <Page title={name} inWindow="A pupil" about={pupil ? `${className}, year ${pupil.yearGroup}` : undefined}>
      <Freshness live={live} />
      {pupil ? (
        <>
          <p className="fb-flags">
            {pupil.flags.flatMap((flag) =>
              FLAGS[flag] === undefined
                ? []
                : [
                    <Tag key={flag} tone="waiting">
                      {FLAGS[flag]}
                    </Tag>,
                  ],
            )}
          </p>
          {pupil.alert === undefined ? null : <Notice title={pupil.alert} />}
          {pupil.onRoll ? null : (
            <Notice title="Not on the roll any more: this is what was known when they left.">
              <p className="govuk-body">
                {pupil.left === undefined
                  ? 'No file said the last day.'
                  : `The last day was ${spokenDate(pupil.left)}.`}
              </p>
            </Notice>
          )}
          {open === undefined ? null : (
            <Notice tone="urgent" title={`No contact with the family: day ${open.day}.`}>
              <p className="govuk-body">The case has been open since {spokenDate(open.opened)}.</p>
            </Notice>
          )}
          <p className="fb-print-not">
            <Button look="secondary" onClick={() => window.print()}>
              Print this page
            </Button>
          </p>
          <AttendancePart id={id} classId={pupil.classId} mayWork={pupil.onRoll && mayWork} />
          <h2 className="govuk-heading-m">Contacts</h2>
          <ContactList pupil={id} contacts={pupil.contacts} />
          {pupil.onRoll ? (
            <>
              <RiskPart pupil={pupil} today={today} refresh={live.refresh} />
              <HoldPart id={id} review={pupil.hold} today={today} refresh={live.refresh} />
            </>
          ) : null}
          <WorkPart id={id} today={today} from={schoolYearOf(today.date)} />
          <p className="govuk-body fb-print-not">
            <a className="govuk-link" href={addressOf('stood', pupil.classId, today.date)}>
              A register of {className} as it stood at a moment
            </a>
          </p>
          {mayWork ? <EvidencePart id={id} today={today} from={schoolYearOf(today.date)} /> : null}
          <History id={id} zone={today.academy.zone} />
        </>
      ) : null}
    </Page>
  )
}
