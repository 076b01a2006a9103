import { beforeEach, describe, expect, test } from 'vitest'
import { instantOf } from '../../shared/domain/time.ts'
import { type ApiSchool, MONDAY, openApiSchool, SCHOOL } from '../support/school-api.ts'
import { cardsIn, home, SLOT } from '../support/stored-cards.ts'
import { act } from '../support/stored-examples.ts'

let school: ApiSchool
beforeEach(async () => {
  school = await openApiSchool()
})

const arrives = (pupil: string, time: string, more: object = {}, as = 'office') =>
  school.ask(as, 'POST', `pupils/${pupil}/arrivals`, { at: instantOf(MONDAY, time, 'Europe/London'), ...more })
const reports = (pupil: string, more: object = {}, as = 'office') =>
  school.ask(as, 'POST', `pupils/${pupil}/absences`, {
    from: MONDAY,
    reason: 'a temperature',
    reportedBy: 'c101',
    via: 'phone',
    ...more,
  })
const amends = (pupil: string, code: string, date = MONDAY, as = 'office') =>
  school.ask(as, 'PATCH', `pupils/${pupil}/marks/${date}/AM`, { code, because: 'The office looked' })
const markOf = async (pupil: string, session: 'AM' | 'PM' = 'AM') => (await school.register(session)).body.marks[pupil]
const card = (pupil: string) => school.stores.card(SCHOOL, MONDAY, pupil)
const missing = (pupil: string) =>
  school.stores.setStanding(
    SCHOOL,
    { pupil, classId: '3b', date: MONDAY, vulnerable: false },
    'AM',
    { standing: 'unexplained', since: school.world.clock.now() },
    undefined,
    [],
    act(),
  )

