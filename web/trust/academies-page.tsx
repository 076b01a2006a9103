import { TrustOverviewAnswer } from '../../events/api/trust.ts'
import { localTime, spokenDate, spokenTime } from '../../shared/domain/time.ts'
import { goTo } from '../client/address.ts'
import { useLive } from '../client/live.ts'
import { roleWord } from '../client/role-words.ts'
import { EVERYWHERE, signIn, useSignIn } from '../client/sign-in-state.ts'
import { FigureTable } from '../figures/figure-table.tsx'
import { Button } from '../parts/button.tsx'
import { Freshness } from '../parts/freshness.tsx'
import { Notice } from '../parts/notice.tsx'
import { Page } from '../parts/page.tsx'
import { Tag } from '../parts/tag.tsx'
import {
  type Academy,
  missingInWords,
  type Overview,
  partInWords,
  pounds,
  STEP_STATES,
  STEPS,
  troublesOf,
} from './words.ts'

const ZONE = 'Europe/London'

const Steps = ({ day }: { readonly day: NonNullable<Academy['today']> }) => (
  <ul className="fb-steps">
    {day.sweeps.map(({ sweep, due, state, ran }) => (
      <li key={sweep}>
        <span>
          {STEPS[sweep] ?? sweep}, {spokenTime(due)}
        </span>
        <Tag tone={STEP_STATES[state].tone}>
          {STEP_STATES[state].says}
          {ran === undefined || state === 'done' ? null : ` at ${spokenTime(localTime(ran, ZONE))}`}
        </Tag>
      </li>
    ))}
  </ul>
)

/** The Trust's attendance lead may work in each school as its own lead does. */
const OpenSchool = ({ academy: { id, name } }: Pick<Academy, 'academy'>) => {
  const { who } = useSignIn()
  if (!who?.outside?.includes(EVERYWHERE) || who.academy === id) return null
  const open = (): void => {
    // What they are at a school of their own may be something else.
    const own = who.places?.find(({ academy }) => academy === id)
    signIn({ ...who, academy: id, as: own?.as ?? roleWord(EVERYWHERE) })
    goTo('today')
  }
  return (
    <Button look="link" onClick={open}>
      Open {name}
    </Button>
  )
}

const AcademyCard = ({ of }: { readonly of: Academy }) => {
  const { academy, today, before, texts, cost, figures, through } = of
  const troubles = troublesOf(of)
  const day = today ?? before
  return (
    <li className="fb-academy">
      <h2 className="govuk-heading-m fb-academy__name">{academy.name}</h2>
      <p className="fb-academy__state">
        {troubles.length === 0 ? (
          <Tag tone="good">All well</Tag>
        ) : (
          troubles.map((trouble) => (
            <Tag key={trouble} tone={/missed|unknown/.test(trouble) ? 'urgent' : 'waiting'}>
              {trouble}
            </Tag>
          ))
        )}
      </p>
      <dl className="fb-academy__facts">
        <div>
          <dt>Attendance{through === null ? '' : ` to ${spokenDate(through)}`}</dt>
          <dd className="fb-academy__figure">
            {figures.rates.attendance === null ? '–' : `${figures.rates.attendance}%`}
          </dd>
        </div>
        <div>
          <dt>Persistently absent</dt>
          <dd>{partInWords(figures.persistentlyAbsent, figures.pupils)}</dd>
        </div>
        <div>
          <dt>Severely absent</dt>
          <dd>{partInWords(figures.severelyAbsent, figures.pupils)}</dd>
        </div>
        <div>
          <dt>Registers today</dt>
          <dd>{missingInWords(of)}</dd>
        </div>
        <div>
          <dt>Texts today</dt>
          <dd>
            {texts.sent} sent, {texts.failed} failed
            {texts.uncertain === 0 ? null : `, ${texts.uncertain} unknown`}
          </dd>
        </div>
        <div>
          <dt>Cost of texts</dt>
          <dd>
            {pounds(cost.todayPence)} today, {pounds(cost.monthPence)} this month of £{cost.expectedPounds} expected
          </dd>
        </div>
      </dl>
      {day === null ? (
        <p className="govuk-body">No step has run yet.</p>
      ) : (
        <>
          <h3 className="govuk-heading-s fb-academy__steps">
            {today === null ? `Steps of ${spokenDate(day.date)}` : 'Steps of today'}
          </h3>
          <Steps day={day} />
        </>
      )}
      {today && before?.sweeps.some(({ state }) => state !== 'done') ? (
        <details className="govuk-details">
          <summary className="govuk-details__summary">
            <span className="govuk-details__summary-text">Steps of {spokenDate(before.date)}</span>
          </summary>
          <Steps day={before} />
        </details>
      ) : null}
      <OpenSchool academy={academy} />
    </li>
  )
}

/** Academies in rows and their figures in columns, with the Trust's own line, which is their sum. */
const tableOf = ({ academies, trust }: Overview) => {
  const cells = ({ pupils, rates, persistentlyAbsent, severelyAbsent }: Academy['figures']) => [
    String(pupils),
    rates.attendance ?? '–',
    String(persistentlyAbsent),
    String(severelyAbsent),
  ]
  return {
    title: 'The year to date',
    columns: [
      { title: 'Academy' },
      { title: 'Pupils' },
      { title: 'Attendance', unit: '%' },
      { title: 'Persistently absent' },
      { title: 'Severely absent' },
    ],
    rows: [
      ...academies.map(({ academy, figures }) => [academy.name, ...cells(figures)]),
      ['The Trust', ...cells(trust)],
    ],
    note: 'The Trust’s attendance is all sessions attended over all sessions possible, not the mean of its academies.',
  }
}

/** The academies side by side, as they stand now. No pupil is named. */
export const AcademiesPage = () => {
  const live = useLive(TrustOverviewAnswer, '/trust/overview')
  const seen = live.value
  return (
    <Page title="Academies" about="Side by side, as they stand now. No pupil is named here.">
      <Freshness live={live} />
      {seen ? (
        <>
          <ul className="fb-academies">
            {seen.academies.map((each) => (
              <AcademyCard key={each.academy.id} of={each} />
            ))}
          </ul>
          {seen.notBegun.length === 0 ? null : (
            <Notice title={`Not begun yet: ${seen.notBegun.join(', ')}. Their policy begins on a later day.`} />
          )}
          <FigureTable table={tableOf(seen)} />
          {seen.isUneven ? (
            <p className="govuk-body">
              The academies are not counted to the same day: the sum has some days of some only.
            </p>
          ) : null}
        </>
      ) : null}
    </Page>
  )
}
