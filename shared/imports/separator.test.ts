import { parse } from 'csv-parse/sync'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { P1, TODAY, utf8 } from '../../test/support/imported-file.ts'
import type { Mapping } from '../domain/imports/mapping.ts'
import { FILES } from './files.ts'
import { readFirstRows } from './first-rows.ts'
import { separated } from './separator.ts'
import { suggest } from './suggest.ts'
import { AS_SCHOOLS_WRITE, readTable } from './table.ts'

const marks = (text: string, kept: readonly Mapping[] = []) =>
  FILES.marks(
    { bytes: utf8(text), kept },
    { today: TODAY, pupils: new Map([['P1', P1]]), isOpen: (date: string) => date === '2026-01-09' },
  )
const OURS = [
  ['date', 'session', 'class', 'pupilId', 'code', 'minutesLate', 'comment'],
  ['2026-01-09', 'AM', '3B', 'P1', 'L', '12', ''],
  ['2026-01-09', 'PM', '3B', 'P1', '\\', '', ''],
]
const THEIRS: Mapping = {
  id: 'theirs',
  file: 'marks',
  source: 'Bromcom',
  columns: { Child: 'pupilId', Form: 'class', Day: 'date', Half: 'session', 'Our mark': 'code' },
  dates: 'iso-or-uk',
  layout: 'rows',
  values: {},
  by: 's-office',
  at: '2026-01-05T09:00:00.000Z',
}

describe.each([
  ['semicolons, as a spreadsheet of another country saves CSV', ';'],
  ['tabs, as some systems export', '\t'],
])('a file with %s', (_what, by) => {
  const written = (rows: readonly (readonly string[])[]) => rows.map((row) => row.join(by)).join('\r\n')

  test('is read as the same file with commas is', () => {
    const file = marks(written(OURS))
    expect(file.problems).toEqual([])
    expect(file.rows).toEqual(marks(OURS.map((row) => row.join(',')).join('\r\n')).rows)
    expect(file.rows).toHaveLength(2)
  })

  test('is read by a mapping that the school keeps, and guessed at by its names', () => {
    const text = written([
      ['Child', 'Form', 'Day', 'Half', 'Our mark'],
      ['P1', '3B', '09/01/2026', 'AM', '/'],
    ])
    expect(marks(text, [THEIRS])).toMatchObject({ problems: [], mapping: 'theirs', rows: [{ pupil: 'P1' }] })
    const { columns } = suggest('marks', readFirstRows(text, 20))
    expect(columns.map(({ column }) => column)).toEqual(['Child', 'Form', 'Day', 'Half', 'Our mark'])
  })

  test('may hold commas, and its own sign in quotes, in names of columns and in cells', () => {
    const text = `name${by}"note, ${by} or"\nA, or B${by}"c${by}d"`
    expect(readTable(utf8(text))).toMatchObject({ rows: [{ line: 2, cells: { name: 'A, or B' } }] })
    expect(readFirstRows(text, 20)).toEqual({ header: ['name', `note, ${by} or`], samples: [['A, or B', `c${by}d`]] })
  })

  test('may say so on a line of its own before the header, and its lines are counted with it', () => {
    const text = `sep=${by}\n${written(OURS).replace('AM', 'noon')}`
    expect(marks(text).problems).toEqual([expect.objectContaining({ line: 3, column: 'session' })])
    expect(readFirstRows(text, 20).header).toEqual(OURS[0])
  })
})

test('a header that is separated by something else, or whose names hold commas, says how to save the file', () => {
  for (const header of ['date|session|class|pupilId|code', 'date;session;class;pupil, by id;code'])
    expect(marks(`${header}\n2026-01-09|AM|3B|P1|/`).problems).toEqual([
      { line: 1, column: '', what: expect.stringContaining('not separated'), remedy: expect.stringContaining('comma') },
    ])
})

describe('a file with commas', () => {
  const cell = fc.oneof(
    fc.string({ maxLength: 8 }),
    fc.constantFrom(';', 'a;b;c', '\t', 'a\tb\tc', 'a,b', ' "x;y" ', 'two\n;lines', "'", 'sep=;', ''),
  )
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
  // Without quotes wherever the standard lets a cell be without them.
  const asNeeded = (text: string) => (/["\n\r,]|^\s|\s$/.test(text) ? quoted(text) : text)
  const rows = fc
    .tuple(fc.integer({ min: 2, max: 5 }), fc.boolean())
    .chain(([width, always]) =>
      fc
        .array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 5 })
        .map((all) => all.map((row) => row.map(always ? quoted : asNeeded).join(',')).join('\n')),
    )

  test('says what it says, whatever else stands in its header and its cells', () => {
    return fc.assert(
      fc.property(rows, (text) => {
        expect(separated(text)).toEqual({ text, by: ',' })
      }),
      { numRuns: 1000 },
    )
  })

  test('or with whatever text, is a file of the same rows as before where its header has a comma outside quotes', () => {
    return fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', ',', ';', '\t', '"', '\n', ' '), maxLength: 30 }), (text) => {
        fc.pre(separated(text).by !== ',')
        const header = ((): readonly string[] => {
          try {
            return parse(text, AS_SCHOOLS_WRITE)[0] ?? []
          } catch {
            return []
          }
        })()
        expect(header.length).toBeLessThan(2)
      }),
      { numRuns: 1000 },
    )
  })
})
