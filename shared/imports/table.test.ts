import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { utf8 } from '../../test/support/imported-file.ts'
import { readTable } from './table.ts'

const rowsOf = (bytes: Uint8Array) => {
  const table = readTable(bytes)
  if ('problem' in table) throw new Error(table.problem.what)
  return table.rows
}

describe('a row’s line', () => {
  test.each(['\n', '\r\n', '\r'])(
    'is the one an editor shows, after cells of several lines and blank lines (%j)',
    (end) => {
      const text = ['name,note', 'A,"one', 'two"', '', 'B,"x', 'y', 'z"', 'C,w'].join(end)
      expect(rowsOf(utf8(text)).map(({ line, cells }) => [line, cells.name])).toEqual([
        [2, 'A'],
        [5, 'B'],
        [8, 'C'],
      ])
    },
  )

  test('is named when a quote is never closed', () => {
    expect(readTable(utf8('name,note\nA,x"y\nB,z'))).toMatchObject({ problem: { line: 2, column: '' } })
  })
})

describe('what schools’ systems write', () => {
  test('backslash, slash and hash are marks, not escapes or comments', () => {
    expect(rowsOf(utf8('code,note\n\\,a\n/,b\n#,c\n"\\",d')).map(({ cells }) => cells.code)).toEqual([
      '\\',
      '/',
      '#',
      '\\',
    ])
  })

  test('bytes that are not UTF-8 are Windows-1252, its curly apostrophe too', () => {
    const bytes = Uint8Array.from([...utf8('name\nO'), 0x92, ...utf8('Brien Zo'), 0xeb])
    expect(rowsOf(bytes)[0]?.cells.name).toBe('O’Brien Zoë')
  })

  test.each(['utf16le', 'utf16be'] as const)(
    'UTF-16 that says so (%s), as a spreadsheet saves what it calls Unicode',
    (order) => {
      const bytes = Buffer.from('\ufeffpupilId,forename\r\nP001,Zoë\r\n', 'utf16le')
      const table = readTable(order === 'utf16le' ? bytes : bytes.swap16())
      expect(table).toMatchObject({ columns: ['pupilid', 'forename'], rows: [{ cells: { forename: 'Zoë' } }] })
    },
  )

  test('rows that are too short have blank cells, rows that are too long lose what no header names', () => {
    expect(rowsOf(utf8('a,b\n1\n1,2,3')).map(({ cells }) => cells)).toEqual([
      { a: '1', b: '' },
      { a: '1', b: '2' },
    ])
  })

  test('a row of commas alone is a blank line', () => {
    expect(rowsOf(utf8('a,b\n,\n1,2'))).toHaveLength(1)
  })

  test('an empty file is said to be empty', () => {
    for (const text of ['', '\ufeff', '\r\n\r\n'])
      expect(readTable(utf8(text))).toMatchObject({ problem: { what: expect.stringContaining('empty') } })
  })
})

test('whatever bytes come, the answer is a table or one problem', () => {
  return fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      const table = readTable(bytes)
      expect('problem' in table || table.rows.every(({ line }) => line >= 1)).toBe(true)
    }),
  )
})
