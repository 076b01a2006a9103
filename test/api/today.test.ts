import { beforeEach, describe, expect, test } from 'vitest'
import { ClassAnswer, TodayAnswer } from '../../events/api/people.ts'
import { RegisterAnswer } from '../../events/api/registers.ts'
import { type ApiSchool, MONDAY, openApiSchool } from '../support/school-api.ts'

let school: ApiSchool
beforeEach(async () => {
  school = await openApiSchool()
})

const today = async (as: string) => TodayAnswer.parse((await school.ask(as, 'GET', 'today')).body)

describe('today', () => {
  test('a teacher sees their own classes, when registers open and close, and how each stands', async () => {
    await school.takes('teacher:t-3b', { P001: 'N' })
    expect(await today('teacher:t-3b')).toEqual({
      academy: { id: 'springbank', name: 'Springbank Academy', zone: 'Europe/London' },
      sub: 't-3b',
      roles: ['teacher'],
      date: MONDAY,
      sessions: [
        { session: 'AM', opens: '09:00', closes: '09:15' },
        { session: 'PM', opens: '13:00', closes: '13:15' },
      ],
      classes: [{ id: '3b', name: '3B', pupils: 4, registers: { AM: 'submitted', PM: 'not-taken' } }],
    })
  })

  test('who covers for a colleague sees the colleague’s classes while the cover is in force', async () => {
    expect((await today('teacher:cover')).classes.map(({ id }) => id)).toEqual(['3b'])
    school.at('08:50', '2026-01-14')
    expect((await today('teacher:cover')).classes).toEqual([])
  })

  test('the office sees every class; a closed session is no school', async () => {
    const closure = { from: MONDAY, until: MONDAY, sessions: ['PM'], code: 'Y4', because: 'no heating' }
    expect((await school.ask('head', 'POST', 'closures', closure)).status).toBe(201)
    expect((await today('office')).classes.map(({ id, registers }) => [id, registers.AM, registers.PM])).toEqual([
      ['3b', 'not-taken', 'no-school'],
      ['4c', 'not-taken', 'no-school'],
    ])
  })
})

describe('a class', () => {
  test('names who is on its roll today, in the order of surnames, as the school calls them', async () => {
    expect(ClassAnswer.parse((await school.ask('teacher:t-3b', 'GET', 'classes/3b')).body)).toEqual({
      id: '3b',
      name: '3B',
      pupils: [
        { id: 'P001', name: 'Amelia Ashdown' },
        { id: 'P002', name: 'Bilal Birch' },
        { id: 'P003', name: 'Cerys Castell' },
        { id: 'P004', name: 'Shan Dunmore' },
      ],
    })
  })

  test('is nobody else’s to read', async () => {
    expect((await school.ask('teacher:t-4c', 'GET', 'classes/3b')).status).toBe(403)
    expect((await school.ask('hilltop.office', 'GET', 'classes/3b')).status).toBe(403)
    expect((await school.ask('office', 'GET', 'classes/9z')).status).toBe(404)
  })
})

describe('whoever asks again', () => {
  const again = (path: string, etag: unknown) =>
    school.ask('office', 'GET', path, undefined, { 'if-none-match': String(etag) })

  test('is told that nothing has changed, and hears at once when something has', async () => {
    const first = await school.ask('office', 'GET', 'today')
    expect(await again('today', first.headers.etag)).toMatchObject({ status: 304, body: undefined })
    await school.takes('office')
    const after = await again('today', first.headers.etag)
    expect(after.status).toBe(200)
    expect(after.headers.etag).not.toBe(first.headers.etag)
  })

  test('gets a day whole only when one of its rows has changed, however late it is', async () => {
    const path = `days/${MONDAY}`
    const { headers } = await school.ask('office', 'GET', path)
    school.at('08:52')
    expect((await again(path, headers.etag)).status).toBe(304)
    await school.takes('office', { P001: 'N' })
    school.at('09:16')
    await school.ask('office', 'POST', 'pupils/P001/absences', {
      from: MONDAY,
      reason: 'ill',
      reportedBy: 'parent',
      via: 'phone',
    })
    expect((await again(path, headers.etag)).status).toBe(200)
  })

  test('always gets a register whole: its tag counts versions, and says nothing of what is filled in', async () => {
    await school.takes('office')
    const { headers, body } = await school.register()
    expect(RegisterAnswer.parse(body).version).toBe(1)
    expect(await again(`registers/${MONDAY}/AM/3b`, headers.etag)).toMatchObject({
      status: 200,
      headers: { etag: '"1"' },
    })
  })
})
