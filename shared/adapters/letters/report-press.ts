/** Prints a report: a tagged PDF, its charts readable in black and white, the same bytes every time. */
import { writtenDate } from '../../domain/letters/written-date.ts'
import type { Report, Section, Table } from '../../domain/reports/report.ts'
import { type Atom, fillPages } from './atoms.ts'
import { chart } from './draw-chart.ts'
import { table } from './draw-table.ts'
import { heading, list, paragraph, title } from './draw-text.ts'
import { type Kit, LEFT, WIDTH } from './kit.ts'
import { points, TEXT } from './paper.ts'
import { finished, kitOf, newDocument } from './pdf.ts'
import { printableAll } from './printable.ts'
import { SMALL, SMALL_HEAD, TINY, TINY_HEAD } from './style.ts'
import type { Style } from './typesetter.ts'

const IS_NUMBER = /^([+−-]?[\d,]+(\.\d)?½?|½|–|hidden)$/
/** From so many columns on the letters are smaller, so that headings are not cut. */
const MANY_COLUMNS = 8

const headingOf = ({ title: name, unit }: Table['columns'][number]): string => (unit ? `${name}, ${unit}` : name)

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

/** The widest word of a text, in points. */
const widestWord = ({ set }: Kit, text: string, style: Style): number =>
  Math.max(0, ...text.split(' ').map((word) => set.width(word, style)))

/** What a cell has on both sides, and a little more, so that no word touches the next column. */
const AROUND = 14
/** No column asks for more before the others have what they need. */
const WIDEST = 190

/** Shares of the width by what stands in the columns: first no word is cut, then those with long cells get what is left. */
const sharesOf = (kit: Kit, { columns, rows }: Table, [cell, head]: readonly [Style, Style]): readonly number[] => {
  const needs = columns.map(
    (column, index) =>
      AROUND +
      Math.max(
        widestWord(kit, headingOf(column), head),
        ...rows.slice(0, 80).map((row) => widestWord(kit, row[index] ?? '', cell)),
      ),
  )
  const natural = columns.map(
    (_column, index) => AROUND + Math.max(0, ...rows.slice(0, 80).map((row) => kit.set.width(row[index] ?? '', cell))),
  )
  const more = natural.map((width, index) => Math.max(0, Math.min(WIDEST, width) - (needs[index] ?? 0)))
  const sumOf = (widths: readonly number[]) => widths.reduce((sum, each) => sum + each, 0)
  const [needed, wanted] = [sumOf(needs), sumOf(more)]
  const left = Math.max(0, WIDTH - needed)
  const spare = Math.max(0, left - wanted)
  // What is left over goes to columns of sentences; where there is none, to all alike.
  const wordy = natural.map((width) => (width > WIDEST ? 1 : 0))
  const takers: readonly number[] = wordy.includes(1) ? wordy : columns.map(() => 1)
  const given = needs.map(
    (need, index) =>
      need +
      (wanted > 0 ? ((more[index] ?? 0) / wanted) * Math.min(left, wanted) : 0) +
      (spare * (takers[index] ?? 0)) / sumOf(takers),
  )
  const sum = sumOf(given)
  return given.map((each) => each / sum)
}

const EMPTY = 'Nobody and nothing to list.'

const tableAtoms = (kit: Kit, counted: Table): readonly Atom[] => {
  if (counted.rows.length === 0) return paragraph(kit, EMPTY)
  const block = printed(counted)
  const isTiny = block.columns.length >= MANY_COLUMNS
  return [
    ...table(kit, {
      is: 'table',
      summary: block.title,
      columns: block.columns.map(headingOf),
      rows: block.rows,
      shares: sharesOf(kit, block, isTiny ? [TINY, TINY_HEAD] : [SMALL, SMALL_HEAD]),
      numbers: numbersOf(block),
      ...(isTiny ? { tiny: true } : { small: true }),
    }),
    ...(block.note === undefined ? [] : paragraph(kit, block.note)),
  ]
}

const sectionAtoms = (kit: Kit, section: Section): readonly Atom[] => [
  ...heading(kit, section.title),
  ...section.says.flatMap((text) => paragraph(kit, text)),
  ...(section.chart ? chart(kit, section.chart) : []),
  ...tableAtoms(kit, section.table),
]

const footers = ({ doc, set }: Kit, { school, date, isConfidential }: Report): void => {
  const { count } = doc.bufferedPageRange()
  for (let page = 0; page < count; page++) {
    doc.switchToPage(page)
    doc.markContent('Artifact', { type: 'Pagination' })
    const whom = isConfidential ? 'Names children: for staff of the school alone.' : 'No child is named in it.'
    const text = `${school}. Counted to ${writtenDate(date)}. Page ${page + 1} of ${count}. ${whom}`
    set.line(text, LEFT, points(TEXT.footer), SMALL)
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
      ...list(kit, report.notes),
    ],
    newPage,
    TEXT.top,
  )
  footers(kit, report)
  return finished(kit)
}
