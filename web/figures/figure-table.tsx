import type * as z from 'zod'
import type { ReportAnswer } from '../../events/api/figures.ts'
import { Empty } from '../parts/empty.tsx'

export type Section = z.output<typeof ReportAnswer>['sections'][number]

const NUMBER = /^([+−-]?£?[\d,]+(\.\d+)?½?|½|–|hidden)$/

/** A table of figures; wider than the window, it moves by itself. */
export const FigureTable = ({ table }: { readonly table: Section['table'] }) => {
  const isNumber = table.columns.map((_column, at) => at > 0 && table.rows.every((row) => NUMBER.test(row[at] ?? '')))
  const looks = (at: number): string => (isNumber[at] ? 'fb-number' : '')
  if (table.rows.length === 0)
    return <Empty>{table.title}: nothing to list for these days. It is counted from registers that are in.</Empty>
  return (
    // A keyboard must be able to move what is wider than the window.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls
    <section className="fb-wide" tabIndex={0} aria-label={table.title}>
      <table className="fb-figures">
        <caption>{table.title}</caption>
        <thead>
          <tr>
            {table.columns.map(({ title, unit }, at) => (
              <th scope="col" key={title} className={looks(at)}>
                {title}
                {unit === undefined ? null : <span className="fb-unit">, {unit}</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row) => (
            <tr key={row.join('|')}>
              {row.map((cell, at) =>
                at === 0 ? (
                  <th scope="row" key={table.columns[at]?.title}>
                    {cell}
                  </th>
                ) : (
                  <td key={table.columns[at]?.title} className={looks(at)}>
                    {cell}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {table.note === undefined ? null : <p className="govuk-body-s fb-about">{table.note}</p>}
    </section>
  )
}
