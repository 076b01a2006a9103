import { describe, expect, test } from 'vitest'
import { madeUpFacts } from '../../../test/support/made-up-facts.ts'
import { REPORT_KINDS } from '../../domain/reports/index.ts'
import type { Report } from '../../domain/reports/report.ts'
import { millimetres, PAGE, PRINTABLE, TEXT } from './paper.ts'
import { readPages } from './read-marks.ts'
import { readPdf } from './read-pdf.ts'
import { printReport } from './report-press.ts'

const facts = madeUpFacts('2026-02-06')
const written = REPORT_KINDS.governors.write(facts, {})

test('a report prints to the same bytes every time: tagged, its fonts embedded, its charts told in words, nothing in the margin', async () => {
  if (!written.ok) throw new Error(written.refusal.why)
  const pdf = await printReport(written.value)
  expect(Buffer.from(pdf).equals(Buffer.from(await printReport(written.value)))).toBe(true)
  const pages = readPages(readPdf(pdf))
  expect(pages.length).toBeGreaterThan(2)
  for (const { marks, fonts, width } of pages) {
    expect(Math.round(millimetres(width))).toBe(PAGE.width)
    expect(fonts.every(({ isEmbedded }) => isEmbedded)).toBe(true)
    expect(marks.filter(({ left, right }) => left < PRINTABLE.left || right > PRINTABLE.right)).toEqual([])
  }
  const words = pages.flatMap(({ marks }) => marks.map(({ text }) => text)).join(' ')
  expect(words).toContain('No child is named in it.')
  const raw = Buffer.from(pdf).toString('latin1')
  expect(raw).toMatch(/\/S \/Figure/)
  expect(raw).toMatch(/\/Alt /)
})

test('numbers of four digits and more are printed with their thousands apart, years and words as they are', async () => {
  const [first, ...others] = written.ok ? written.value.sections : []
  if (!written.ok || !first) throw new Error('the report has sections')
  const table = {
    title: 'Sessions',
    columns: [{ title: 'Half term' }, { title: 'Possible', unit: 'sessions' }],
    rows: [
      ['Autumn 2026', '152828'],
      ['2025', '999'],
    ],
  }
  const pdf = await printReport({ ...written.value, sections: [{ title: 'Sessions', says: [], table }, ...others] })
  const words = readPages(readPdf(pdf)).flatMap(({ marks }) => marks.map(({ text }) => text))
  expect(words.join(' ')).toMatch(/Autumn 2026.*152,828.*2025.*999/)
})

describe('a section', () => {
  const printedAs = async (report: Report) => readPages(readPdf(await printReport(report)))

  test.each(['classes', 'governors'] as const)(
    'of %s stands together: its title, what is said of it, its picture and the head of its table',
    async (name) => {
      const report = REPORT_KINDS[name].write(facts, {})
      if (!report.ok) throw new Error(report.refusal.why)
      const pages = (await printedAs(report.value)).map(({ marks }) => marks.map(({ text }) => text.trim()))
      for (const { title, says, chart, table } of report.value.sections) {
        if (table.rows.length === 0) continue
        const expected = [title, ...says.slice(-1).map((text) => text.split(' ').slice(0, 4).join(' ')), chart?.title]
        const wanted = expected.filter((text) => text !== undefined)
        const firstCells = table.rows.slice(0, 2).flatMap(([cell = '']) => cell.split(' ').slice(0, 1))
        const holds = pages.some((texts) =>
          [...wanted, ...firstCells].every((text) => texts.some((each) => each.startsWith(text))),
        )
        expect([title, holds]).toEqual([title, true])
      }
    },
  )

  test('of a few rows is on one page, and so is what is said under it', async () => {
    if (!written.ok) throw new Error(written.refusal.why)
    const pages = (await printedAs(written.value)).map(({ marks }) => marks.map(({ text }) => text.trim()))
    const pagesOf = (...texts: readonly string[]) =>
      pages.filter((page) => texts.some((text) => page.some((each) => each.startsWith(text)))).length
    expect(pagesOf('2024/25', 'Beside the national figures')).toBe(1)
    expect(pagesOf('How this is counted', 'Pupils who have left', 'The school’s own line')).toBe(1)
  })

  test('gives the names of its groups room', async () => {
    if (!written.ok) throw new Error(written.refusal.why)
    const texts = (await printedAs(written.value)).flatMap(({ marks }) => marks.map(({ text }) => text.trim()))
    expect(texts).toEqual(
      expect.arrayContaining(['English as an', 'language: yes', 'Young carer: yes', 'Whole school']),
    )
    expect(texts).toContain('Of possible, %')
  })
})

test('a school with a long name and children with long ones are printed within the page', async () => {
  const longName = { forename: 'Bartholomew-Alexander', surname: 'Featherstonehaugh-Cholmondeley-Warrington' }
  const report = REPORT_KINDS.weekly.write(
    {
      ...facts,
      policy: { ...facts.policy, name: 'The Blessed Bartholomew Church of England Primary Academy, Upper Eastmoor' },
      everybody: facts.everybody
        .slice(0, 60)
        .map((each) => (each.pupil ? { ...each, pupil: { ...each.pupil, ...longName } } : each)),
    },
    {},
  )
  if (!report.ok) throw new Error(report.refusal.why)
  const pages = readPages(readPdf(await printReport(report.value)))
  // A line that goes on ends with its space, which nobody sees.
  const outside = pages.flatMap(({ marks }) =>
    marks.filter(({ right, bottom }) => right > TEXT.right + 1.5 || bottom > PRINTABLE.bottom),
  )
  expect(outside).toEqual([])
  const words = pages.flatMap(({ marks }) => marks.map(({ text }) => text)).join(' ')
  expect(words).toContain('Featherstonehaugh-')
})
