import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { TODAY, utf8 } from '../../test/support/imported-file.ts'
import type { Contact, Pupil } from '../domain/people.ts'
import { FILES } from './files.ts'
import { keepAddresses } from './keep-addresses.ts'
import { writeCalendar, writeContacts, writeMarks, writeRoll } from './write-files.ts'

/** What people write in a cell: quotes, commas, line ends, and what a spreadsheet would take for a formula. */
const words = fc
  .oneof(
    fc.string({ maxLength: 20 }),
    fc.constantFrom('=SUM(A1)', '+44', '-', '@here', 'O"Brien, Jr', 'Zoë', "'quoted", '#N/A'),
  )
  .map((text) => text.replaceAll(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, ' ').trim() || 'x')
const flags = fc.subarray(['socialWorker', 'lookedAfter', 'youngCarer', 'fsm', 'eal'] as const)
const born = fc.constantFrom('2016-09-01', '2017-05-04')

const pupilOf = fc.record({
  forename: words,
  surname: words,
  preferredName: fc.option(words, { nil: undefined }),
  dateOfBirth: born,
  flags,
  senStatus: fc.option(fc.constantFrom('N', 'K', 'E'), { nil: undefined }),
  left: fc.option(fc.constant('2026-01-09'), { nil: undefined }),
  classId: fc.constantFrom('3b', 'year-3-beech'),
})
const CLASSES = [
  { id: '3b', name: '3B', yearGroup: '3', pupils: 1 },
  { id: 'year-3-beech', name: 'Year 3 / Beech', yearGroup: '3', pupils: 1 },
]

const contactOf = fc.record({
  name: words,
  relationship: words,
  priority: fc.integer({ min: 1, max: 9 }),
  mobile: fc.option(fc.constantFrom('+447700900101', '+447700900102'), { nil: undefined }),
  address: fc.option(fc.array(words, { minLength: 1, maxLength: 4 }), { nil: undefined }),
  postcode: fc.option(fc.constant('ZZ9 9ZZ'), { nil: undefined }),
  addressConfidential: fc.boolean(),
  noContact: fc.boolean(),
  courtRestriction: fc.boolean(),
  textsAllowed: fc.boolean(),
  lettersAllowed: fc.boolean(),
  livesWith: fc.boolean(),
  hasCare: fc.boolean(),
  parentalResponsibility: fc.boolean(),
})

const bare = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as T

const pupils = fc
  .array(fc.record({ pupil: pupilOf, contacts: fc.array(contactOf, { maxLength: 3 }) }), { minLength: 1, maxLength: 6 })
  .map((all) =>
    all.map(({ pupil, contacts }, index) =>
      bare({
        ...pupil,
        key: `P${index}`,
        pupilId: `P${index}`,
        yearGroup: '3',
        admitted: '2021-09-02',
        agencies: [],
        contacts: contacts.map((contact, at): Contact => bare({ ...contact, contactId: `c${index}-${at}` }) as Contact),
      }),
    ),
  ) as fc.Arbitrary<readonly Pupil[]>

const readRoll = (text: string) => FILES.roll(utf8(text), { today: TODAY, previousKeys: {}, generation: 1 })

describe('a file written, read and written again', () => {
  test('is the same roll, byte for byte', () =>
    fc.assert(
      fc.property(pupils, (school) => {
        const text = writeRoll(school, CLASSES)
        const read = readRoll(text)
        expect(read.problems).toEqual([])
        expect(
          writeRoll(
            read.rows.map((row) => ({ ...row, contacts: [], agencies: [] })),
            read.classes,
          ),
        ).toBe(text)
      }),
    ))

  test('is the same contacts, byte for byte, whoever they are', () =>
    fc.assert(
      fc.property(pupils, (school) => {
        const text = writeContacts(school)
        fc.pre(school.some(({ contacts }) => contacts.length > 0))
        const keys = new Map(school.map(({ key, pupilId }) => [pupilId, key]))
        const read = FILES.contacts(utf8(text), { keys, previousIds: {}, generation: 1 })
        expect(read.problems).toEqual([])
        const again = school.map((pupil) => ({
          ...pupil,
          contacts: read.rows.filter((row) => row.pupil === pupil.key).map(({ contact }) => contact),
        }))
        expect(writeContacts(again)).toBe(text)
      }),
    ))

  test('is the same dates and marks', () => {
    const dates = writeCalendar([{ date: '2026-02-16', kind: 'holiday', note: 'Half term, "all week"' }])
    expect(writeCalendar(FILES.calendar(utf8(dates)).rows)).toBe(dates)
    const register = {
      classId: '3b',
      date: '2026-01-09',
      session: 'AM',
      version: 1,
      submitted: true,
      asOf: '2026-01-09T09:15:00.000Z',
      marks: {
        P1: { code: '/', source: 'teacher' },
        P2: { code: 'L', source: 'arrival', minutesLate: 7 },
        P3: { code: 'B', source: 'office', note: '=forest school' },
        P4: { code: '#', source: 'closure' },
      },
    } as const
    const ids = new Map(['P1', 'P2', 'P3', 'P4'].map((id) => [id, id]))
    const text = writeMarks([register], ids, CLASSES)
    const entry = (id: string) => ({
      key: id,
      pupilId: id,
      admitted: '2021-09-02',
      dateOfBirth: '2017-05-04',
      yearGroup: '3',
      classId: '3b',
    })
    const read = FILES.marks(utf8(text), {
      today: TODAY,
      pupils: new Map([...ids.keys()].map((id) => [id, entry(id)])),
      isOpen: () => true,
    })
    expect(read.problems).toEqual([])
    const marks = Object.fromEntries(read.rows.map(({ pupil, mark }) => [pupil, mark]))
    expect(Object.keys(marks)).toEqual(['P1', 'P2', 'P3'])
    expect(writeMarks([{ ...register, marks }], ids, CLASSES)).toBe(text)
  })
})

describe('where somebody lives who must not be found', () => {
  const hidden: Contact = {
    contactId: 'c1',
    priority: 1,
    name: 'Robin Example',
    relationship: 'mother',
    parentalResponsibility: true,
    livesWith: true,
    hasCare: true,
    address: ['1 Secret Lane'],
    postcode: 'ZZ9 9ZZ',
    addressConfidential: true,
    textsAllowed: true,
    lettersAllowed: true,
    noContact: false,
    courtRestriction: false,
  }
  const pupil = { key: 'P1', pupilId: 'P1', contacts: [hidden] } as unknown as Pupil

  test('is in no file', () => {
    expect(writeContacts([pupil])).not.toContain('Secret')
    const barred = { ...hidden, addressConfidential: false, courtRestriction: true }
    expect(writeContacts([{ ...pupil, contacts: [barred] }])).not.toContain('Secret')
  })

  test('is not lost by importing that file, and is changed by one that says otherwise', () => {
    const { address: _address, postcode: _postcode, ...blank } = hidden
    expect(keepAddresses([pupil], [{ pupil: 'P1', contact: blank }])[0]?.contact.address).toEqual(['1 Secret Lane'])
    const moved = { ...hidden, address: ['2 Hidden Row'] }
    expect(keepAddresses([pupil], [{ pupil: 'P1', contact: moved }])[0]?.contact.address).toEqual(['2 Hidden Row'])
    const open = { ...blank, addressConfidential: false }
    expect(keepAddresses([pupil], [{ pupil: 'P1', contact: open }])[0]?.contact.address).toBeUndefined()
  })
})
