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
