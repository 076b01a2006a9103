/** The tables of a report as its printed form has them, read off the paper itself. */
import { readPages } from '../../../shared/adapters/letters/read-marks.ts'
import { readPdf } from '../../../shared/adapters/letters/read-pdf.ts'
import type { Report } from '../../../shared/domain/reports/report.ts'
import { type ReadTable, tablesOf } from './read-tables.ts'

const close = (text: string): string => text.replace(/\s+/g, '')
/** Thousands stand apart on paper, and nowhere else. */
const plain = (cell: string): string => (/^\d{1,3}(,\d{3})+$/.test(cell) ? cell.replaceAll(',', '') : cell)

/** What is printed, letter by letter as it is drawn, without the gaps between. */
const printedOn = (pdf: Uint8Array): string =>
  close(
    readPages(readPdf(pdf))
      .flatMap(({ marks }) => marks.map(({ text }) => text))
      .join(''),
  )

/** Takes a piece of the print, which stands next or after something that is none of the table; throws where it is not there. */
const reader = (print: string, place: string) => {
  let at = 0
  return {
    find(text: string): void {
      const found = print.indexOf(close(text), at)
      if (found < 0)
        throw new Error(`${place} does not print “${text}” after “${print.slice(Math.max(0, at - 60), at)}”`)
      at = found + close(text).length
    },
    /** The figure that stands next: as many digits and signs as there are, up to the one that is expected. */
    cell(expected: string): string {
      const next = print.slice(at)
      const found = [expected, expected.replace(/\B(?=(\d{3})+$)/g, ',')].find((text) => next.startsWith(close(text)))
      if (found === undefined)
        throw new Error(`${place} prints “${next.slice(0, 20)}” where its page says “${expected}”`)
      at += close(found).length
      return plain(found)
    },
  }
}

/** Cell by cell. A cell that says something else than the page of the same report, or is not there, is an error that names it. */
export const tablesOnPaper = (report: Report, pdf: Uint8Array): readonly ReadTable[] => {
  const paper = reader(printedOn(pdf), `The print of the ${report.name} report`)
  return tablesOf(report).map((table, index) => {
    const section = report.sections[index]
    paper.find(section?.title ?? table.title)
    if (table.rows.length === 0) return table
    for (const { title, unit } of section?.table.columns ?? []) paper.find(unit ? `${title}, ${unit}` : title)
    return {
      ...table,
      rows: table.rows.map(([label = '', ...cells]) => {
        paper.find(label)
        return [label, ...cells.map((cell) => paper.cell(cell))]
      }),
    }
  })
}
