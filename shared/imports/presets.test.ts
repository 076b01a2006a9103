/** Each system whose column names are known: a roll, contacts and marks under its names are read as they are, without a mapping. */
import { describe, expect, test } from 'vitest'
import { P1, TODAY, utf8 } from '../../test/support/imported-file.ts'
import { canonicalColumn } from './column-name.ts'
import { COLUMNS, type ImportedFile } from './columns.ts'
import { FILES } from './files.ts'
import { PRESETS } from './presets.ts'

/** What stands in each of our columns. */
const CELLS: Readonly<Record<'roll' | 'contacts' | 'marks', Readonly<Record<string, string>>>> = {
  roll: {
    pupilId: 'P1',
    forename: 'Amelia',
    surname: 'Example',
    preferredName: 'Amy',
    dateOfBirth: '04/05/2017',
    sex: 'F',
    yearGroup: '3',
    class: '3B',
    admitted: '02/09/2021',
    left: '',
  },
  contacts: {
    pupilId: 'P1',
    priority: '1',
    name: 'Robin Example',
    relationship: 'mother',
    mobile: '07700 900101',
    landline: '01632 960123',
    email: 'robin@example.org',
    postcode: 'ZZ9 9ZZ',
    address1: '1 Mill Lane',
  },
  marks: {
    date: '12/01/2026',
    session: 'AM',
    class: '3B',
    pupilId: 'P1',
    code: 'L',
    minutesLate: '7',
    comment: 'Bus',
  },
}

/** The file under the names of a system; a column that it is not known to name otherwise has ours. */
const fileOf = (file: keyof typeof CELLS, names: Readonly<Record<string, string>>): Uint8Array => {
  const theirs = new Map(
    Object.entries(names)
      .toReversed()
      .map(([name, ours]) => [ours, name]),
  )
  const columns = Object.keys(CELLS[file])
  return utf8(`${columns.map((ours) => theirs.get(ours) ?? ours).join(',')}\n${Object.values(CELLS[file]).join(',')}\n`)
}

describe.each(PRESETS)('an export of $source', ({ columns }) => {
  test('is a roll', () => {
    const read = FILES.roll(fileOf('roll', columns), { today: TODAY, previousKeys: {}, generation: 1 })
    expect(read.problems).toEqual([])
    expect(read.rows).toMatchObject([
      { pupilId: 'P1', forename: 'Amelia', surname: 'Example', classId: '3b', dateOfBirth: '2017-05-04' },
    ])
  })

  test('is contacts', () => {
    const context = { keys: new Map([['P1', 'P1']]), previousIds: {}, generation: 1 }
    const read = FILES.contacts(fileOf('contacts', columns), context)
    expect(read.problems).toEqual([])
    expect(read.rows.map(({ contact }) => contact)).toMatchObject([
      { name: 'Robin Example', priority: 1, mobile: '+447700900101', email: 'robin@example.org', postcode: 'ZZ9 9ZZ' },
    ])
  })

  test('is marks', () => {
    const context = { today: TODAY, pupils: new Map([['P1', P1]]), isOpen: () => true }
    const read = FILES.marks(fileOf('marks', columns), context)
    expect(read.problems).toEqual([])
    expect(read.rows).toMatchObject([{ date: TODAY, session: 'AM', pupil: 'P1', mark: { code: 'L', minutesLate: 7 } }])
  })

  test('has no name for a column that no file has', () => {
    const ours = new Set((Object.keys(COLUMNS) as ImportedFile[]).flatMap((file) => COLUMNS[file].split(' ')))
    const known = new Set([...ours].map(canonicalColumn))
    expect(Object.values(columns).filter((column) => !known.has(canonicalColumn(column)))).toEqual([])
  })
})
