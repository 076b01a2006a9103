import { expect, test } from 'vitest'
import { madeUpFacts } from '../../../test/support/made-up-facts.ts'
import { REPORT_KINDS } from '../../domain/reports/index.ts'
import { millimetres, PAGE, PRINTABLE } from './paper.ts'
import { readPages } from './read-marks.ts'
import { readPdf } from './read-pdf.ts'
import { printReport } from './report-press.ts'

const written = REPORT_KINDS.governors.write(madeUpFacts('2026-02-06'), {})

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
