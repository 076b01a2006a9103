import { expect, test } from 'vitest'
import type { CourtDocument } from '../../domain/evidence/court/document.ts'
import { printCourt } from './court-press.ts'
import { readPages } from './read-marks.ts'
import { readPdf } from './read-pdf.ts'

const rows = Array.from({ length: 90 }, (_, index) => [
  `12 January 2026, 10:${index}`,
  'A reply came in: 😀 yes',
  'Łukasz',
])
const DOCUMENT: CourtDocument = {
  title: 'Attendance of Łukasz Marlowe: exhibits',
  language: 'en-GB',
  date: '2026-01-22',
  reference: 'B1',
  school: 'Springbank Academy',
  front: [{ is: 'paragraph', text: 'What this is about.' }],
  parts: [
    {
      title: 'Exhibit 1: Chronology',
      blocks: [
        { is: 'table', summary: 'All', columns: ['When', 'What', 'Who'], rows, shares: [0.2, 0.6, 0.2], small: true },
      ],
    },
    { title: 'Exhibit 2: Register', blocks: [{ is: 'paragraph', text: 'None.' }] },
  ],
}

test('exhibits print to the same bytes every time, each on a page of its own, tagged, with embedded fonts', async () => {
  const pdf = await printCourt(DOCUMENT)
  expect(Buffer.from(pdf).equals(Buffer.from(await printCourt(DOCUMENT)))).toBe(true)
  const pages = readPages(readPdf(pdf))
  const wordsOn = (page: number) => pages[page]?.marks.map(({ text }) => text).join(' ') ?? ''
  expect(wordsOn(1)).toContain('Exhibit 1: Chronology')
  const last = pages.length - 1
  expect(wordsOn(last)).toContain('Exhibit 2: Register')
  expect(wordsOn(0)).toContain(String(last + 1))
  expect(pages.every(({ fonts }) => fonts.every(({ isEmbedded }) => isEmbedded))).toBe(true)
  expect(Buffer.from(pdf).toString('latin1')).toMatch(/\/StructTreeRoot/)
})

test('a letter that no font has is told by its number, and none is left out', async () => {
  const pages = readPages(readPdf(await printCourt(DOCUMENT)))
  expect(pages[1]?.marks.map(({ text }) => text).join(' ')).toContain('[U+1F600]')
})
