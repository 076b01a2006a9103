import { describe, expect, test } from 'vitest'
import { openSchool, type School } from './support/school.ts'

const withSchool = async (story: (school: School) => Promise<void>): Promise<void> => {
  const school = await openSchool()
  try {
    await story(school)
  } finally {
    await school.close()
  }
}

const TODAY = '2026-01-12'
const declare = (school: School, opens = '10:00') =>
  school.api('head', 'POST', 'late-openings', { date: TODAY, opens, because: 'Snow on the hill' })
const undo = (school: School) => school.api('head', 'DELETE', `late-openings/${TODAY}`)
const taskKinds = async (school: School) => [...new Set((await school.tasks()).map(({ kind }) => kind))]

describe.each(['07:30', '08:40', '09:10'])('declared at %s that school opens at 10:00', (time) => {
  test('nobody is chased, followed or texted before the shifted times, and then all is as on any morning', () =>
    withSchool(async (school) => {
      await school.clock.to(time)
      expect(await declare(school)).toMatchObject({ status: 201, body: { opens: '10:00', closes: '10:15' } })
      await school.clock.to('10:05')
      expect([await school.texts(), await school.tasks()]).toEqual([[], []])
      await school.takeRegister('3B', 'AM', { absent: ['P001'] })
      await school.clock.to('11:29')
      expect([await school.texts(), await school.tasks()]).toEqual([[], []])
      await school.clock.to('11:31')
      expect((await school.texts()).map(({ kind, pupils, at }) => [kind, pupils, at.slice(11, 16)])).toEqual([
        ['unreported', ['P001'], '11:30'],
      ])
      await school.clock.to('17:00')
      expect(await school.tasks('late-sweep')).toEqual([])
    }))
})

describe('on a day that opens at 10:00', () => {
  test('a pupil in at 10:00 is present, at 10:01 late, at 10:16 after the close and the family texted', () =>
    withSchool(async (school) => {
      await school.clock.to('07:30')
      await declare(school)
      await school.clock.to('10:05')
      await school.takeRegister('3B', 'AM', { absent: ['P001', 'P002', 'P003'] })
      expect((await school.arrives('P001', '10:00')).body).toMatchObject({ mark: { code: '/' } })
      expect((await school.arrives('P002', '10:01')).body).toMatchObject({ mark: { code: 'L', minutesLate: 1 } })
      await school.clock.to('10:16')
      expect((await school.arrives('P003')).body).toMatchObject({ mark: { code: 'U', minutesLate: 16 } })
      const [late] = await school.texts('late')
      expect(late?.body).toContain('10:16am')
    }))

  test('a register that is not in at 10:15 is chased then, and heads are counted at 11:30', () =>
    withSchool(async (school) => {
      await school.clock.to('07:30')
      await declare(school)
      await school.clock.to('10:14')
      expect(await school.tasks()).toEqual([])
      await school.clock.to('10:16')
      expect(await school.tasks('missing-register')).toMatchObject([{ urgent: false }])
      await school.clock.to('11:31')
      expect((await school.tasks('missing-register')).map(({ urgent }) => urgent)).toContain(true)
      expect(await school.texts('unreported')).toEqual([])
    }))

  test('a shifted sweep that does not happen is found by the watchdog, at its shifted time', () =>
    withSchool(async (school) => {
      await school.clock.to('07:30')
      await declare(school)
      await school.clock.to('10:05')
      await school.takeRegister('3B', 'AM', { absent: ['P001'] })
      await school.clock.to('10:20')
      school.faults({ skip: ['unreported-absence'] })
      await school.clock.to('11:33')
      expect(await school.tasks('late-sweep')).toEqual([])
      await school.clock.to('11:45')
      expect((await school.texts('unreported')).map(({ pupils }) => pupils)).toEqual([['P001']])
      expect((await school.tasks('late-sweep')).map(({ why }) => why)).toEqual([expect.stringContaining('11:30')])
    }))

  test('lunch and the afternoon stay where they are', () =>
    withSchool(async (school) => {
      await school.clock.to('07:30')
      await declare(school)
      await school.clock.to('10:05')
      await school.takeRegister('3B', 'AM', { absent: ['P001'] })
      await school.clock.to('12:31')
      expect((await school.tasks('call')).map(({ pupils }) => pupils)).toEqual([['P001']])
    }))

  test('the record says who declared it and who took it back', () =>
    withSchool(async (school) => {
      await school.clock.to('07:30')
      await declare(school)
      await undo(school)
      expect(await school.timeline('late-opening-declared')).toMatchObject([
        { by: 'S-head', detail: { date: TODAY, opens: '10:00', because: 'Snow on the hill' } },
      ])
      expect(await school.timeline('late-opening-undone')).toMatchObject([{ by: 'S-head', detail: { opens: '10:00' } }])
    }))
})

