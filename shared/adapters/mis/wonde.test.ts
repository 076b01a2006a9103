import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Answer, type Asked, providerServer } from '../../../test/support/provider-server.ts'
import { wondeMis } from './wonde.ts'

const TOKEN = 'a-token-that-nobody-has-0001'
const account = async () => ({ token: TOKEN, school: 'A1329183376' })

const STUDENT = {
  id: 'A100',
  forename: 'Amy',
  surname: 'Example',
  legal_forename: 'Amelia',
  legal_surname: 'Example',
  date_of_birth: { date: '2017-05-04 00:00:00.000000', timezone_type: 3, timezone: 'Europe/London' },
  gender: 'FEMALE',
  education_details: {
    data: { upn: 'V891201926017', admission_date: { date: '2021-09-02 00:00:00.000000' }, leaving_date: null },
  },
  year: { data: { code: '3', name: 'Year 3' } },
  groups: {
    data: [
      { name: 'Chess', type: 'CLUB' },
      { name: '3B', type: 'REGISTRATION' },
    ],
  },
  contacts: {
    data: [
      {
        id: 'A900',
        forename: 'Robin',
        surname: 'Example',
        relationship: {
          data: { relationship: 'Mother', priority: 1, parental_responsibility: true, lives_with_pupil: true },
        },
        contact_details: { data: { phones: { mobile: '07700 900101', home: null }, emails: { email: null } } },
      },
    ],
  },
  something_new: 'that nobody has told us of',
}
const CODES = [
  { id: 'A1', code: '/' },
  { id: 'A2', code: 'M' },
  { id: 'A3', code: 'L' },
]
const MARK = {
  id: 'A5',
  date: { date: '2026-01-12 00:00:00.000000' },
  session: 'PM',
  comment: null,
  minutes_late: null,
  student: 'A100',
  attendance_code: { data: { id: 'A1' } },
}

let answers: (asked: Asked) => Answer
let waits: number[]
let server: Awaited<ReturnType<typeof providerServer>>
beforeAll(async () => {
  server = await providerServer((asked) => answers(asked))
})
afterAll(() => server.close())
beforeEach(() => {
  waits = []
  server.asked.length = 0
  answers = usual
})

const page = (data: readonly unknown[], next: string | null = null): Answer => ({
  status: 200,
  body: { data, meta: { pagination: { next } } },
})
const usual = ({ url }: Asked): Answer => {
  if (url.includes('/attendance-codes/')) return page(CODES)
  if (url.includes('/attendance/session/')) return page([MARK])
  return url.includes('page=2')
    ? page([{ ...STUDENT, id: 'A101' }])
    : page([STUDENT], `${server.url}/v1.0/schools/A1329183376/students/?page=2`)
}
const mis = () => wondeMis(account, { baseUrl: `${server.url}/v1.0/`, wait: async (ms) => void waits.push(ms) })
const writes = (answer: Answer) => {
  answers = (asked) => (asked.method === 'POST' ? answer : usual(asked))
}

