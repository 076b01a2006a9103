import { RehearsalAnswer } from '../../events/api/rehearsals.ts'
import { spokenDate } from '../../shared/domain/time.ts'
import { addressOf } from '../client/address.ts'
import { useLive } from '../client/live.ts'
import { FigureTable } from '../figures/figure-table.tsx'
import { Folded } from '../forms/ask-form.tsx'
import { Freshness } from '../parts/freshness.tsx'
import { Notice } from '../parts/notice.tsx'
import { daysTable, familiesTable, otherwise, pupilName } from './people.ts'
import { countsTable, type RehearsalDone, weeksTable } from './side-by-side.ts'

const PARTS = { live: 'the policy in force', draft: 'the draft' } as const

const Done = ({ done }: { readonly done: RehearsalDone }) => {
  const { live, difference } = done
  const others = difference.pupils.length
  return (
    <>
      <p className="govuk-body">
        {spokenDate(live.from)} to {spokenDate(live.until)}:{' '}
        {live.schoolDays === 1 ? '1 school day' : `${live.schoolDays} school days`}, {live.pupils} pupils.
      </p>
      <FigureTable table={countsTable(done)} />
      {live.weeks.length > 1 ? <FigureTable table={weeksTable(done)} /> : null}
      {(['live', 'draft'] as const).map((side) => (
        <Folded key={side} title={`Days and families with most, ${PARTS[side]}`}>
          <FigureTable table={daysTable(done, side)} />
          {done.people === undefined ? null : <FigureTable table={familiesTable(done, side)} />}
        </Folded>
      ))}
      {others === 0 ? (
        <p className="govuk-body">For no child would it have been another.</p>
      ) : (
        <Folded title={`It would have been another for ${others === 1 ? '1 child' : `${others} children`}`}>
          <ul className="govuk-list">
            {difference.pupils.map((each) => (
              <li key={each.pupil}>
                <a className="govuk-link" href={addressOf('pupils', each.pupil)}>
                  {pupilName(done, each.pupil)}
                </a>
                : {otherwise(each)}
              </li>
            ))}
          </ul>
        </Folded>
      )}
      <Folded title="What was supposed">
        <ul className="govuk-list govuk-list--bullet">
          {live.assumptions.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </Folded>
    </>
  )
}

/** How far a rehearsal has come, then both policies side by side. It goes on while another page is looked at. */
export const Outcome = ({ id }: { readonly id: string }) => {
  const live = useLive(RehearsalAnswer, `rehearsals/${id}`)
  const { value } = live
  return (
    <section aria-label="What came of it" className="fb-rehearsed">
      <Freshness live={live} />
      {value?.state === 'waiting' ? (
        <p className="govuk-body" role="status">
          It begins in a moment.
        </p>
      ) : null}
      {value?.state === 'playing' ? (
        <>
          <p className="govuk-body" role="status">
            Playing {spokenDate(value.date)} with {PARTS[value.part]}: day {value.day} of {value.of}.
          </p>
          <progress
            className="fb-progress"
            aria-label={`Days played with ${PARTS[value.part]}`}
            value={value.day}
            max={value.of}
          />
        </>
      ) : null}
      {value?.state === 'refused' ? (
        <Notice tone="urgent" title={value.why}>
          <p className="govuk-body">{value.remedy}</p>
        </Notice>
      ) : null}
      {value?.state === 'done' ? <Done done={value} /> : null}
    </section>
  )
}
