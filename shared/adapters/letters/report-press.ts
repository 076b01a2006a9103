/** Prints a report: a tagged PDF, its charts readable in black and white, the same bytes every time. */
import { writtenDate } from '../../domain/letters/written-date.ts'
import type { Report, Section, Table } from '../../domain/reports/report.ts'
import { type Atom, fillPages } from './atoms.ts'
import { headingOf, sharesOf } from './column-shares.ts'
import { chart } from './draw-chart.ts'
import { table } from './draw-table.ts'
import { followed, heading, list, paragraph, title } from './draw-text.ts'
import { type Kit, LEFT, WIDTH } from './kit.ts'
import { points, TEXT } from './paper.ts'
import { finished, kitOf, newDocument } from './pdf.ts'
import { printableAll } from './printable.ts'
import { SMALL, SMALL_HEAD, TINY, TINY_HEAD } from './style.ts'

const IS_NUMBER = /^([+−-]?[\d,]+(\.\d)?½?|½|–|hidden)$/
/** From so many columns on the letters are smaller, so that headings are not cut. */
const MANY_COLUMNS = 8

/** Columns whose every cell is a number, but for the first, which names the row. */
const numbersOf = ({ columns, rows }: Table): readonly number[] =>
  columns.flatMap((_column, index) =>
    index > 0 && rows.every((row) => IS_NUMBER.test(row[index] ?? '')) ? [index] : [],
  )

/** A whole number as it is read, its thousands apart: 152,828. */
const readable = (cell: string): string => cell.replace(/^\d{4,}$/, (digits) => digits.replace(/\B(?=(\d{3})+$)/g, ','))

/** The table as it is printed: the numbers of a spreadsheet, made to be read. */
const printed = (block: Table): Table => {
  const numbers = numbersOf(block)
  return {
    ...block,
    rows: block.rows.map((row) => row.map((cell, index) => (numbers.includes(index) ? readable(cell) : cell))),
  }
}

/** So few rows are never parted. */
const FEW_ROWS = 10

const EMPTY = 'Nobody and nothing to list.'

const tableAtoms = (kit: Kit, counted: Table): readonly Atom[] => {
  if (counted.rows.length === 0) return paragraph(kit, EMPTY)
  const block = printed(counted)
  const numbers = numbersOf(block)
  const isTiny = block.columns.length >= MANY_COLUMNS
  const drawn = table(kit, {
    is: 'table',
    summary: block.title,
    columns: block.columns.map(headingOf),
    rows: block.rows,
    shares: sharesOf(kit, block, numbers, isTiny ? [TINY, TINY_HEAD] : [SMALL, SMALL_HEAD]),
    numbers,
    ...(isTiny ? { tiny: true } : { small: true }),
  })
  const held = block.rows.length <= FEW_ROWS ? [...followed(drawn.slice(0, -1)), ...drawn.slice(-1)] : drawn
  return block.note === undefined
    ? held
    : [...held.slice(0, -1), ...followed(held.slice(-1)), ...paragraph(kit, block.note)]
}

/** What is said of a table, and its picture, stand on the page on which the table begins. */
const sectionAtoms = (kit: Kit, section: Section): readonly Atom[] => [
  ...heading(kit, section.title),
  ...followed(section.says.flatMap((text) => paragraph(kit, text))),
  ...followed(section.chart ? chart(kit, section.chart) : []),
  ...tableAtoms(kit, section.table),
]

const footers = ({ doc, set }: Kit, { school, date, isConfidential }: Report): void => {
  const { count } = doc.bufferedPageRange()
  for (let page = 0; page < count; page++) {
    doc.switchToPage(page)
    doc.markContent('Artifact', { type: 'Pagination' })
    const whom = isConfidential ? 'Names children: for staff only.' : 'No child is named in it.'
    const text = `${school}. Counted to ${writtenDate(date)}. Page ${page + 1} of ${count}. ${whom}`
    set.lines(text, SMALL, WIDTH).forEach((line, index) => {
      set.line(line, LEFT, points(TEXT.footer) + index * SMALL.leading, SMALL)
    })
    doc.endMarkedContent()
  }
}

const spanInWords = ({ from, until }: Report['period']): string =>
  from === until ? writtenDate(from) : `${writtenDate(from)} to ${writtenDate(until)}`

export const printReport = async (written: Report): Promise<Uint8Array> => {
  const report = printableAll(written)
  const { school, date, period } = report
  const kit = kitOf(newDocument({ title: report.title, author: school, language: 'en-GB', date }))
  const newPage = () => {
    kit.doc.addPage()
  }
  newPage()
  fillPages(
    [
      ...title(kit, report.title),
      ...paragraph(kit, `${school}. ${spanInWords(period)}.`),
      ...heading(kit, 'What it comes to'),
      ...list(kit, report.findings),
      ...report.sections.flatMap((section) => sectionAtoms(kit, section)),
      ...heading(kit, 'How this is counted'),
      ...followed(list(kit, report.notes)),
    ],
    newPage,
    TEXT.top,
  )
  footers(kit, report)
  return finished(kit)
}
