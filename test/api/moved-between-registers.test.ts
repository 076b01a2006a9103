/** A pupil moves to another class between the taking of two registers of one session: there is one entry, and everybody speaks of that. */
import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { nextSchoolDay } from '../../shared/domain/calendar.ts'
import { addDays } from '../../shared/domain/time.ts'
import { calendarOf } from '../../shared/follow-up/load-known.ts'
import { type MovingClass, type MovingSchool, openMovingSchool } from '../support/moving-school.ts'
import { springbankPolicy } from '../support/policies.ts'
import { SCHOOL } from '../support/school-api.ts'

let school: MovingSchool
beforeEach(async () => {
  school = await openMovingSchool()
  school.at('09:05')
})

const arrives = (time: string) =>
  school.ask('office', 'POST', 'pupils/P001/arrivals', { at: `${school.today()}T${time}:00Z` })

describe('a pupil who was marked in 3B and moved to 4C', () => {
  beforeEach(async () => {
    expect((await school.takes('3b', { P001: 'N' })).status).toBe(201)
    await school.moves('4c')
  })

  test('is shown to the teacher of 4C with that mark, and where it was given', async () => {
    expect((await school.sees('4c')).body).toMatchObject({
      marks: { P001: { code: 'N' }, P005: null },
      markedIn: { P001: '3b' },
    })
    expect((await school.sees('3b')).body.marks).not.toHaveProperty('P001')
  })

  test('has no second mark when 4C first takes its register, and what its teacher says amends the first', async () => {
    const saved = await school.takes('4c', { P001: '/' })
    expect([saved.status, saved.body.marks.P001, saved.body.markedIn]).toEqual([
      201,
      { code: '/', source: 'teacher' },
      { P001: '3b' },
    ])
    expect(await school.entries()).toEqual([{ code: '/', source: 'teacher', in: '3b' }])
    expect(school.acts.filter(({ kind }) => kind === 'mark-amended')).toMatchObject([
      { by: 't-4c', pupils: ['P001'], detail: { was: 'N', now: '/' } },
    ])
  })

  test('need not be named by the teacher of 4C: the register is whole without', async () => {
    const { status } = await school.ask('teacher:t-4c', 'PUT', `registers/${school.today()}/AM/4c`, {
      marks: { P005: { code: '/' } },
      submitted: true,
    })
    expect([status, await school.entries()]).toEqual([201, [{ code: 'N', source: 'teacher', in: '3b' }]])
  })

  test('who comes late is late where the N stands, also when 4C has begun its register', async () => {
    await school.takes('4c', { P001: 'N' }, { submitted: false })
    school.at('09:13')
    await arrives('09:12')
    expect(await school.entries()).toEqual([{ code: 'L', source: 'arrival', minutesLate: 12, in: '3b' }])
    await school.takes('4c', { P001: 'N' })
    expect(await school.entries()).toEqual([{ code: 'L', source: 'arrival', minutesLate: 12, in: '3b' }])
  })

  test('is corrected by the office where the mark is, also when 4C has begun its register', async () => {
    await school.takes('4c', { P001: 'N' }, { submitted: false })
    const body = { code: 'M', because: 'a letter from the hospital' }
    expect((await school.ask('office', 'PATCH', `pupils/P001/marks/${school.today()}/AM`, body)).status).toBe(200)
    expect(await school.entries()).toMatchObject([{ code: 'M', source: 'office', in: '3b' }])
  })

  test('is ill in the register that has the N, when the family rings before the close', async () => {
    const body = { from: school.today(), reason: 'a temperature', code: 'I', reportedBy: 'c101', via: 'phone' }
    expect((await school.ask('office', 'POST', 'pupils/P001/absences', body)).status).toBe(201)
    expect(await school.entries()).toMatchObject([{ code: 'I', source: 'office', in: '3b' }])
    await school.takes('4c', { P001: 'N' })
    expect(await school.entries()).toMatchObject([{ code: 'I', in: '3b' }])
  })

  test('is missing when 4C says so, although 3B had the child in the room', async () => {
    await school.takes('4c', { P001: '/' })
    await school.takes('4c', { P001: 'N' })
    expect(await school.entries()).toEqual([{ code: 'N', source: 'teacher', in: '3b' }])
  })
})

