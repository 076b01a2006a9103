import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseCalendar } from './calendar-file.ts'
import { classIdOf } from './class-id.ts'
import { parseContacts } from './contacts.ts'
import { parseMarks } from './marks.ts'
import { parseAgencies, parseStaff } from './people-files.ts'
import { readPhone } from './phone.ts'
import { parseRoll } from './roll.ts'
import { isUpn } from './upn.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const TODAY = '2026-01-12'
const ROLL = 'pupilId,forename,surname,dateOfBirth,yearGroup,class,admitted'
const roll = (text: string, previousKeys = {}, generation = 1) =>
  parseRoll(bytes(text), { today: TODAY, previousKeys, generation })
const entry = (pupilId: string, rest = {}) => ({
  key: pupilId,
  pupilId,
  admitted: '2021-09-02',
  dateOfBirth: '2017-05-04',
  yearGroup: '3',
  classId: '3b',
  ...rest,
})
const marksContext = {
  today: TODAY,
  pupils: new Map([
    ['P1', entry('P1')],
    ['P2', entry('P2', { left: '2026-01-09' })],
  ]),
  isOpen: (date: string) => date !== '2026-01-05',
}
const marks = (...rows: readonly string[]) =>
  parseMarks(bytes(['date,session,class,pupilId,code,minutesLate', ...rows].join('\n')), marksContext)
const contacts = (text: string, previousIds = {}, generation = 1) =>
  parseContacts(bytes(text), {
    keys: new Map([
      ['P1', 'P1'],
      ['P2', 'P2'],
    ]),
    previousIds,
    generation,
  })

describe('any school’s CSV', () => {
  test('a byte order mark, CRLF, quotes, other orders, other spellings and extra columns make no difference', () => {
    const file = roll(
      '\ufeff"Surname",PUPIL ID,Date of Birth,forename,Year-Group,class,Admitted,favourite colour\r\n"O\'Brien, Jr",P1,04/05/2017,"Si""ân",Year 3,3B,02/09/2021,blue\r\n',
    )
    expect(file.problems).toEqual([])
    expect(file.rows[0]).toMatchObject({
      surname: "O'Brien, Jr",
      forename: 'Si"ân',
      dateOfBirth: '2017-05-04',
      yearGroup: '3',
      classId: '3b',
    })
  })
  test('Windows-1252 is read as it was meant', () => {
    const text = `${ROLL}\nP1,Zo\u00eb,Marlowe,2017-05-04,3,3B,2021-09-02`
    const latin = Uint8Array.from([...text].map((character) => character.charCodeAt(0)))
    expect(parseRoll(latin, { today: TODAY, previousKeys: {}, generation: 1 }).rows[0]?.forename).toBe('Zoë')
  })
  test('a missing column is named once, not at every row', () => {
    expect(roll('pupilId,forename\nP1,A\nP2,B').problems.map((problem) => problem.column)).toEqual([
      'surname',
      'dateOfBirth',
      'yearGroup',
      'class',
      'admitted',
    ])
  })
  test('a broken quote names its line', () => {
    expect(roll(`${ROLL}\nP1,"A,B`).problems[0]).toMatchObject({ what: expect.stringContaining('quote') })
  })
  test('every bad row is reported with line and column, and nothing of it is repeated', () => {
    const { problems, rows } = roll(
      `${ROLL},upn\nP1,A,Secret,2017-05-04,3,3B,2021-09-02,\nP1,B,Secret,soon,3,3B,2021-09-02,A801200005001\nP 3,C,Secret,2027-05-04,99,,2021-09-02,`,
    )
    expect(rows).toHaveLength(1)
    expect(problems.map(({ line, column }) => [line, column])).toEqual([
      [3, 'pupilId'],
      [3, 'upn'],
      [3, 'dateOfBirth'],
      [4, 'pupilId'],
      [4, 'yearGroup'],
      [4, 'class'],
      [4, 'dateOfBirth'],
    ])
    expect(JSON.stringify(problems)).not.toMatch(/Secret|soon|A8012/)
  })
  test('whatever bytes come, nothing is thrown', () => {
    const parsers = [
      (data: Uint8Array) => parseRoll(data, { today: TODAY, previousKeys: {}, generation: 1 }),
      parseStaff,
      parseCalendar,
      (data: Uint8Array) => parseMarks(data, marksContext),
      (data: Uint8Array) => parseAgencies(data, new Map()),
      (data: Uint8Array) => parseContacts(data, { keys: new Map(), previousIds: {}, generation: 1 }),
    ]
    return fc.assert(
      fc.property(
        fc.constantFrom(...parsers),
        fc.oneof(
          fc.uint8Array({ maxLength: 400 }),
          fc.string({ maxLength: 400 }).map(bytes),
          fc.string({ maxLength: 200 }).map((text) => bytes(`${ROLL}\n${text}`)),
        ),
        (parse, data) => {
          expect(parse(data).problems.length).toBeGreaterThanOrEqual(0)
        },
      ),
    )
  })
})