describe('a school at Wonde', () => {
  test('gives everybody on its roll, page after page, with their contacts', async () => {
    const { roll, contacts } = await mis().school()
    expect(roll).toHaveLength(2)
    expect(roll[0]).toMatchObject({
      pupilId: 'A100',
      upn: 'V891201926017',
      forename: 'Amelia',
      preferredName: 'Amy',
      dateOfBirth: '2017-05-04',
      yearGroup: '3',
      class: '3B',
      admitted: '2021-09-02',
      left: '',
      sex: 'F',
    })
    expect(contacts[0]).toMatchObject({
      contactId: 'A900',
      pupilId: 'A100',
      priority: '1',
      relationship: 'Mother',
      parentalResponsibility: 'Y',
      livesWith: 'Y',
      courtRestriction: '',
      mobile: '07700 900101',
    })
    const [first] = server.asked
    expect(first?.url).toMatch(/^\/v1\.0\/schools\/A1329183376\/students\//)
    expect(first?.headers.authorization).toBe(`Basic ${Buffer.from(`${TOKEN}:`).toString('base64')}`)
  })

  test('gives marks with the letter of the school’s own code, present as each session writes it', async () => {
    expect(await mis().marksSince('2026-01-12T08:00:00.000Z')).toEqual([
      { date: '2026-01-12', session: 'PM', class: '3B', pupilId: 'A100', code: '\\', minutesLate: '', comment: '' },
    ])
    expect(server.asked.map(({ url }) => url).join()).toContain('updated_after=2026-01-12%2008%3A00%3A00')
  })

  test('that is busy is asked again, as late as it says, and not for ever', async () => {
    let busy = 2
    answers = (asked) => (busy-- > 0 ? { status: 429, body: {} } : usual(asked))
    expect((await mis().school()).roll).toHaveLength(2)
    expect(waits).toEqual([2000, 4000])
    answers = () => ({ status: 503, body: {} })
    await expect(mis().school()).rejects.toThrow('Wonde answered 503')
    expect(server.asked.filter(({ url }) => !url.includes('page=2')).length).toBeLessThan(10)
  })

  test.each([401, 403, 404])(
    'that answers %i is not asked again, and nothing of its answer is repeated',
    async (status) => {
      answers = () => ({ status, body: { message: 'Amelia Example' } })
      const failed = await mis()
        .school()
        .catch((error: unknown) => error)
      expect(String(failed)).toContain(String(status))
      expect(String(failed)).not.toContain('Amelia')
      expect(waits).toEqual([])
    },
  )

  test('cannot have the token sent to another host', async () => {
    answers = () => page([STUDENT], 'https://elsewhere.example/v1.0/students?page=2')
    await expect(mis().school()).rejects.toThrow('another host')
  })

  test('whose answer breaks off, or is no list, gives nothing in part', async () => {
    answers = () => 'hang up'
    await expect(mis().school()).rejects.toThrow()
    answers = () => ({ status: 200, body: { data: [{ id: 7 }] } })
    await expect(mis().school()).rejects.toThrow()
  })
})

describe('codes written to Wonde', () => {
  const mark = { pupilId: 'A100', date: '2026-01-12', session: 'AM', code: 'M' } as const

  test('go under the id that the school’s own list gives each, lateness only where there is one', async () => {
    writes({ status: 202, body: { writeback_id: 77 } })
    const late = { ...mark, code: 'L', minutesLate: 0 } as const
    expect(await mis().write([{ ...mark, comment: 'Dentist' }, late])).toEqual({ outcome: 'written', reference: '77' })
    const posted = server.asked.find(({ method }) => method === 'POST')
    expect(posted?.url).toBe('/v1.0/schools/A1329183376/attendance/session/')
    expect(JSON.parse(posted?.body ?? '')).toEqual({
      attendance: [
        { date: '2026-01-12', session: 'AM', student_id: 'A100', attendance_code_id: 'A2', comment: 'Dentist' },
        { date: '2026-01-12', session: 'AM', student_id: 'A100', attendance_code_id: 'A3' },
      ],
    })
  })

  test('are not sent when the school has no such code', async () => {
    expect(await mis().write([{ ...mark, code: 'Y7' }])).toMatchObject({
      outcome: 'refused',
      why: expect.stringContaining('Y7'),
    })
    expect(server.asked.some(({ method }) => method === 'POST')).toBe(false)
  })

  test.each([422, 401, 403])('that are answered with %i were not written', async (status) => {
    writes({ status, body: { error: 'Amelia Example' } })
    const written = await mis().write([mark])
    expect(written).toMatchObject({ outcome: 'refused' })
    expect(JSON.stringify(written)).not.toContain('Amelia')
  })

  test('of which nothing is heard are sent once, and it is said that nobody knows', async () => {
    writes('hang up')
    await expect(mis().write([mark])).rejects.toThrow()
    writes({ status: 500, body: {} })
    await expect(mis().write([mark])).rejects.toThrow('not known')
    expect(server.asked.filter(({ method }) => method === 'POST')).toHaveLength(2)
  })
})
