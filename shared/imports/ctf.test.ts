import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { utf8 } from '../../test/support/imported-file.ts'
import { codesIn, readEarlierMarks } from '../domain/imports/earlier-school.ts'
import { parseCtf } from './ctf.ts'

const UPN = 'V891201926017'

const year = (marks: string, more: Readonly<Record<string, string>> = {}) => {
  const said = {
    Year: '2025',
    LEA: '891',
    Estab: '9990',
    SchoolName: 'Old Mill Infant School',
    SessionsPossible: '6',
    SessionsAuthorised: '1',
    SessionsAttended: '4',
    SessionsUnauthorised: '1',
    AttendanceStartDate: '2024-09-04',
    ...more,
  }
  const { AttendanceStartDate, ...rest } = said
  const fields = Object.entries(rest).map(([name, value]) => `<${name}>${value}</${name}>`)
  return `<YearData>${fields.join('\n')}
    <AttendSessions><AttendanceStartDate>${AttendanceStartDate}</AttendanceStartDate><AttendanceMarks>${marks}</AttendanceMarks></AttendSessions>
  </YearData>`
}
const ctf = (years: string, version = '24.0', head = '<?xml version="1.0" encoding="utf-8"?>') => `${head}
<CTfile>
  <Header><DocumentName>Common Transfer File</DocumentName><CTFversion>${version}</CTFversion></Header>
  <CTFpupilData>
    <Pupil>
      <UPN>${UPN}</UPN><Surname>O&apos;Example</Surname><Forename>Amelia</Forename><DOB>2017-05-04</DOB>
      <Attendance>${years}</Attendance>
    </Pupil>
  </CTFpupilData>
</CTfile>`
const parse = (text: string) => parseCtf(utf8(text))

describe('the attendance of a CTF', () => {
  test('is read with commas between marks, as since CTF 24', () => {
    const file = parse(ctf(year('/,\\,Y1,N,I,\\,#,#')))
    expect(file.problems).toEqual([])
    expect(file.pupils).toMatchObject([
      {
        upn: UPN,
        surname: 'O’Example'.replace('’', "'"),
        dateOfBirth: '2017-05-04',
        years: [
          {
            year: '2025',
            authority: '891',
            establishment: '9990',
            school: 'Old Mill Infant School',
            possible: 6,
            attended: 4,
            authorised: 1,
            unauthorised: 1,
            sessions: [{ from: '2024-09-04', marks: ['/', '\\', 'Y1', 'N', 'I', '\\', '#', '#'] }],
          },
        ],
      },
    ])
  })

  test('is read as an unbroken string, as before', () => {
    const [pupil] = parse(ctf(year('/\\NI/\\##'), '21')).pupils
    expect(pupil?.years[0]?.sessions[0]?.marks).toEqual(['/', '\\', 'N', 'I', '/', '\\', '#', '#'])
  })

  test('keeps sums that do not agree as they came, and points them out', () => {
    const file = parse(ctf(year('/,\\', { SessionsPossible: '9' })))
    expect(file.problems).toEqual([])
    expect(file.warnings).toEqual([expect.objectContaining({ column: 'SessionsPossible' })])
  })

  test.each([
    ['AttendanceMarks', year('/,\\,wrong')],
    ['AttendanceStartDate', year('/,\\', { AttendanceStartDate: '04/09/2024' })],
    ['SessionsPossible', year('/,\\', { SessionsPossible: 'many' })],
    ['Year', year('/,\\', { Year: '24/25' })],
    ['LEA', year('/,\\', { LEA: 'LLLLLLL' })],
    ['Estab', year('/,\\', { Estab: '' })],
    ['Year', year('/,\\') + year('/,\\')],
  ])('with a wrong %s is refused by line and element', (element, years) => {
    const { problems } = parse(ctf(years))
    expect(problems).toContainEqual(expect.objectContaining({ column: element }))
    expect(problems.every(({ line }) => line >= 7)).toBe(true)
  })
})

describe('XML that means harm', () => {
  const BILLION = `<?xml version="1.0"?>
<!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;">
<!ENTITY lol3 "&lol2;&lol2;&lol2;&lol2;&lol2;&lol2;&lol2;&lol2;&lol2;&lol2;">]>`

  test.each([
    ['a billion laughs', ctf(year('&lol3;'), '24', BILLION), 'document type'],
    [
      'a file of the server',
      ctf(year('&file;'), '24', '<!DOCTYPE x [<!ENTITY file SYSTEM "file:///etc/hostname">]>'),
      'document type',
    ],
    [
      'a document type elsewhere',
      ctf(year('/,\\'), '24', '<!DOCTYPE x SYSTEM "https://files.example/x.dtd">'),
      'document type',
    ],
    ['an entity that nobody declared', ctf(year('&laughs;')), 'not XML'],
    ['elements without end', ctf('<a>'.repeat(5000)), 'too deep'],
    ['an element without end', ctf(year(`/,${'\\,'.repeat(40_000)}`)), 'too long'],
    ['a document type without end', `<!DOCTYPE x [${'<!-- -->'.repeat(200_000)}`, 'not XML'],
    ['an element that is not closed', '<CTfile><Header>', 'not XML'],
    ['nothing', '  ', 'empty'],
    ['a CSV file', 'pupilId,forename\nP1,Amelia', 'not XML'],
  ])('%s is refused at its line, and nothing of it is read', (_name, text, what) => {
    const file = parse(text)
    expect(file.pupils).toEqual([])
    expect(file.problems).toEqual([expect.objectContaining({ what: expect.stringContaining(what) })])
    expect(file.problems[0]?.line).toBeGreaterThan(0)
  })

  test('whatever is sent is read or refused', () =>
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            fc.constantFrom(
              '<Pupil>',
              '</Pupil>',
              '<YearData>',
              '</YearData>',
              '<AttendSessions>',
              '</AttendSessions>',
              '<Year>2025</Year>',
              '<![CDATA[x]]>',
              '<!DOCTYPE a>',
              '&amp;',
              '<CTFversion>',
            ),
            fc.string({ maxLength: 10 }),
          ),
          { maxLength: 30 },
        ),
        (pieces) => {
          const file = parse(`<CTfile>${pieces.join('')}</CTfile>`)
          expect(file.problems.every(({ line, what }) => line > 0 && what !== '')).toBe(true)
        },
      ),
      { numRuns: 300 },
    ))
})

test('both forms say the same wherever every code has one character', () =>
  fc.assert(
    fc.property(fc.array(fc.constantFrom('/', '\\', 'L', 'I', 'N', '#', 'B'), { minLength: 2 }), (marks) => {
      expect(readEarlierMarks(marks.join(','), 24)).toEqual(marks)
      expect(readEarlierMarks(marks.join(''), 21)).toEqual(marks)
    }),
  ))

test('codes are counted as they were written, and days without school are left out', () => {
  expect(codesIn({ sessions: [{ from: '2024-09-04', marks: ['/', '#', 'Y1', '/', '-'] }] })).toEqual({ '/': 2, Y1: 1 })
})