describe('taken back', () => {
  test('before the ordinary times, the day is as any other', () =>
    withSchool(async (school) => {
      await school.clock.to('07:30')
      await declare(school)
      await school.clock.to('08:30')
      expect((await undo(school)).status).toBe(204)
      await school.clock.to('09:05')
      await school.takeRegister('3B', 'AM', { absent: ['P001'] })
      await school.clock.to('10:31')
      expect((await school.texts()).map(({ kind, at }) => [kind, at.slice(11, 16)])).toEqual([['unreported', '10:30']])
      await school.clock.to('12:00')
      expect(await school.texts()).toHaveLength(1)
      expect(await school.tasks('late-sweep')).toEqual([])
    }))

  test('after the register should have closed, what was due then is done at once and nobody reports a missed sweep', () =>
    withSchool(async (school) => {
      await school.clock.to('07:30')
      await declare(school)
      await school.clock.to('09:25')
      await undo(school)
      expect(await taskKinds(school)).toEqual(['missing-register'])
      await school.takeRegister('3B', 'AM', { absent: ['P001'] })
      await school.clock.to('10:31')
      expect((await school.texts()).map(({ kind }) => kind)).toEqual(['unreported'])
      await school.clock.to('12:00')
      expect(await school.texts()).toHaveLength(1)
      expect(await school.tasks('late-sweep')).toEqual([])
    }))

  test('and moved again: the later word stands', () =>
    withSchool(async (school) => {
      await school.clock.to('07:30')
      await declare(school)
      await school.clock.to('09:40')
      expect(await declare(school, '10:30')).toMatchObject({ status: 201, body: { closes: '10:45' } })
      await school.clock.to('10:35')
      await school.takeRegister('3B', 'AM', { absent: ['P001'] })
      await school.clock.to('11:59')
      expect([await school.texts(), await school.tasks()]).toEqual([[], []])
      await school.clock.to('12:01')
      expect((await school.texts()).map(({ kind }) => kind)).toEqual(['unreported'])
      await school.clock.to('12:20')
      expect(await school.tasks('late-sweep')).toEqual([])
    }))
})

describe('refused, saying why', () => {
  test.each([
    ['09:15', { opens: '10:00' }, 'register-closed'],
    ['11:00', { opens: '11:30' }, 'too-late'],
    ['07:30', { opens: '09:00' }, 'not-late'],
    ['07:30', { opens: '12:30' }, 'too-late'],
    ['09:10', { opens: '09:05' }, 'past'],
    ['07:30', { opens: '10:00', date: '2026-01-09' }, 'past'],
    ['07:30', { opens: '10:00', date: '2026-01-17' }, 'closed'],
    ['07:30', { opens: 'ten' }, 'wrong-shape'],
  ])('at %s, of %o: %s', (time, body, code) =>
    withSchool(async (school) => {
      await school.clock.to(time)
      const answer = await school.api('head', 'POST', 'late-openings', { date: TODAY, because: 'Snow', ...body })
      expect(answer).toMatchObject({ status: 422, body: { code, remedy: expect.stringMatching(/.{10}/) } })
    }),
  )

  test('from the office, which may not open late, and to take back once the shifted register has closed', () =>
    withSchool(async (school) => {
      await school.clock.to('07:30')
      expect((await school.api('office', 'POST', 'late-openings', { date: TODAY, opens: '10:00' })).status).toBe(403)
      expect((await undo(school)).status).toBe(404)
      await declare(school)
      await school.clock.to('10:15')
      expect(await undo(school)).toMatchObject({ status: 422, body: { code: 'register-closed' } })
    }))
})
