import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openSchool, type School } from '../../test/journeys/support/school.ts'

const PLACE = 'registers/2026-01-12/AM/3b'
const IDS = Array.from({ length: 10 }, (_, index) => `P${String(index + 1).padStart(3, '0')}`)
const all = (code = '/', rest: Readonly<Record<string, { code: string; note?: string }>> = {}) => ({
  ...Object.fromEntries(IDS.map((id) => [id, { code }])),
  ...rest,
})

interface Body {
  readonly code?: string
  readonly version?: number
  readonly marks?: Readonly<Record<string, { code: string; source: string } | null>>
  readonly pupils?: readonly { readonly pupil: string; readonly code: string }[]
  readonly register?: { readonly version: number }
  readonly askedTheOffice?: readonly string[]
  readonly presentOverKnownAbsence?: readonly string[]
}

const staff =
  'staffId,name,role,mobile,classes\nS-teacher,Class Teacher,teacher,,3B\nS-lead,The Lead,lead,07700900802,\n'

const open = () => openSchool({ staff })
const body = (called: { readonly body: unknown }): Body => called.body as Body

describe('taking a register', () => {
  let school: School
  beforeAll(async () => {
    school = await open()
    await school.clock.to('09:05')
  })
  afterAll(() => school.close())

  test('names every pupil, or says who is missing and saves nothing', async () => {
    const { P002: _gone, ...nine } = all()
    const refused = await school.api('teacher', 'PUT', PLACE, { marks: nine, submitted: true })
    expect([refused.status, body(refused).pupils]).toEqual([
      422,
      [expect.objectContaining({ pupil: 'P002', code: 'unmarked' })],
    ])
    expect(body(await school.api('teacher', 'GET', PLACE)).version).toBe(0)
  })
  test('a draft may be incomplete', async () => {
    expect(
      (await school.api('teacher', 'PUT', PLACE, { marks: { P001: { code: '/' } }, submitted: false })).status,
    ).toBe(201)
  })
  test('the first submission needs no version, a later one does, and an old one is shown the newer register', async () => {
    const first = await school.api('teacher', 'PUT', PLACE, {
      marks: all('/', { P001: { code: 'N' } }),
      submitted: true,
    })
    expect(first.status).toBe(200)
    const again = { marks: all('/'), submitted: true }
    expect((await school.api('teacher', 'PUT', PLACE, again)).status).toBe(428)
    const stale = await school.api('teacher', 'PUT', PLACE, again, { 'if-match': '"1"' })
    expect([stale.status, body(stale).register?.version]).toEqual([409, 2])
    expect((await school.api('teacher', 'PUT', PLACE, again, { 'if-match': first.headers.etag ?? '' })).status).toBe(
      200,
    )
  })
  test('codes beyond the teacher’s are the office’s', async () => {
    const refused = await school.api(
      'teacher',
      'PUT',
      PLACE,
      { marks: { P003: { code: 'I' } }, submitted: true },
      { 'if-match': '"3"' },
    )
    expect(body(refused).pupils).toEqual([expect.objectContaining({ pupil: 'P003', code: 'office-code' })])
    expect(
      (
        await school.api(
          'office',
          'PUT',
          PLACE,
          { marks: { P003: { code: 'I' } }, submitted: true },
          { 'if-match': '"3"' },
        )
      ).status,
    ).toBe(200)
  })
  test('a teacher’s N never replaces what the office wrote', async () => {
    const saved = await school.api(
      'teacher',
      'PUT',
      PLACE,
      { marks: { P003: { code: 'N' } }, submitted: true },
      { 'if-match': '"4"' },
    )
    expect(body(saved).marks?.P003).toMatchObject({ code: 'I', source: 'office' })
  })
  test('a class that is not the teacher’s is not theirs to see', async () => {
    expect((await school.api('teacher', 'GET', 'registers/2026-01-12/AM/4a')).status).toBe(403)
  })
  test.each([
    ['an unknown code', 'AM', { code: 'ZZ' }, 'unknown-code'],
    ['the afternoon’s present mark in the morning', 'AM', { code: '\\' }, 'wrong-session'],
    ['X for a pupil of compulsory school age', 'AM', { code: 'X' }, 'wrong-age'],
    ['work experience in Year 3', 'AM', { code: 'W' }, 'wrong-year'],
    ['Y7 without its cause', 'AM', { code: 'Y7' }, 'note-needed'],
    ['a closure for one pupil', 'AM', { code: 'Y4' }, 'whole-school-code'],
    ['a code that ended in 2024', 'AM', { code: 'H' }, 'retired-code'],
  ])('%s is refused with the reason', async (_name, session, mark, code) => {
    const refused = await school.api(
      'office',
      'PUT',
      `registers/2026-01-12/${session}/3b`,
      { marks: { P004: mark }, submitted: false },
      { 'if-match': '"5"' },
    )
    expect([refused.status, body(refused).pupils]).toEqual([422, [expect.objectContaining({ pupil: 'P004', code })]])
  })
  test('days to come, weekends and pupils of another class are refused', async () => {
    const on = async (place: string, marks: object) =>
      body(await school.api('office', 'PUT', place, { marks, submitted: false })).pupils?.[0]?.code
    expect(await on('registers/2026-01-13/AM/3b', { P001: { code: '/' } })).toBe('future')
    expect(await on('registers/2026-01-10/AM/3b', { P001: { code: '/' } })).toBe('closed')
    expect(await on('registers/2026-01-09/AM/3b', { P999: { code: '/' } })).toBe('not-this-class')
  })
})

