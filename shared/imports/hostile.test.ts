import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { P1, TODAY, utf8 } from '../../test/support/imported-file.ts'
import { COLUMNS, type ImportedFile } from './columns.ts'
import { FILES } from './files.ts'

const keys = new Map([['P1', 'P1']])

const parse: Readonly<Record<ImportedFile, (text: string) => ReturnType<typeof FILES.calendar | typeof FILES.roll>>> = {
  roll: (text) => FILES.roll(utf8(text), { today: TODAY, previousKeys: {}, generation: 1 }),
  contacts: (text) => FILES.contacts(utf8(text), { keys, previousIds: {}, generation: 1 }) as never,
  staff: (text) => FILES.staff(utf8(text)) as never,
  agencies: (text) => FILES.agencies(utf8(text), keys) as never,
  marks: (text) =>
    FILES.marks(utf8(text), { today: TODAY, pupils: new Map([['P1', P1]]), isOpen: () => true }) as never,
  calendar: (text) => FILES.calendar(utf8(text)),
}
const files = Object.keys(COLUMNS) as ImportedFile[]
const ROLL = 'pupilId,forename,surname,dateOfBirth,yearGroup,class,admitted,alert,preferredName'
const row = (id: string, rest = '') => `${id},Amelia,Example,2017-05-04,3,3B,2021-09-02,${rest}`
const roll = (...rows: readonly string[]) =>
  FILES.roll(utf8([ROLL, ...rows].join('\n')), { today: TODAY, previousKeys: {}, generation: 1 })

describe('rows that mean harm, or nothing', () => {
  test('whatever stands in the cells, a file is read or its bad rows are reported', () => {
    const cell = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc.constantFrom(
        'P1',
        '2026-01-12',
        '31/02/2026',
        'AM',
        '\\',
        '/',
        '#',
        'H',
        'Y',
        'constructor',
        '__proto__',
        '\u202eP1',
      ),
    )
    return fc.assert(
      fc.property(
        fc.constantFrom(...files),
        fc.array(fc.array(cell, { maxLength: 24 }), { maxLength: 5 }),
        (file, rows) => {
          const quoted = rows.map((cells) => cells.map((text) => `"${text.replaceAll('"', '""')}"`).join(','))
          const {
            problems,
            rows: good,
            count,
          } = parse[file]([COLUMNS[file].split(' ').join(','), ...quoted].join('\n'))
          expect(problems.every(({ line, what, remedy }) => line >= 0 && what !== '' && remedy !== '')).toBe(true)
          expect(good.length).toBeLessThanOrEqual(count)
        },
      ),
      { numRuns: 300 },
    )
  })

  test('a pupil id that is a word every program knows gets a key like any other', () => {
    const file = roll(row('constructor'), row('__proto__'), row('hasOwnProperty'))
    expect(file.problems).toEqual([])
    expect(file.rows.map(({ key }) => key).every((key) => /^~[0-9a-z]{1,5}$/.test(key))).toBe(true)
  })

  test('characters that cannot be seen are taken out of names', () => {
    expect(roll(row('P1', ',Am\u202eelia\u0007')).rows[0]?.preferredName).toBe('Am elia')
  })

  test('a cell longer than anyone’s name is reported, not kept', () => {
    expect(roll(row('P1', `,${'A'.repeat(201)}`)).problems).toEqual([
      expect.objectContaining({ line: 2, column: 'preferredName', what: 'has more than 200 characters.' }),
    ])
  })

  test('a class bigger than any school’s is reported once', () => {
    const rows = Array.from({ length: 600 }, (_, index) => row(`P${index}`))
    expect(roll(...rows).problems.map(({ line, column }) => [line, column])).toEqual([[502, 'class']])
  })
})

describe('an alert', () => {
  test.each([
    ['N', false, undefined],
    ['', false, undefined],
    ['Y', true, undefined],
    ['Ring before visiting', true, 'Ring before visiting'],
  ])('of %j puts the pupil first: %s', (cell, flagged, alert) => {
    const [found] = roll(row('P1', `${cell},`)).rows
    expect(found?.flags.includes('alert')).toBe(flagged)
    expect(found?.alert).toBe(alert)
  })
})