describe('a pupil who moved while the register of 3B was a draft', () => {
  test('is entered by the teacher of 4C, and no more by the one of 3B who goes on', async () => {
    await school.takes('3b', { P001: '/' }, { submitted: false })
    await school.moves('4c')
    await school.takes('4c', { P001: 'N' })
    expect(await school.entries()).toEqual([{ code: 'N', source: 'teacher', in: '4c' }])
    await school.takes('3b')
    expect(await school.entries()).toEqual([{ code: 'N', source: 'teacher', in: '4c' }])
  })

  test('takes an arrival along into the register of 4C', async () => {
    await arrives('09:03')
    await school.moves('4c')
    await school.takes('4c', { P001: 'N' })
    expect(await school.entries()).toEqual([{ code: 'L', source: 'arrival', minutesLate: 3, in: '4c' }])
  })

  test('exported under 4C, changes the mark of the arrival and takes no register of 3B', async () => {
    await arrives('09:03')
    await school.moves('4c')
    await school.exported('4c', { P001: 'N' })
    expect(await school.entries()).toMatchObject([{ code: 'L', source: 'arrival', in: '3b' }])
    const registers = await school.stores.registersOn(SCHOOL, school.today())
    expect(registers.map(({ classId, submitted }) => [classId, submitted])).toEqual([
      ['3b', false],
      ['4c', true],
    ])
  })
})

test('a register that is taken late, on the day after, has no second mark of who has moved since', async () => {
  const yesterday = school.today()
  await school.takes('3b', { P001: 'N' })
  await school.moves('4c')
  school.at('09:05', addDays(yesterday, 1))
  const marks = { P001: { code: '/' }, P005: { code: '/' } }
  expect((await school.ask('office', 'PUT', `registers/${yesterday}/AM/4c`, { marks, submitted: true })).status).toBe(
    201,
  )
  const registers = await school.stores.registersOn(SCHOOL, yesterday)
  expect(registers.map((each) => [each.classId, each.marks.P001?.code])).toEqual([
    ['3b', '/'],
    ['4c', undefined],
  ])
})

const CLASSES = fc.constantFrom<MovingClass>('3b', '4c')
const CODE = fc.constantFrom('/', 'N', 'L')
const STEP = fc.oneof(
  fc.record({ do: fc.constant('take' as const), in: CLASSES, code: CODE, submitted: fc.boolean(), as: fc.boolean() }),
  fc.record({ do: fc.constant('move' as const), to: CLASSES }),
  fc.record({ do: fc.constant('arrive' as const) }),
  fc.record({ do: fc.constant('export' as const), in: CLASSES, code: CODE }),
  fc.record({ do: fc.constant('amend' as const), code: fc.constantFrom('M', 'N', '/') }),
  fc.record({ do: fc.constant('report' as const), code: fc.constantFrom('I', undefined) }),
)
type Step = typeof STEP extends fc.Arbitrary<infer T> ? T : never

const happen = async (step: Step): Promise<unknown> => {
  switch (step.do) {
    case 'take':
      return school.takes(
        step.in,
        { P001: step.code },
        { submitted: step.submitted, ...(step.as ? { as: 'office' } : {}) },
      )
    case 'move':
      return school.moves(step.to)
    case 'arrive':
      return arrives('09:04')
    case 'export':
      return school.exported(step.in, { P001: step.code })
    case 'amend':
      return school.ask('office', 'PATCH', `pupils/P001/marks/${school.today()}/AM`, {
        code: step.code,
        because: 'seen again by the office',
      })
    case 'report':
      return school.ask('office', 'POST', 'pupils/P001/absences', {
        from: school.today(),
        reason: 'a temperature',
        reportedBy: 'c101',
        via: 'phone',
        ...(step.code === undefined ? {} : { code: step.code }),
      })
  }
}

test('in whatever order registers, moves, arrivals, exports and reports come, a pupil has at most one entry of a session', async () => {
  let date = school.today()
  const calendar = await calendarOf(school.stores, SCHOOL, springbankPolicy)
  const run = async (steps: readonly Step[]): Promise<void> => {
    await school.moves('3b', school.evening(date))
    date = nextSchoolDay(calendar, date)
    school.at('09:05', date)
    for (const step of steps) {
      const before = await school.entries()
      await happen(step)
      const after = await school.entries()
      expect(after.length).toBeLessThanOrEqual(1)
      // Once somebody has said something of the child, no order of events forgets it.
      if (before.length === 1) expect(after).toHaveLength(1)
    }
  }
  await fc.assert(fc.asyncProperty(fc.array(STEP, { minLength: 3, maxLength: 7 }), run), { numRuns: 40, seed: 2024208 })
}, 60_000)
