import { describe, expect, test } from 'vitest'
import { type Child, classOf, mobile, rollFile } from './support/people.ts'
import { openSchool, type School } from './support/school.ts'

const withSchool = async (
  story: (school: School) => Promise<void>,
  settings: Parameters<typeof openSchool>[0] = {},
): Promise<void> => {
  const school = await openSchool(settings)
  try {
    await story(school)
  } finally {
    await school.close()
  }
}

const morning = async (
  school: School,
  absent: readonly string[],
  day?: string,
  notOnRoll: readonly string[] = [],
): Promise<void> => {
  await school.clock.to(day === undefined ? '09:05' : `${day} 09:05`)
  await school.takeRegister('3B', 'AM', { absent, unmarked: notOnRoll })
}

const told = async (school: School) => (await school.texts('unreported')).map((text) => [text.to, text.pupils])
const rest = classOf('3B').slice(1)
const withFirst = (child: Partial<Child>): readonly Child[] => [
  { id: 'P001', name: 'Amelia Ashdown', class: '3B', parents: [{ mobile: '001' }], ...child },
  ...rest,
]

describe('a pupil who is expected elsewhere', () => {
  test('by a part-time timetable is C2 on the days agreed, and texted about on the others', () =>
    withSchool(async (school) => {
      const agreed = { from: '2026-01-12', until: '2026-01-12', code: 'C2', reason: 'part-time timetable' }
      const body = { ...agreed, reportedBy: 'the Head', via: 'in-person', sessions: ['PM'] }
      expect((await school.api('head', 'POST', 'pupils/P001/absences', body)).status).toBe(201)
      await morning(school, ['P001'])
      await school.clock.to('10:31')
      // Due in the morning, and not there.
      expect(await told(school)).toEqual([[mobile('001'), ['P001']]])
      await school.clock.to('13:05')
      await school.takeRegister('3B', 'PM', { absent: ['P001'] })
      const { body: register } = await school.api('office', 'GET', 'registers/2026-01-12/PM/3b')
      expect(register).toMatchObject({ marks: { P001: { code: 'C2' } } })
      // The timetable was agreed before the child went missing this morning: it is no contact, and the visit is still made.
      await school.clock.to('15:31')
      expect((await school.tasks('visit')).map((task) => [task.pupils, task.state])).toEqual([[['P001'], 'open']])
      expect((await school.api('lead', 'GET', 'cases')).body).toMatchObject({ cases: [{ pupil: 'P001' }] })
      // The family rings that evening about the next day: that is contact, and the case closes with the register.
      await school.clock.to('18:00')
      expect((await school.rings('P001', { from: '2026-01-13', until: '2026-01-13' })).status).toBe(201)
      await morning(school, ['P001'], '2026-01-13')
      await school.clock.to('2026-01-13 09:20')
      expect((await school.api('lead', 'GET', 'cases')).body).toMatchObject({ cases: [] })
    }))
  test('by a code agreed here waits to be written back, until the school’s own system says it too', () =>
    withSchool(async (school) => {
      const waiting = async () => (await school.api('office', 'GET', 'days/2026-01-12/write-back')).body
      await morning(school, ['P001'])
      await school.clock.to('09:40')
      await school.rings('P001')
      expect(await waiting()).toMatchObject({ rows: [{ pupil: 'P001', session: 'AM', code: 'I' }] })
      await school.takeRegister('3B', 'AM', { marks: { P001: 'I' } })
      expect(await waiting()).toMatchObject({ rows: [] })
    }))
  test('dual registered, at the other school today, is D and nobody is asked', () =>
    withSchool(async (school) => {
      const body = { from: '2026-01-12', code: 'D', reason: 'at the other school', reportedBy: 'office', via: 'phone' }
      expect((await school.api('head', 'POST', 'pupils/P001/absences', body)).status).toBe(201)
      await morning(school, ['P001'])
      await school.clock.to('15:45')
      expect(await told(school)).toEqual([])
      expect((await school.tasks('call')).flatMap((task) => task.pupils)).toEqual([])
    }))
})