describe('the roll', () => {
  test.each([
    ['B801200005001', true],
    ['A801200005001', false],
    ['V891201926017', true],
    ['W89120192601A', true],
    ['I891201926017', false],
    ['V89120192601', false],
  ])('%s as a unique pupil number: %s', (upn, valid) => expect(isUpn(upn)).toBe(valid))
  test('a long id gets a short key, the same at every import, and never a departed pupil’s', () => {
    const row = (id: string) => `${id},A,B,2017-05-04,3,3B,2021-09-02`
    const first = roll(`${ROLL}\n${row('long-pupil-id-1')}\n${row('long-pupil-id-2')}`, {}, 1)
    const keys = Object.fromEntries(first.rows.map((pupil) => [pupil.pupilId, pupil.key]))
    expect(first.rows.every((pupil) => pupil.key.length <= 6)).toBe(true)
    const second = roll(
      `${ROLL}\n${row('long-pupil-id-2')}\n${row('long-pupil-id-3')}`,
      { 'long-pupil-id-2': keys['long-pupil-id-2'] },
      2,
    )
    expect(second.rows[0]?.key).toBe(keys['long-pupil-id-2'])
    expect(Object.values(keys)).not.toContain(second.rows[1]?.key)
  })
  test('classes are slugs with their names beside them, counted by who is on roll today', () => {
    const file = roll(
      `${ROLL},left\nP1,A,B,2017-05-04,3,Year 3 / Beech,2021-09-02,\nP2,A,B,2017-05-04,3,Year 3 / Beech,2021-09-02,2026-01-09`,
    )
    expect(file.classes).toEqual([{ id: 'year-3-beech', name: 'Year 3 / Beech', yearGroup: '3', pupils: 1 }])
    expect(classIdOf('3B')).toBe('3b')
  })
})

