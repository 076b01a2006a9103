import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readTable } from '../../shared/imports/table.ts'
import { csvText } from './csv-text.ts'

describe('a file as a school would export it', () => {
  test('commas and quotes are quoted, flags are Y and N, what is not known is blank', () => {
    const text = csvText(['address1', 'noContact', 'left'], [{ address1: 'Flat 2, "The Elms"', noContact: true }])
    expect(text).toBe('address1,noContact,left\r\n"Flat 2, ""The Elms""",Y,\r\n')
  })

  test('what is written is what an import reads', () => {
    return fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1 }), (names) => {
        const told = names.map((name) => `x${name.replaceAll('\r', '')}x`)
        const read = readTable(
          new TextEncoder().encode(
            csvText(
              ['name'],
              told.map((name) => ({ name })),
            ),
          ),
        )
        expect('rows' in read && read.rows.map(({ cells }) => cells.name)).toEqual(told)
      }),
    )
  })
})