describe('a nursery child below compulsory school age', () => {
  const nursery = withFirst({ more: { dateOfBirth: '2022-05-04', yearGroup: 'N2' } })
  test('who does not attend in the afternoon is X, and nobody is asked', () =>
    withSchool(
      async (school) => {
        await morning(school, [])
        const body = { from: '2026-01-12', code: 'X', reason: 'mornings only', reportedBy: 'office', via: 'phone' }
        const kept = await school.api('head', 'POST', 'pupils/P001/absences', { ...body, sessions: ['PM'] })
        expect(kept.status).toBe(201)
        // Of compulsory school age from 31 August 2027: X may not reach so far, or the child would be missed and nobody would ask.
        const tooLong = { ...body, from: '2026-01-13', until: '2027-09-10' }
        const refused = await school.api('head', 'POST', 'pupils/P001/absences', tooLong)
        expect(refused).toMatchObject({ status: 422, body: { code: 'wrong-age', at: 'until' } })
        await school.clock.to('13:05')
        await school.takeRegister('3B', 'PM', { absent: ['P001'] })
        await school.clock.to('15:45')
        expect((await school.tasks('call')).flatMap((task) => task.pupils)).toEqual([])
      },
      { pupils: nursery },
    ))
  test('who is due and missing is followed up like any other', () =>
    withSchool(
      async (school) => {
        await morning(school, ['P001'])
        await school.clock.to('10:31')
        expect(await told(school)).toEqual([[mobile('001'), ['P001']]])
      },
      { pupils: nursery },
    ))
})

describe('a pupil who joins or leaves mid-week', () => {
  test('is not in a register before the day of joining, and is from that day on', () =>
    withSchool(
      async (school) => {
        await morning(school, [], undefined, ['P001'])
        const early = await school.api('office', 'PATCH', 'pupils/P001/marks/2026-01-12/AM', {
          code: 'I',
          because: 'was ill',
        })
        expect(early.status).toBe(422)
        await school.clock.to('10:31')
        expect(await told(school)).toEqual([])
        await morning(school, ['P001'], '2026-01-14')
        await school.clock.to('2026-01-14 10:31')
        expect(await told(school)).toEqual([[mobile('001'), ['P001']]])
      },
      { pupils: withFirst({ more: { admitted: '2026-01-14' } }) },
    ))
  test('is nobody’s absence after the last day', () =>
    withSchool(
      async (school) => {
        await morning(school, [], '2026-01-14', ['P001'])
        await school.clock.to('2026-01-14 15:45')
        expect(await told(school)).toEqual([])
        expect(await school.tasks('call')).toEqual([])
      },
      { pupils: withFirst({ more: { left: '2026-01-13' } }) },
    ))
  test('who moves to another class at 9:40 is not missing from it', () =>
    withSchool(
      async (school) => {
        await morning(school, [])
        await school.takeRegister('4A', 'AM')
        await school.clock.to('09:40')
        const moved = [{ ...withFirst({})[0], class: '4A' } as Child, ...rest, ...classOf('4A', 11)]
        await school.load('roll', rollFile(moved))
        await school.clock.to('10:45')
        expect(await told(school)).toEqual([])
      },
      { pupils: [...classOf('3B'), ...classOf('4A', 11)] },
    ))
})

test('a pupil missing from one class who is moved to another before half past ten is still asked about', () =>
  withSchool(
    async (school) => {
      await morning(school, ['P001'])
      await school.takeRegister('4A', 'AM')
      await school.clock.to('09:40')
      const moved = [{ ...withFirst({})[0], class: '4A' } as Child, ...rest, ...classOf('4A', 11)]
      await school.load('roll', rollFile(moved))
      await school.clock.to('10:45')
      expect(await told(school)).toEqual([[mobile('001'), ['P001']]])
    },
    { pupils: [...classOf('3B'), ...classOf('4A', 11)] },
  ))