describe('contacts', () => {
  const HEAD = 'pupilId,priority,name,relationship,mobile,textsAllowed,noContact'
  test('one mobile is one person for brothers and sisters', () => {
    const file = contacts(`${HEAD}\nP1,1,Robin Marlowe,mother,07700 900101,,\nP2,1,R Marlowe,mother,+447700900101,,`)
    expect(new Set(file.rows.map((row) => row.contact.contactId)).size).toBe(1)
    expect(file.rows[0]?.contact).toMatchObject({ mobile: '+447700900101', textsAllowed: true, noContact: false })
  })
  test('the same mobile under different surnames is reported and kept apart', () => {
    const file = contacts(`${HEAD}\nP1,1,Robin Marlowe,mother,07700900101,,\nP2,1,Ash Quill,father,07700900101,,`)
    expect([
      file.problems.length,
      file.warnings.length,
      new Set(file.rows.map((row) => row.contact.contactId)).size,
    ]).toEqual([0, 1, 2])
  })
  test('a person keeps their id at the next import, and nobody inherits one', () => {
    const first = contacts(`${HEAD}\nP1,1,Robin Marlowe,mother,07700900101,,\nP1,2,Ash Quill,father,07700900102,,`)
    const [robin] = first.rows.map((row) => row.contact.contactId)
    const second = contacts(
      `${HEAD}\nP1,1,Robin Marlowe,mother,07700900101,,\nP1,2,Kit Farrow,aunt,07700900103,,`,
      { '+447700900101 marlowe': robin },
      2,
    )
    expect(second.rows[0]?.contact.contactId).toBe(robin)
    expect(first.rows.map((row) => row.contact.contactId)).not.toContain(second.rows[1]?.contact.contactId)
  })
  test.each(['', '0', 'x', '-1', '1.5'])('a priority of %j is one problem', (priority) => {
    const { problems } = contacts(`${HEAD}\nP1,${priority},A B,mother,07700900101,,`)
    expect(problems.map(({ line, column }) => [line, column])).toEqual([[2, 'priority']])
  })
  test('a landline in the mobile column and a child who is not on the roll are refused', () => {
    expect(
      contacts(`${HEAD}\nP1,1,A B,mother,01632 960001,,\nP9,1,A B,mother,,,`).problems.map(({ line, column }) => [
        line,
        column,
      ]),
    ).toEqual([
      [2, 'mobile'],
      [3, 'pupilId'],
    ])
  })
  test.each([
    ['07700 900123', '+447700900123', true],
    ['+44 (0)7700 900123', '+447700900123', true],
    ['0115 496 0123', '+441154960123', false],
    ['07624 123456', '+447624123456', true],
  ])('%s is %s', (typed, e164, mobile) => {
    expect(readPhone(typed)).toEqual({ e164, mobile })
  })
})

describe('marks', () => {
  test('codes are read as people type them, dates both ways, no mark is no row', () => {
    const file = marks(
      '12/01/2026,am,3B,P1,l,7',
      '2026-01-09,PM,3B,P1,-,',
      '2026-01-09,AM,3B,P1,N/A,',
      '2026-01-08,AM,3B,P1,,',
    )
    expect(file.problems).toEqual([])
    expect(file.rows).toEqual([
      {
        line: 2,
        date: TODAY,
        session: 'AM',
        classId: '3b',
        pupil: 'P1',
        mark: { code: 'L', source: 'import', minutesLate: 7 },
      },
    ])
  })
  test.each([
    ['2026-01-12,AM,3B,P1,\\,', 'code', 'Use /.'],
    ['2026-01-12,AM,3B,P1,Y,', 'code', 'Q, or Y1'],
    ['2026-01-12,AM,3B,P1,QQ,', 'code', 'statutory'],
    ['2026-01-12,AM,3B,P1,X,', 'code', 'C2'],
    ['2026-01-13,AM,3B,P1,/,', 'date', 'days to come'],
    ['2026-01-05,AM,3B,P1,/,', 'date', 'calendar'],
    ['2026-01-12,AM,3B,P2,/,', 'date', 'leaving day'],
    ['2026-01-12,AM,4A,P1,/,', 'class', 'Correct the class'],
    ['2026-01-12,AM,3B,P7,/,', 'pupilId', 'Import the roll'],
    ['2026-01-12,XM,3B,P1,/,', 'session', 'AM, PM'],
  ])('%s is refused at %s', (row, column, remedy) => {
    expect(marks(row).problems).toEqual([
      expect.objectContaining({ line: 2, column, remedy: expect.stringContaining(remedy) }),
    ])
  })
  test('codes that ended in 2024 are history before, refused after', () => {
    expect(marks('2024-05-01,AM,3B,P1,H,').problems).toEqual([])
    expect(marks('2025-05-01,AM,3B,P1,H,').problems).toHaveLength(1)
  })
})

describe('staff and agencies', () => {
  test('classes are separated by semicolons or commas, and roles are those there are', () => {
    const file = parseStaff(bytes('staffId,name,role,classes\nt1,A B,Teacher,"3A, 3B;4C"\nt2,C D,wizard,'))
    expect(file.rows[0]?.classes).toEqual(['3a', '3b', '4c'])
    expect(file.problems.map(({ line, column }) => [line, column])).toEqual([[3, 'role']])
  })
  test('a header alone says there are none', () => {
    expect(parseAgencies(bytes('pupilId,kind,name\n'), new Map())).toMatchObject({ rows: [], problems: [] })
  })
})