describe('a pupil comes in', () => {
  test.each([
    ['08:55', { code: '/', source: 'arrival' }],
    ['09:00', { code: '/', source: 'arrival' }],
    ['09:01', { code: 'L', source: 'arrival', minutesLate: 1 }],
    ['09:15', { code: 'L', source: 'arrival', minutesLate: 15 }],
    ['09:16', { code: 'U', source: 'arrival', minutesLate: 16 }],
    ['10:31', { code: 'U', source: 'arrival', minutesLate: 91 }],
  ])('at %s', async (time, mark) => {
    school.at('11:00')
    expect((await arrives('P001', time)).body).toEqual({ date: MONDAY, session: 'AM', mark })
    expect(await markOf('P001')).toEqual(mark)
  })

  test('after the register: it keeps the time of its own facts, and says since when it knows more', async () => {
    school.at('09:05')
    await school.takes('office', { P002: 'N' })
    const taken = await school.stores.register(SCHOOL, MONDAY, 'AM', '3b')
    school.at('10:20')
    await arrives('P002', '10:19')
    const { asOf, amendedAt } = (await school.stores.register(SCHOOL, MONDAY, 'AM', '3b')) ?? {}
    expect({ asOf, amendedAt }).toEqual({ asOf: taken?.asOf, amendedAt: school.world.clock.now() })
  })

  test('before the register is taken: the mark waits in a draft, which submits nothing', async () => {
    school.at('09:10')
    await arrives('P001', '09:08')
    expect((await school.register()).body).toMatchObject({
      submitted: false,
      marks: { P001: { code: 'L' }, P002: null },
    })
  })

  test('twice is once', async () => {
    school.at('09:20')
    await arrives('P001', '09:18')
    await arrives('P001', '09:18')
    expect((await school.register()).body.version).toBe(1)
  })

  test('the card says so before the register does, and the day is judged at once', async () => {
    school.at('09:05')
    await school.takes('teacher:t-3b', { P001: 'N' })
    await missing('k01')
    school.at('10:40')
    await arrives('P001', '10:40')
    expect((await card('k01'))?.sessions.AM?.standing).toBe('arrived')
    const kinds = school.acts.filter(({ look }) => look).map(({ kind }) => kind)
    expect(kinds).toEqual(['absence-arrived', 'pupil-arrived'])
  })

  test('while the register is open, although ill was expected: the pupil is here', async () => {
    await reports('P001', { code: 'I' })
    school.at('09:10')
    await arrives('P001', '09:05')
    expect(await markOf('P001')).toEqual({ code: 'L', source: 'arrival', minutesLate: 5 })
  })

  test('after the close, with a reason that stands: the reason is kept', async () => {
    await reports('P001', { code: 'M' })
    school.at('09:05')
    await school.takes('teacher:t-3b', { P001: 'N' })
    school.at('10:30')
    await arrives('P001', '10:20')
    expect(await markOf('P001')).toEqual({ code: 'M', source: 'known' })
    expect((await card('k01'))?.sessions.AM?.standing).toBe('arrived')
  })

  test('who is of another class is not the teacher’s to record', async () => {
    school.at('09:10')
    expect((await arrives('P005', '09:05', {}, 'teacher:t-3b')).status).toBe(403)
    expect((await arrives('P001', '09:05', {}, 'teacher:cover')).status).toBe(201)
  })

  test('with an appointment the office gives the fitting code, a teacher may not', async () => {
    school.at('10:00')
    const appointment = { code: 'M', because: 'Dentist, letter seen' }
    expect((await arrives('P001', '09:50', appointment, 'teacher:t-3b')).status).toBe(422)
    expect((await arrives('P001', '09:50', { code: 'M' })).status).toBe(422)
    expect((await arrives('P001', '09:50', appointment)).body.mark).toEqual({
      code: 'M',
      source: 'arrival',
      minutesLate: 50,
    })
  })

  test('at a time that has not come, or on another day, is refused', async () => {
    school.at('09:10')
    expect((await arrives('P001', '09:30')).body.code).toBe('future')
    const friday = { at: '2026-01-09T09:30:00Z' }
    expect((await school.ask('office', 'POST', 'pupils/P001/arrivals', friday)).body.code).toBe('not-today')
    expect((await school.ask('office', 'POST', 'pupils/P999/arrivals', friday)).status).toBe(404)
  })

  test('leaving before there is a mark is refused rather than lost', async () => {
    school.at('11:00')
    await arrives('P002', '09:00')
    const left = { at: instantOf(MONDAY, '10:55', 'Europe/London') }
    expect((await school.ask('office', 'POST', 'pupils/P001/departures', left)).body.code).toBe('no-mark')
  })

  test('leaving during the day is written down and changes no mark', async () => {
    school.at('09:05')
    await school.takes('teacher:t-3b')
    school.at('11:00')
    const left = { at: instantOf(MONDAY, '10:55', 'Europe/London'), because: 'Unwell, fetched by a parent' }
    expect((await school.ask('office', 'POST', 'pupils/P001/departures', left)).status).toBe(201)
    expect((await markOf('P001')).code).toBe('/')
    const departed = school.acts.find(({ kind }) => kind === 'pupil-departed')
    expect(departed).toMatchObject({ pupils: ['k01'], detail: { time: '10:55' } })
  })
})

