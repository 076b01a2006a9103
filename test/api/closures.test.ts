import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { classOf } from '../journeys/support/people.ts'
import { openSchool, type School } from '../journeys/support/school.ts'

const MONDAY = '2026-01-12'
let school: School
beforeEach(async () => {
  school = await openSchool({ pupils: [...classOf('3B'), ...classOf('4C', 11)] })
  await school.clock.to('09:05')
  await school.takeRegister('3B', 'AM', { absent: ['P001'] })
})
afterEach(() => school.close())

const closes = async (more: object = {}) =>
  (
    await school.api('head', 'POST', 'closures', {
      from: MONDAY,
      until: MONDAY,
      sessions: ['AM', 'PM'],
      code: 'Y4',
      because: 'A burst main',
      ...more,
    })
  ).body as { id: string; standing: unknown }
const register = async (session: 'AM' | 'PM', classId = '3b') =>
  (await school.api('office', 'GET', `registers/${MONDAY}/${session}/${classId}`)).body as {
    closed?: string
    marks: Readonly<Record<string, { code: string } | null>>
  }
const amends = (session: 'AM' | 'PM', code: string) =>
  school.api('office', 'PATCH', `pupils/P002/marks/${MONDAY}/${session}`, { code, because: 'The office looked' })
const textedPupils = async () => (await school.texts('unreported')).map((text) => text.pupils)

describe('the school closes in the middle of the day, both sessions named', () => {
  test('marks of the morning that were taken before stand, and may be amended; the rest of the day is closed', async () => {
    await school.clock.to('11:30')
    expect((await closes()).standing).toEqual([{ session: 'AM', class: '3b' }])
    const morning = await register('AM')
    expect(morning.closed).toBeUndefined()
    expect(morning.marks).toMatchObject({ P001: { code: 'N' }, P002: { code: '/' } })
    expect((await register('PM')).closed).toBe('Y4')
    expect((await amends('AM', 'I')).status).toBe(200)
    expect((await amends('PM', 'I')).status).toBe(422)
  })

  test('a class whose register was not in holds the code of the closure, and nobody is chased for it', async () => {
    await school.clock.to('09:20')
    await closes()
    expect((await register('AM', '4c')).closed).toBe('Y4')
    await school.clock.to('13:30')
    const chased = await school.tasks('missing-register')
    expect(chased.filter((task) => task.state === 'open')).toEqual([])
  })

  test('a child who was missing before is not texted about without a person’s word, and is looked for', async () => {
    await school.clock.to('10:20')
    await closes()
    await school.clock.to('10:31')
    expect(await textedPupils()).toEqual([])
    const [brake] = await school.tasks('brake')
    expect(brake?.why).toMatch(/closed today/)
    expect((await school.tasks('call')).map((task) => task.pupils)).toEqual([['P001']])
    await school.api('head', 'POST', `brakes/${brake?.id}/release`, { because: 'The child is not with us' })
    expect(await textedPupils()).toEqual([['P001']])
  })

  test('undone, the text that was held goes, and the afternoon is school', async () => {
    await school.clock.to('10:20')
    const { id } = await closes()
    await school.clock.to('10:31')
    expect((await school.api('head', 'DELETE', `closures/${id}`)).status).toBe(204)
    expect(await textedPupils()).toEqual([['P001']])
    expect((await school.tasks('brake')).map((task) => task.state)).toEqual(['withdrawn'])
    expect((await register('PM')).closed).toBeUndefined()
  })

  test('the school’s own system may send the morning’s marks again', async () => {
    await school.clock.to('10:20')
    await closes()
    await school.takeRegister('3B', 'AM', { absent: ['P002'] })
    expect((await register('AM')).marks).toMatchObject({ P001: { code: '/' }, P002: { code: 'N' } })
  })

  test('the day’s proof to the lead still speaks of the child', async () => {
    await school.clock.to('10:20')
    await closes()
    await school.clock.to('15:31')
    expect((await school.tasks('day-end')).map((task) => task.pupils)).toEqual([['P001']])
  })
})

test('declared before any register, nothing of the day stands', async () => {
  await school.clock.to('2026-01-13 08:40')
  const tuesday = { from: '2026-01-13', until: '2026-01-13' }
  expect((await closes(tuesday)).standing).toEqual([])
  await school.clock.to('2026-01-13 17:00')
  const ofToday = (await school.tasks()).filter((task) => task.raised > '2026-01-13')
  expect(ofToday.filter((task) => task.kind === 'missing-register')).toEqual([])
})
