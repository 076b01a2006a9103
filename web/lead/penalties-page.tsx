import { type FormEvent, useId, useState } from 'react'
import type * as z from 'zod'
import { PenaltiesAnswer } from '../../events/api/lead.ts'
import { type Acting, useAct } from '../client/act.ts'
import { useLive } from '../client/live.ts'
import { Button } from '../parts/button.tsx'
import { Freshness } from '../parts/freshness.tsx'
import { FailureNotice } from '../parts/notice.tsx'
import { Page } from '../parts/page.tsx'
import { Tag } from '../parts/tag.tsx'
import type { Today } from '../teacher/my-classes.tsx'
import { classNamesOf } from './lead-page.tsx'
import { ListPart } from './list-part.tsx'
import { PupilLine } from './pupil-line.tsx'
import { nextNotice, STANDINGS } from './words.ts'

type Matter = z.output<typeof PenaltiesAnswer>['matters'][number]

/** How many of the sessions another school of the trust recorded. */
const fromElsewhere = ({ counted, elsewhere }: Matter): string =>
  elsewhere
    .map(({ school }) => ({ school, sessions: counted.filter((each) => each.school === school).length }))
    .filter(({ sessions }) => sessions > 0)
    .map(({ school, sessions }) => ` ${sessions} of them at ${school}.`)
    .join('')

/** What stands in the way: what stops a referral, and what must be weighed before one. */
const Gates = ({ matter }: { readonly matter: Matter }) =>
  matter.obstacles.length === 0 ? null : (
    <ul className="fb-gates">
      {matter.obstacles.map(({ code, effect, says }) => (
        <li key={code}>
          <Tag tone={effect === 'stops' ? 'urgent' : 'waiting'}>{effect === 'stops' ? 'Stops it' : 'Weigh'}</Tag> {says}
        </li>
      ))}
    </ul>
  )

interface DecideProps {
  readonly matter: Matter
  readonly isBusy: boolean
  readonly act: Acting['act']
}

const sentences = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** Refer, or not, with the reason. What the law or the authority does not allow is not offered. */
const DecideForm = ({ matter, isBusy, act }: DecideProps) => {
  const id = useId()
  const isStopped = matter.obstacles.some(({ effect }) => effect === 'stops')
  const mustWeigh = matter.obstacles.some(({ effect }) => effect === 'weigh')
  const askable = matter.parents.filter(({ next }) => next !== 'escalate')
  const [decision, setDecision] = useState('not-referred')
  const decide = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const because = String(form.get('because'))
    const weighed = String(form.get('weighed') ?? '').trim()
    const referral = {
      parents: form.getAll('parent').map(String),
      support: sentences(String(form.get('support') ?? '')),
      ...(weighed === '' ? {} : { weighed }),
    }
    void act('POST', `pupils/${matter.pupil}/penalty-notices/decisions`, {
      decision,
      because,
      ...(decision === 'refer' ? referral : {}),
    })
  }
  return (
    <form className="fb-panel fb-decide" onSubmit={decide}>
      <div className="fb-inline-form">
        <label className="govuk-label" htmlFor={`${id}-decision`}>
          Decision
        </label>
        <select
          className="govuk-select"
          id={`${id}-decision`}
          value={decision}
          onChange={({ target }) => setDecision(target.value)}
        >
          <option value="not-referred">Do not refer</option>
          {isStopped || askable.length === 0 ? null : <option value="refer">Refer to the authority</option>}
        </select>
      </div>
      {decision === 'refer' ? (
        <>
          <fieldset className="govuk-fieldset govuk-form-group">
            <legend className="govuk-fieldset__legend">Parents, each by themselves</legend>
            <div className="govuk-checkboxes govuk-checkboxes--small">
              {askable.map(({ contact, name, next }) => (
                <div className="govuk-checkboxes__item" key={contact}>
                  <input
                    className="govuk-checkboxes__input"
                    type="checkbox"
                    id={`${id}-${contact}`}
                    name="parent"
                    value={contact}
                    defaultChecked
                  />
                  <label className="govuk-label govuk-checkboxes__label" htmlFor={`${id}-${contact}`}>
                    {name}: {nextNotice(next)}
                  </label>
                </div>
              ))}
            </div>
          </fieldset>
          <div className="govuk-form-group">
            <label className="govuk-label" htmlFor={`${id}-support`}>
              What was done to help, a sentence a line
            </label>
            <textarea className="govuk-textarea" id={`${id}-support`} name="support" rows={3} required />
          </div>
          {mustWeigh ? (
            <div className="govuk-form-group">
              <label className="govuk-label" htmlFor={`${id}-weighed`}>
                How that was weighed
              </label>
              <input className="govuk-input" id={`${id}-weighed`} name="weighed" required minLength={3} />
            </div>
          ) : null}
        </>
      ) : null}
      <div className="govuk-form-group">
        <label className="govuk-label" htmlFor={`${id}-because`}>
          Why
        </label>
        <input className="govuk-input" id={`${id}-because`} name="because" required minLength={3} maxLength={300} />
      </div>
      <Button type="submit" disabled={isBusy}>
        Decide
      </Button>
    </form>
  )
}

/** Pupils at or near the threshold of a penalty notice, with what stands in the way, and the decision. */
export const PenaltiesPage = ({ today }: { readonly today: Today }) => {
  const live = useLive(PenaltiesAnswer, 'penalty-notices')
  const { isBusy, failure, act } = useAct(live.refresh)
  const [opened, setOpened] = useState<string>()
  const classNames = classNamesOf(today)
  const mayDecide = today.roles.some((role) => role === 'lead' || role === 'head')
  const matters = live.value?.matters ?? []
  const toDecide = matters.filter(({ standing }) => standing === 'met')
  const toKnow = matters.filter(({ standing }) => standing !== 'met')
  const line = (matter: Matter) => (
    <PupilLine
      key={matter.pupil}
      pupil={{ id: matter.pupil, name: matter.name, class: matter.class }}
      classNames={classNames}
      says={
        <>
          {matter.sessions} sessions in ten school weeks.{fromElsewhere(matter)}{' '}
          <Tag tone={STANDINGS[matter.standing].tone}>{STANDINGS[matter.standing].says}</Tag>
        </>
      }
      ways={
        mayDecide && matter.standing === 'met' ? (
          <Button
            look="secondary"
            aria-expanded={opened === matter.pupil}
            onClick={() => setOpened(opened === matter.pupil ? undefined : matter.pupil)}
          >
            Decide<span className="govuk-visually-hidden"> about {matter.name}</span>
          </Button>
        ) : undefined
      }
    >
      <Gates matter={matter} />
      {opened === matter.pupil ? <DecideForm matter={matter} isBusy={isBusy} act={act} /> : null}
    </PupilLine>
  )
  return (
    <Page
      title="Penalty notices"
      about="Each case is decided by itself, with the reason. Nothing is referred by itself."
    >
      <Freshness live={live} />
      {failure ? <FailureNotice failure={failure} /> : null}
      {live.value ? (
        <>
          <ListPart
            title="To decide"
            empty="Nobody has met the threshold. Each night counts the sessions of ten school weeks; whoever meets it stands here to be decided."
            count={toDecide.length}
          >
            {toDecide.map(line)}
          </ListPart>
          <ListPart
            title="To know"
            empty="Nobody is near the threshold. What stands here needs nothing yet."
            count={toKnow.length}
          >
            {toKnow.map(line)}
          </ListPart>
        </>
      ) : null}
    </Page>
  )
}