describe('a family says why', () => {
  test('a way the school refuses is refused in the school’s own sentence', async () => {
    const refused = await reports('P001', { via: 'email' })
    expect(refused.status).toBe(422)
    expect(refused.body.title).toMatch(/by telephone to the school office, not by email/)
    expect((await reports('P001', { via: 'pigeon' })).body.code).toBe('via-unknown')
    expect(await card('k01')).toBeUndefined()
  })

  test('a neighbour, or somebody barred from the child, does not', async () => {
    const neighbour = await reports('P002', { reportedBy: 'c122' })
    expect([neighbour.status, neighbour.body.code, neighbour.body.at]).toEqual([422, 'not-entitled', 'reportedBy'])
    expect((await reports('P002', { reportedBy: 'c112' })).body.code).toBe('sender-barred')
    expect(await card('k02')).toBeUndefined()
  })

  test('a teacher may not record it', async () => {
    expect((await reports('P001', {}, 'teacher:t-3b')).status).toBe(403)
  })

  test('without a code the child is reported and N stands until the school decides', async () => {
    school.at('09:05')
    await school.takes('teacher:t-3b', { P001: 'N' })
    school.at('09:30')
    expect((await reports('P001')).body).toEqual({
      id: expect.any(String),
      from: MONDAY,
      coveredUntil: MONDAY,
    })
    expect((await card('k01'))?.sessions.AM?.standing).toBe('reported')
    expect((await markOf('P001')).code).toBe('N')
  })

  test('with a code N becomes that code, and the card was first', async () => {
    school.at('09:05')
    await school.takes('teacher:t-3b', { P001: 'N' })
    school.at('09:30')
    await reports('P001', { code: 'I' })
    expect(await markOf('P001')).toEqual({ code: 'I', source: 'office' })
    const kinds = school.acts.map(({ kind }) => kind)
    expect(kinds.indexOf('absence-reported')).toBeLessThan(kinds.indexOf('mark-amended'))
  })

  test('a reason never unmakes an arrival', async () => {
    school.at('09:05')
    await school.takes('teacher:t-3b', { P001: 'N' })
    school.at('09:40')
    await arrives('P001', '09:30')
    await reports('P001', { code: 'I' })
    expect((await card('k01'))?.sessions.AM?.standing).toBe('arrived')
    expect((await markOf('P001')).code).toBe('U')
  })

  test('dates are covered to the policy’s cover, then a person rings', async () => {
    const week = await reports('P001', { code: 'I', until: '2026-01-16' })
    expect(week.body.coveredUntil).toBe('2026-01-14')
    const { tasks } = (await school.ask('office', 'GET', 'tasks')).body
    expect(tasks).toMatchObject([{ kind: 'welfare-call', pupils: ['P001'] }])
    school.at('09:00', '2026-01-14')
    expect((await school.ask('office', 'GET', 'registers/2026-01-14/AM/3b')).body.marks.P001).toMatchObject({
      code: 'I',
    })
    school.at('09:00', '2026-01-15')
    expect((await school.ask('office', 'GET', 'registers/2026-01-15/AM/3b')).body.marks.P001).toBeNull()
  })

  test('a code that needs a note carries it into the register, whoever fills it in', async () => {
    await reports('P001', { code: 'B', reason: 'Forest school in Sherwood', from: MONDAY, until: '2026-01-13' })
    await reports('P002', { code: 'K', reason: 'Away', note: 'Hospital school' })
    expect((await school.register()).body.marks).toMatchObject({
      P001: { code: 'B', note: 'Forest school in Sherwood' },
      P002: { code: 'K', note: 'Hospital school' },
    })
    school.at('09:05')
    const echoed = await school.takes('teacher:t-3b', { P001: 'B', P002: 'K', P004: 'N' })
    expect(echoed.status).toBe(201)
    expect(await markOf('P001')).toMatchObject({ code: 'B', note: 'Forest school in Sherwood' })
    school.at('09:40')
    await reports('P004', { code: 'Y7', reason: 'The river is over the road' })
    expect(await markOf('P004')).toMatchObject({ code: 'Y7', note: 'The river is over the road' })
    expect((await school.register('PM')).body.marks.P001).toMatchObject({ note: 'Forest school in Sherwood' })
  })

  test('an ordinary reason stays out of the register: what the family said is for those who follow the child up', async () => {
    await reports('P001', { code: 'I' })
    expect((await markOf('P001')).note).toBeUndefined()
  })

  test('cover counts school days, so a Friday’s reason reaches over the weekend', async () => {
    school.at('08:55', '2026-01-16')
    const reported = await reports('P001', { code: 'I', from: '2026-01-16', until: '2026-01-30' })
    expect(reported.body.coveredUntil).toBe('2026-01-20')
  })

  test('leave that a lead gives is given for its whole length', async () => {
    expect((await reports('P001', { code: 'C', until: '2026-01-23' }, 'lead')).body.coveredUntil).toBe('2026-01-23')
  })

  test.each(['C', 'C1', 'C2', 'S', 'E'])('%s is not the office’s to give, for one day or for ten', async (code) => {
    const refused = await reports('P001', { code })
    expect(refused).toMatchObject({ status: 422, body: { code: 'lead-code', at: 'code', remedy: expect.any(String) } })
    expect((await reports('P001', { code, until: '2026-01-23' })).body.code).toBe('lead-code')
    expect(await card('k01')).toBeUndefined()
    expect((await reports('P001', { code }, 'head')).status).toBe(201)
  })

  test('an appointment that the office writes down runs to the cover; for longer a lead decides', async () => {
    const fortnight = { code: 'M', until: '2026-01-23' }
    expect((await reports('P001', fortnight)).body.coveredUntil).toBe('2026-01-14')
    expect((await reports('P001', fortnight, 'lead')).body.coveredUntil).toBe('2026-01-23')
  })

  test('a vulnerable pupil reported absent is also rung', async () => {
    await reports('P003', { code: 'I' })
    const { tasks } = (await school.ask('office', 'GET', 'tasks')).body
    expect(tasks).toMatchObject([{ kind: 'welfare-call', pupils: ['P003'] }])
  })

  test('a suspension of five school days asks nothing; from the sixth the child must have other education', async () => {
    await reports('P001', { code: 'E', until: '2026-01-16' }, 'head')
    expect((await school.ask('office', 'GET', 'tasks')).body.tasks).toEqual([])
    await reports('P002', { code: 'E', until: '2026-01-19' }, 'head')
    await reports('P002', { code: 'E', until: '2026-01-20' }, 'head')
    const { tasks } = (await school.ask('office', 'GET', 'tasks')).body
    expect(tasks).toMatchObject([{ kind: 'provision', pupils: ['P002'], doers: ['head', 'lead'] }])
    const [suspension] = (await school.ask('office', 'GET', 'pupils/P002')).body.knownAbsences
    await school.ask('lead', 'DELETE', `pupils/P002/absences/${suspension.id}`, { because: 'the wrong child' })
    expect((await school.ask('office', 'GET', 'tasks')).body.tasks).toEqual([])
  })

  test('recorded twice it is once', async () => {
    await reports('P003', { code: 'I' })
    await reports('P003', { code: 'I' })
    expect((await school.ask('office', 'GET', 'tasks')).body.tasks).toHaveLength(1)
    expect((await school.ask('office', 'GET', 'pupils/P003')).body.knownAbsences).toHaveLength(1)
  })

  test.each(['/', 'L', 'U', 'N', 'Z', 'X', '?'])('%s is no reason for an absence', async (code) => {
    const refused = await reports('P001', { code })
    expect(refused.status).toBe(422)
    expect(await card('k01')).toBeUndefined()
    expect(await markOf('P001')).toBeNull()
  })

  test('an end before the beginning is refused, naming the field', async () => {
    const refused = await reports('P001', { until: '2026-01-09' })
    expect(refused.body.errors).toMatchObject([{ field: 'until' }])
  })
})

