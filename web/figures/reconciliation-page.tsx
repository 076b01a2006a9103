import { useState } from 'react'
import { ReconciliationAnswer } from '../../events/api/figures.ts'
import { schoolYearOf } from '../../shared/domain/calendar.ts'
import { addDays, spokenDate } from '../../shared/domain/time.ts'
import { useLive } from '../client/live.ts'
import { AskForm, Folded, type Said } from '../forms/ask-form.tsx'
import { Choice, Field } from '../forms/fields.tsx'
import type { PageProps } from '../pages/page-for.ts'
import { Freshness } from '../parts/freshness.tsx'
import { Page } from '../parts/page.tsx'
import { FigureTable } from './figure-table.tsx'
import { type Answered, causesTable, difference, figuresTable, othersOf } from './side-by-side.ts'

/** How another report counts; what is left as it is counts as the school does. */
const SWITCHES = [
  [
    'leavers',
    'Pupils who have left',
    [
      ['counted', 'counted to their last day'],
      ['left-out', 'left out'],
    ],
  ],
  [
    'ages',
    'Ages',
    [
      ['all', 'all'],
      ['5-15', '5 to 15'],
    ],
  ],
  [
    'c2',
    'C2, a part-time timetable',
    [
      ['absence', 'authorised absence'],
      ['left-out', 'no possible session'],
    ],
  ],
  [
    'x',
    'X, not required to attend',
    [
      ['left-out', 'no possible session'],
      ['absence', 'authorised absence'],
    ],
  ],
  [
    'y',
    'Y1 to Y7, unable to attend',
    [
      ['left-out', 'no possible session'],
      ['absence', 'authorised absence'],
    ],
  ],
  [
    'decimals',
    'Decimals',
    [
      ['1', 'one'],
      ['2', 'two'],
    ],
  ],
] as const

const Figures = ({ answer }: { readonly answer: Answered }) => (
  <>
    <FigureTable table={figuresTable(answer)} />
    {othersOf(answer).map((other) => (
      <section key={other.id} aria-label={`Why ${other.name} differs`}>
        <h2 className="govuk-heading-m">Why {other.name} is not ours</h2>
        <p className="govuk-body">{difference(other.against)}</p>
        {other.against.causes.length === 0 ? null : <FigureTable table={causesTable(other)} />}
      </section>
    ))}
  </>
)

/** “Why is our number different?”: the school’s, the Department’s and the governors’ figure, and one of another report. */
export const ReconciliationPage = ({ today }: Pick<PageProps, 'today'>) => {
  const yesterday = addDays(today.date, -1)
  const [span, setSpan] = useState(`from=${schoolYearOf(yesterday)}&until=${yesterday}`)
  const [other, setOther] = useState('')
  const live = useLive(ReconciliationAnswer, `reconciliation?${span}${other}`, 'once')
  const compare = ({ text }: Said): void => {
    const said = SWITCHES.map(([name]) => `&${name}=${text(name)}`)
    const window = (['from', 'until'] as const).flatMap((end) =>
      text(`other-${end}`) === '' ? [] : [`&other-${end}=${text(`other-${end}`)}`],
    )
    setOther([...said, ...window].join(''))
  }
  return (
    <Page
      title="Why is our number different?"
      about="One question, counted as the school, the Department and the governors’ report count it. Every difference by cause, to the session."
    >
      <div className="fb-line-form">
        <AskForm
          press="Show"
          look="secondary"
          isBusy={false}
          submit={({ text }) => setSpan(`from=${text('from')}&until=${text('until')}`)}
        >
          <Field label="From" name="from" type="date" required defaultValue={schoolYearOf(yesterday)} />
          <Field label="Until" name="until" type="date" required max={today.date} defaultValue={yesterday} />
        </AskForm>
      </div>
      <Folded title="Compare with another report">
        <p className="govuk-body">Say how it counts; what you leave as it is counts as the school does.</p>
        <AskForm press="Compare" look="secondary" isBusy={false} submit={compare}>
          <div className="fb-pairs">
            {SWITCHES.map(([name, label, options]) => (
              <Choice key={name} label={label} name={name} options={options} />
            ))}
            <Field label="From, if its dates are others" name="other-from" type="date" />
            <Field label="Until, if its dates are others" name="other-until" type="date" />
          </div>
        </AskForm>
      </Folded>
      <Freshness live={live} />
      {live.value ? (
        <>
          <p className="govuk-body">
            {spokenDate(live.value.from)} to {spokenDate(live.value.until)}.
          </p>
          <Figures answer={live.value} />
        </>
      ) : null}
    </Page>
  )
}
