import { useState } from 'react'
import { PenaltiesAnswer } from '../../events/api/lead.ts'
import { useAct } from '../client/act.ts'
import { useLive } from '../client/live.ts'
import { Button } from '../parts/button.tsx'
import { Freshness } from '../parts/freshness.tsx'
import { FailureNotice } from '../parts/notice.tsx'
import { Page } from '../parts/page.tsx'
import { Tag } from '../parts/tag.tsx'
import type { Today } from '../teacher/my-classes.tsx'
import { DecideForm, decisionsFor } from './decide-form.tsx'
import { ImproveWindow } from './improve-window.tsx'
import { classNamesOf } from './lead-page.tsx'
import { ListPart } from './list-part.tsx'
import type { Matter } from './matter.ts'
import { PupilLine } from './pupil-line.tsx'
import { STANDINGS } from './words.ts'

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

/** Where something can be decided: at the threshold, and near it a notice to improve. */
const DECIDED: readonly Matter['standing'][] = ['met', 'near']
const mayBeDecided = (matter: Matter): boolean => DECIDED.includes(matter.standing) && decisionsFor(matter).length > 0

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
        mayDecide && mayBeDecided(matter) ? (
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
      <ImproveWindow matter={matter} mayDecide={mayDecide} isBusy={isBusy} act={act} />
      {opened === matter.pupil && mayBeDecided(matter) ? (
        <DecideForm matter={matter} isBusy={isBusy} act={act} />
      ) : null}
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