describe('the office amends a mark', () => {
  test('old code, new code, reason, who and when are kept', async () => {
    school.at('09:05')
    await school.takes('teacher:t-3b')
    school.at('11:00')
    expect((await amends('P001', 'N')).status).toBe(200)
    expect(school.acts.at(-1)).toMatchObject({
      kind: 'mark-amended',
      by: 's-office',
      at: '2026-01-12T11:00:00.000Z',
      look: true,
      detail: { was: '/', now: 'N', because: 'The office looked' },
    })
  })

  test('N turned present says that there was no absence, so that the family is put right', async () => {
    school.at('09:05')
    await school.takes('teacher:t-3b', { P001: 'N' })
    await missing('k01')
    school.at('10:40')
    await amends('P001', '/')
    expect((await card('k01'))?.sessions.AM?.standing).toBe('withdrawn')
    expect(await markOf('P001')).toEqual({ code: '/', source: 'office' })
  })

  test('an arrival that was another child’s is put right: N makes the child missing again', async () => {
    school.at('09:05')
    await school.takes('teacher:t-3b', { P001: 'N' })
    await missing('k01')
    school.at('09:40')
    await arrives('P001', '09:30')
    await amends('P001', 'N')
    expect((await card('k01'))?.sessions.AM?.standing).toBe('unexplained')
    expect(school.acts.at(-1)?.look).toBe(true)
  })

  test('N in place of a reason leaves the family’s word standing: they have said where the child is', async () => {
    school.at('09:05')
    await school.takes('teacher:t-3b', { P001: 'N' })
    await reports('P001', { code: 'I' })
    await amends('P001', 'N')
    expect((await card('k01'))?.sessions.AM?.standing).toBe('reported')
  })

  test('leave is granted by a lead; what was granted ahead the office may write down', async () => {
    school.at('09:05')
    await school.takes('teacher:t-3b', { P001: 'N' })
    expect((await amends('P001', 'C')).body.code).toBe('lead-code')
    const arrival = { code: 'C', because: 'Leave for a funeral' }
    expect((await arrives('P001', '09:05', arrival)).body.code).toBe('lead-code')
    expect((await amends('P001', 'C', MONDAY, 'lead')).status).toBe(200)
    await reports('P002', { code: 'C' }, 'lead')
    expect((await amends('P002', 'C')).status).toBe(200)
  })

  test('an earlier day may be amended; without a text of that day it asks nothing of anybody today', async () => {
    school.at('09:05')
    await school.takes('teacher:t-3b', { P001: 'N' })
    school.at('10:00', '2026-01-13')
    expect((await amends('P001', 'I')).status).toBe(200)
    expect(school.acts.at(-1)?.look).toBeUndefined()
    expect((await amends('P001', '/')).status).toBe(200)
    expect((await school.stores.open(SCHOOL)).tasks).toEqual([])
    expect((await markOf('P001')).code).toBe('/')
  })

  describe('of an earlier day on which the family was texted', () => {
    const texted = async () => {
      school.at('09:05')
      await school.takes('teacher:t-3b', { P001: 'N' })
      await missing('k01')
      const { claim } = cardsIn(school.stores)
      await claim(home('k01'))
      await school.stores.moveText(
        SCHOOL,
        home('k01'),
        SLOT,
        { state: 'delivered', at: school.world.clock.now() },
        act(),
      )
      school.at('10:00', '2026-01-13')
    }
    const calls = async () => (await school.stores.open(SCHOOL)).tasks.filter(({ kind }) => kind === 'put-right')

    test.each(['/', 'V', 'D'])('to %s: the text was wrong, and a person rings, once', async (code) => {
      await texted()
      await amends('P001', code)
      await amends('P001', code)
      expect(await calls()).toMatchObject([{ pupils: ['k01'], date: MONDAY, doers: ['office'], urgent: true }])
    })
    test('to a reason that the family gave: the text was true', async () => {
      await texted()
      await amends('P001', 'I')
      expect(await calls()).toEqual([])
    })
  })

  describe('of a pupil who has changed class since', () => {
    const moves = async () => {
      const { k01: pupil } = await school.stores.roll.pupils(SCHOOL, ['k01'])
      if (!pupil) throw new Error('There is no such pupil')
      const { contacts: _c, agencies: _a, ...entry } = pupil
      await school.stores.roll.stage(SCHOOL, 2, { file: 'roll', pupils: [{ ...entry, classId: '4c' }] })
      const classes = [{ id: '4c', name: '4C', yearGroup: '4', pupils: 1 }]
      await school.stores.roll.goLive(SCHOOL, 'roll', 1, 2, classes, act('import-live'))
    }
    const inRegister = async (classId: string, session: 'AM' | 'PM' = 'AM') =>
      (await school.stores.register(SCHOOL, MONDAY, session, classId))?.marks.k01?.code

    test('in the register that has the mark, and in no other', async () => {
      school.at('09:05')
      await school.takes('teacher:t-3b', { P001: 'N' })
      const other = { marks: { P005: { code: '/' } }, submitted: true }
      await school.ask('office', 'PUT', `registers/${MONDAY}/AM/4c`, other)
      await moves()
      school.at('10:00', '2026-01-13')
      expect((await amends('P001', 'I')).status).toBe(200)
      expect([await inRegister('3b'), await inRegister('4c')]).toEqual(['I', undefined])
    })

    test('on the day of the move a reason takes the place of the N where it stands', async () => {
      school.at('09:05')
      await school.takes('teacher:t-3b', { P001: 'N' })
      await moves()
      school.at('09:30')
      await reports('P001', { code: 'I' })
      expect([await inRegister('3b'), await inRegister('4c')]).toEqual(['I', undefined])
    })

    test('on the day of the move an arrival is recorded where the pupil was missing', async () => {
      school.at('09:05')
      await school.takes('teacher:t-3b', { P001: 'N' })
      await moves()
      school.at('09:40')
      expect((await arrives('P001', '09:35')).body.mark.code).toBe('U')
      expect([await inRegister('3b'), await inRegister('4c')]).toEqual(['U', undefined])
    })
  })

  test('a day that has not come, a day without register, or a teacher’s hand is refused', async () => {
    expect((await amends('P001', 'I', '2026-01-13')).body.code).toBe('future')
    expect((await amends('P001', 'I')).body.code).toBe('no-register')
    expect((await amends('P001', 'I', MONDAY, 'teacher:t-3b')).status).toBe(403)
  })
})