describe('families', () => {
  test('of parents who live apart get each their own text, and neither reads of the other', () =>
    withSchool(
      async (school) => {
        await morning(school, ['P001'])
        await school.clock.to('10:31')
        const texts = await school.texts('unreported')
        expect(texts.map((text) => text.to).toSorted()).toEqual([mobile('101'), mobile('102')])
        for (const { body } of texts) expect(body).not.toMatch(/\bMo\b|\bFa\b|Ashdown|Birch|07700/)
      },
      {
        pupils: withFirst({
          parents: [
            { name: 'Mo Ashdown', mobile: '101', priority: 1 },
            { name: 'Fa Birch', mobile: '102', priority: 1, more: { livesWith: 'N' } },
          ],
        }),
      },
    ))
  test('of a child on hold hear nothing automatic: one named person has the duty', () =>
    withSchool(async (school) => {
      const hold = { because: 'bereavement', review: '2026-01-30' }
      expect((await school.api('dsl', 'POST', 'pupils/P001/hold', hold)).status).toBe(201)
      await morning(school, ['P001', 'P002'])
      await school.clock.to('15:45')
      expect(await told(school)).toEqual([[mobile('002'), ['P002']]])
      const duties = (await school.tasks('held-duty')).filter((task) => task.pupils.includes('P001'))
      expect(duties.map((task) => task.doers)).toEqual([['dsl']])
    }))
  test('of a child on hold hear nothing about the brother either, unless the hold is of the child alone', () =>
    withSchool(
      async (school) => {
        const hold = { because: 'bereavement', review: '2026-01-30' }
        const placed = await school.api('dsl', 'POST', 'pupils/P001/hold', hold)
        expect(placed.body).toMatchObject({ held: ['P001', 'P011'] })
        await morning(school, ['P011'])
        await school.clock.to('10:45')
        expect(await told(school)).toEqual([])
        await school.api('dsl', 'DELETE', 'pupils/P011/hold')
        expect(await told(school)).toEqual([[mobile('001'), ['P011']]])
      },
      {
        pupils: [
          ...withFirst({ parents: [{ mobile: '001', contactId: 'MUM' }] }),
          { id: 'P011', name: 'Bran Ashdown', class: '3B', parents: [{ mobile: '001', contactId: 'MUM' }] },
        ],
      },
    ))
  test('that took their child to the dentist at eleven are not searched for in the afternoon', () =>
    withSchool(async (school) => {
      await morning(school, [])
      await school.clock.to('11:00')
      const left = { at: school.clock.now(), because: 'Dentist with mum' }
      expect((await school.api('office', 'POST', 'pupils/P001/departures', left)).status).toBe(201)
      await school.clock.to('13:05')
      await school.takeRegister('3B', 'PM', { absent: ['P001', 'P002'] })
      await school.clock.to('13:20')
      expect((await school.tasks('call')).map((task) => task.pupils)).toEqual([['P002']])
    }))
  test('that rang before school about a child who has been missing are not texted that morning', () =>
    withSchool(async (school) => {
      await morning(school, ['P001'])
      await school.clock.to('15:45')
      const [call] = await school.tasks('call')
      await school.clock.to('2026-01-13 08:45')
      const outcome = { what: 'Mum rang: poorly', contact: 'made' }
      expect((await school.api('office', 'POST', `tasks/${call?.id}/outcome`, outcome)).status).toBe(200)
      const before = (await school.texts('unreported')).length
      await morning(school, ['P001'], '2026-01-13')
      await school.clock.to('2026-01-13 10:45')
      expect(await school.texts('unreported')).toHaveLength(before)
      const { body } = await school.api('lead', 'GET', 'cases')
      expect(body).toMatchObject({ cases: [] })
    }))
  test('that rang while the register of the class was still missing are not texted when it comes', () =>
    withSchool(async (school) => {
      await morning(school, ['P001'])
      await school.clock.to('15:45')
      const [call] = await school.tasks('call')
      const before = (await school.texts('unreported')).length
      await school.clock.to('2026-01-13 09:40')
      const outcome = { what: 'Mum rang: poorly', contact: 'made' }
      expect((await school.api('office', 'POST', `tasks/${call?.id}/outcome`, outcome)).status).toBe(200)
      await school.clock.to('2026-01-13 09:50')
      await school.takeRegister('3B', 'AM', { absent: ['P001'] })
      await school.clock.to('2026-01-13 10:45')
      expect(await school.texts('unreported')).toHaveLength(before)
    }))
  test('are told rightly when their child is found in the afternoon’s class, once the office has looked', () =>
    withSchool(async (school) => {
      await morning(school, ['P001'])
      await school.clock.to('10:31')
      for (const text of await school.texts('unreported')) await school.receipt(text, 'delivered')
      await school.clock.to('13:05')
      await school.takeRegister('3B', 'PM', {})
      await school.clock.to('13:20')
      expect(await school.texts('correction')).toEqual([])
      const seen = { code: '\\', because: 'the office looked: in class' }
      expect((await school.api('office', 'PATCH', 'pupils/P001/marks/2026-01-12/PM', seen)).status).toBe(200)
      await school.clock.to('13:25')
      expect((await school.texts('correction')).map((text) => text.to)).toEqual([mobile('001')])
    }))
})

describe('the calendar', () => {
  test('a case open on the last day of term is the safeguarding lead’s that afternoon, and stays through the holiday', () =>
    withSchool(
      async (school) => {
        await morning(school, ['P001'])
        await school.clock.to('15:45')
        const [task] = await school.tasks('safeguarding')
        expect(task).toMatchObject({ pupils: ['P001'], doers: ['dsl'] })
        await school.clock.to('2026-02-18 12:00')
        const { body } = await school.api('dsl', 'GET', 'tasks')
        expect(JSON.stringify(body)).toContain(task?.id)
      },
      { date: '2026-02-13' },
    ))
  test.each(['2026-03-27', '2026-04-13', '2025-10-23', '2025-11-03'])(
    'on %s, about the changing of the clocks, the text goes at half past ten by the school’s clock',
    (date) =>
      withSchool(
        async (school) => {
          await morning(school, ['P001'])
          await school.clock.to('10:29')
          expect(await told(school)).toEqual([])
          await school.clock.to('10:30')
          expect(await told(school)).toEqual([[mobile('001'), ['P001']]])
        },
        { date },
      ),
  )
})
