import type { z } from 'zod'
import type { VisitBody } from '../../events/api/office.ts'
import { localTime } from '../../shared/domain/time.ts'
import { addressOf } from '../client/address.ts'
import { schoolNow } from '../client/school-clock.ts'
import { Button } from '../parts/button.tsx'
import { Notice } from '../parts/notice.tsx'
import { Tag } from '../parts/tag.tsx'
import { spaced } from '../pupil/contact-list.tsx'
import type { Today } from '../teacher/my-classes.tsx'
import type { VisitDue } from './visit-due.ts'
import { VisitForm } from './visit-form.tsx'

interface VisitRowProps {
  readonly visit: VisitDue
  readonly today: Today
  readonly isOpen: boolean
  readonly open: (isOpen: boolean) => void
  readonly save: (body: z.input<typeof VisitBody>) => void
}

const Homes = ({ visit }: { readonly visit: VisitDue }) =>
  visit.homes.length === 0 ? (
    <p className="govuk-body">No address may be visited, or none is known. Ask the safeguarding lead.</p>
  ) : (
    <ul className="fb-homes">
      {visit.homes.map(({ contact, name, relationship, address, postcode, numbers }) => (
        <li key={contact}>
          <strong>{[...address, postcode ?? ''].filter((line) => line !== '').join(', ') || 'No address held'}</strong>
          <br />
          {name}, {relationship}{' '}
          {numbers.map((number) => (
            <a key={number} className="govuk-link" href={`tel:${number}`}>
              {spaced(number)}
            </a>
          ))}
        </li>
      ))}
    </ul>
  )

/** One visit, with all that is needed at the door. */
export const VisitRow = ({ visit, today, isOpen, open, save }: VisitRowProps) => {
  const { pupil, risk, alert } = visit
  const className = today.classes.find(({ id }) => id === pupil.class)?.name ?? pupil.class
  return (
    <li className="fb-row">
      <div className="fb-row__facts">
        <h3 className="fb-row__subject">
          <a className="govuk-link" href={addressOf('pupils', pupil.id)}>
            {pupil.name}
          </a>{' '}
          <span className="fb-row__class">{className}</span> {visit.urgent ? <Tag tone="urgent">Now</Tag> : null}
          {risk?.twoPeople ? <Tag tone="waiting">Two people</Tag> : null}
        </h3>
        <p className="fb-row__next">
          By {localTime(visit.due, today.academy.zone)}. Calling card <strong>{visit.card}</strong>
        </p>
        {risk === null ? null : <Notice tone="urgent" title={`Before you go: ${risk.note}`} />}
        {alert === null ? null : <p className="govuk-body">{alert}</p>}
        <Homes visit={visit} />
      </div>
      <div className="fb-row__ways">
        <Button look="secondary" aria-expanded={isOpen} onClick={() => open(!isOpen)}>
          Record the visit<span className="govuk-visually-hidden"> to {pupil.name}</span>
        </Button>
      </div>
      {isOpen ? <VisitForm visit={visit} now={schoolNow} save={save} leave={() => open(false)} /> : null}
    </li>
  )
}
