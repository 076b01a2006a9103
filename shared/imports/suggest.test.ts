import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkMapping } from './check-mapping.ts'
import { COLUMNS, type ImportedFile } from './columns.ts'
import { readFirstRows } from './first-rows.ts'
import { PRESETS } from './presets.ts'
import { suggest } from './suggest.ts'
import { readTable } from './table.ts'

const suggested = (file: ImportedFile, text: string) => suggest(file, readFirstRows(text, 20))
const columnsIn = (file: ImportedFile, text: string) =>
  Object.fromEntries(suggested(file, text).columns.map(({ column, to, confidence }) => [column, `${to} ${confidence}`]))

describe('a mapping that is proposed', () => {
  test('knows Bromcom’s names as likely, our own as certain, and others by their sound', () => {
    const text = 'Person ID,class,Session,Registration Date,Mark,ExportMark\nP1,3B,AM,12/01/2026,9,I\n'
    expect(columnsIn('marks', text)).toEqual({
      'Person ID': 'pupilId likely',
      class: 'class certain',
      Session: 'session certain',
      'Registration Date': 'date unsure',
      Mark: 'undefined undefined',
      ExportMark: 'code likely',
    })
    expect(suggested('marks', text)).toMatchObject({ source: 'Bromcom', missing: [], layout: 'rows', unknownCodes: [] })
  })

  test('says which columns are missing and which marks want a translation, and repeats nothing else', () => {
    const found = suggested('marks', 'Adno,Date,Mark,Forename\n000123,12/01/2026,9,Amelia\n000124,12/01/2026,/,Bilal\n')
    expect(found).toMatchObject({ source: 'SIMS', missing: ['session', 'class'], unknownCodes: ['9'] })
    expect(JSON.stringify(found)).not.toContain('Amelia')
  })

  test('sees a column for each session, and one for AM and PM', () => {
    const wide = suggested('marks', 'Student ID,Registration Form,12 Jan 2026 AM,12 Jan 2026 PM\nP1,3B,/,9')
    expect(wide).toMatchObject({ source: 'Arbor', layout: 'dates-across', missing: [], unknownCodes: ['9'] })
    const day = suggested('marks', 'Date,Student ID,Registration Form,AM Mark,PM Mark\n12/01/2026,P1,3B,/,\\')
    expect(day).toMatchObject({ layout: 'sessions-across', missing: [], mapping: { columns: { 'AM Mark': 'AM' } } })
  })

  test.each([
    ['12/01/2026', 'iso-or-uk'],
    ['12-Jan-26', 'day-first'],
    ['01/31/2026', 'month-first'],
  ])('reads dates like %s as %s', (date, order) => {
    expect(suggested('calendar', `date,kind\n${date},inset`).dates).toBe(order)
  })

  test('can be kept as it is, whatever the header says', () =>
    fc.assert(
      fc.property(
        fc.constantFrom(...(Object.keys(COLUMNS) as ImportedFile[])),
        fc.array(
          fc.oneof(
            fc.constantFrom(
              'Person ID',
              'DOB',
              'AM',
              'PM',
              '12/01/2026 AM',
              'Mark',
              'code',
              'First name',
              'constructor',
            ),
            fc.string({ maxLength: 12 }).filter((name) => /[a-z0-9]/i.test(name)),
          ),
          { minLength: 1, maxLength: 12 },
        ),
        (file, header) => {
          const { mapping } = suggest(file, { header, samples: [] })
          expect(checkMapping(mapping)).toMatchObject({ ok: true })
        },
      ),
    ))
})

test('no preset claims to be confirmed before anybody has seen a real export', () => {
  expect(PRESETS.map(({ source, confirmed }) => [source, confirmed])).toEqual([
    ['Bromcom', false],
    ['Arbor', false],
    ['SIMS', false],
  ])
})

test('the first rows of a file are read as the whole file is', () => {
  const cell = fc.oneof(fc.string({ maxLength: 8 }), fc.constantFrom('a,b', 'say "x"', 'two\nlines', 'é'))
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
  return fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { maxLength: 6 }), (rows) => {
      const text = ['first,second,third,fourth', ...rows.map((row) => row.map(quoted).join(','))].join('\r\n')
      const whole = readTable(new TextEncoder().encode(text))
      const cells = 'rows' in whole ? whole.rows.map((row) => Object.values(row.cells).map((each) => each.trim())) : []
      const first = readFirstRows(text, 20)
      expect(first.samples.map((row) => [...row, '', '', '', ''].slice(0, 4))).toEqual(cells)
    }),
  )
})