describe('what others know better', () => {
  let school: School
  beforeAll(async () => {
    school = await open()
    await school.clock.to('08:30')
  })
  afterAll(() => school.close())

  test('a known absence is filled in, and present over it is accepted and shown to the office', async () => {
    expect((await school.rings('P005', { code: 'M', reason: 'dentist' })).status).toBe(201)
    await school.clock.to('09:05')
    expect(body(await school.api('teacher', 'GET', PLACE)).marks?.P005).toMatchObject({ code: 'M', source: 'known' })
    const { P005: _known, ...others } = all('/', { P006: { code: 'N' } })
    const saved = await school.api('teacher', 'PUT', PLACE, { marks: others, submitted: true })
    expect(body(saved).marks?.P005).toMatchObject({ code: 'M', source: 'known' })
    const present = await school.api(
      'teacher',
      'PUT',
      PLACE,
      { marks: { P005: { code: '/' } }, submitted: true },
      { 'if-match': '"1"' },
    )
    expect(body(present).presentOverKnownAbsence).toEqual(['P005'])
  })
  test('after the text has gone a teacher’s present mark asks the office; the office’s own word is sent as a correction', async () => {
    await school.clock.to('10:30')
    expect((await school.texts('unreported')).map((text) => text.pupils)).toEqual([['P006']])
    const asked = await school.api(
      'teacher',
      'PUT',
      PLACE,
      { marks: { P006: { code: '/' } }, submitted: true },
      { 'if-match': '"2"' },
    )
    expect(body(asked)).toMatchObject({ askedTheOffice: ['P006'], marks: { P006: { code: 'N' } } })
    expect(await school.tasks('disputed-mark')).toHaveLength(1)
    await school.api('office', 'PATCH', 'pupils/P006/marks/2026-01-12/AM', { code: '/', because: 'Seen in class' })
    expect((await school.texts('correction')).map((text) => text.pupils)).toEqual([['P006']])
    expect((await school.tasks('disputed-mark')).map((task) => task.state)).toEqual(['withdrawn'])
  })
  test('an amendment keeps the old code, the new one, the reason, who and when', async () => {
    const [amended] = (await school.timeline('mark-amended')).slice(-1)
    expect(amended).toMatchObject({
      by: 'S-office',
      pupils: ['P006'],
      detail: { was: 'N', now: '/', because: 'Seen in class' },
    })
  })
  test('email and the top gate are no way to report, and the answer says why', async () => {
    const refused = await school.rings('P007', { via: 'email' })
    expect([refused.status, refused.body]).toEqual([
      422,
      expect.objectContaining({ code: 'via-refused', title: expect.stringContaining('telephone') }),
    ])
  })
  test('dates beyond the policy’s cover are covered to its end, and a person rings', async () => {
    const reported = await school.rings('P008', { until: '2026-01-30' })
    expect(reported.body).toMatchObject({ coveredUntil: '2026-01-14' })
    expect(await school.tasks('welfare-call')).toHaveLength(1)
  })
})
