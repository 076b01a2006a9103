import { useEffect } from 'react'
import type * as z from 'zod'
import { ImportAnswer } from '../../events/api/imports.ts'
import { useAct } from '../client/act.ts'
import { addressOf } from '../client/address.ts'
import { useLive } from '../client/live.ts'
import { Button } from '../parts/button.tsx'
import { Freshness } from '../parts/freshness.tsx'
import { FailureNotice, Notice } from '../parts/notice.tsx'
import { MoreRows, usePortion } from '../parts/portion.tsx'
import { DifferencesPart } from './differences-part.tsx'
import { columnInWords, FILES } from './words.ts'

type Report = z.output<typeof ImportAnswer>

const EVERY_MS = 1000

/** Each bad row: where, what is wrong, and what to do. */
const Problems = ({ problems }: Pick<Report, 'problems'>) => {
  const { shown, list: _, ...portion } = usePortion(problems, 100)
  return (
    <>
      <section className="fb-wide" aria-label="What is wrong with the file">
        <table className="govuk-table">
          <caption className="govuk-table__caption govuk-table__caption--m">What is wrong with the file</caption>
          <thead>
            <tr>
              <th scope="col">Line</th>
              <th scope="col">Column</th>
              <th scope="col">What is wrong</th>
              <th scope="col">What to do</th>
            </tr>
          </thead>
          <tbody>
            {shown.map(({ line, column, what, remedy }) => (
              <tr key={`${line} ${column} ${what}`}>
                <td>{line}</td>
                <td>{columnInWords(column)}</td>
                <td>{what}</td>
                <td>{remedy}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <MoreRows {...portion} of="what is wrong with the file" />
    </>
  )
}

const Result = ({ report, apply, isBusy }: { report: Report; apply: () => void; isBusy: boolean }) => {
  const { state, rows, percent, problems, differences } = report
  if (state === 'waiting' || state === 'checking')
    return (
      <Notice title={state === 'waiting' ? 'The file waits to be read.' : `Read so far: ${percent} per cent.`}>
        <progress className="fb-progress" max={100} value={percent} aria-label="How far the file is read" />
        <p className="govuk-body">You may leave this page; the file is read all the same.</p>
      </Notice>
    )
  if (state === 'live')
    return (
      <Notice tone="good" title={`The file stands: ${rows} rows.`}>
        {differences === undefined ? null : (
          <p className="govuk-body">
            New: {differences.counts.added ?? 0}. Changed: {differences.counts.changed ?? 0}. Taken away:{' '}
            {differences.counts.removed ?? 0}. As before: {differences.counts.unchanged ?? 0}.
          </p>
        )}
      </Notice>
    )
  if (state === 'held')
    return (
      <>
        <Notice title={`Nothing is wrong with its ${rows} rows. Nothing is changed yet.`}>
          <p className="govuk-body">Look at what it would change, then apply it.</p>
        </Notice>
        {problems.length > 0 ? <Problems problems={problems} /> : null}
        {differences ? <DifferencesPart importId={report.id} counts={differences.counts} /> : null}
        <Button disabled={isBusy} onClick={apply}>
          Apply the file
        </Button>
      </>
    )
  return (
    <>
      {state === 'refused' ? (
        <Notice tone="urgent" title="The file is not taken, and nothing is changed.">
          <p className="govuk-body">Put right what is named below in the system it comes from, and import it again.</p>
        </Notice>
      ) : (
        <Notice tone="urgent" title="The file was not taken in to its end.">
          <p className="govuk-body">Import it again: it does no harm to what stands of it already.</p>
        </Notice>
      )}
      <Problems problems={problems} />
    </>
  )
}

/** How one import goes: being read, to be looked at, standing, or what is wrong with it. */
export const ReportPart = ({ id }: { readonly id: string }) => {
  const live = useLive(ImportAnswer, `imports/${id}`)
  const { value: report, refresh } = live
  const { isBusy, failure, act } = useAct(refresh)
  const isReading = report?.state === 'waiting' || report?.state === 'checking'
  useEffect(() => {
    if (!isReading) return
    const timer = setInterval(() => void refresh(), EVERY_MS)
    return () => clearInterval(timer)
  }, [isReading, refresh])
  return (
    <>
      <Freshness live={live} />
      {failure && report?.state === 'held' ? <FailureNotice failure={failure} /> : null}
      {report ? (
        <>
          <h2 className="govuk-heading-m">{FILES[report.file].says}</h2>
          <Result report={report} isBusy={isBusy} apply={() => void act('POST', `imports/${id}/confirm`, {})} />
        </>
      ) : null}
      <p className="govuk-body">
        <a className="govuk-link" href={addressOf('imports')}>
          Import another file
        </a>
      </p>
    </>
  )
}
