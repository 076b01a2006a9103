import { beforeEach, describe, expect, test } from 'vitest'
import { type ApiSchool, MONDAY, openApiSchool, SCHOOL } from '../support/school-api.ts'

const FRIDAY = '2026-01-09'
const TUESDAY = '2026-01-13'
const because = 'Said of another child'

let school: ApiSchool
beforeEach(async () => {
  school = await openApiSchool()
})

const reports = async (pupil: string, more: object = {}, as = 'office'): Promise<string> => {
  const said = { from: MONDAY, reason: 'a temperature', reportedBy: 'c101', via: 'phone', ...more }
  const { status, body } = await school.ask(as, 'POST', `pupils/${pupil}/absences`, said)
  expect(status).toBe(201)
  return body.id
}
const withdraws = (pupil: string, id: string, body: object = { because }, as = 'office') =>
  school.ask(as, 'DELETE', `pupils/${pupil}/absences/${id}`, body)
const markOf = async (pupil: string, session: 'AM' | 'PM' = 'AM') => (await school.register(session)).body.marks[pupil]
const card = (pupil: string) => school.stores.card(SCHOOL, MONDAY, pupil)
const standingOf = async (pupil: string, session: 'AM' | 'PM' = 'AM') =>
  (await card(pupil))?.sessions[session]?.standing
const shown = async (pupil: string) => (await school.ask('office', 'GET', `pupils/${pupil}`)).body.knownAbsences

describe('an absence entered by mistake is withdrawn', () => {
  test('before its day: the register of that day is not filled in, and the record says who took it back and why', async () => {
    const id = await reports('P001', { from: TUESDAY, code: 'M' })
    expect(await shown('P001')).toMatchObject([{ id, from: TUESDAY, code: 'M' }])
    expect((await withdraws('P001', id)).body).toEqual({ id, from: TUESDAY, until: TUESDAY, undone: [], toAmend: [] })
    expect(await shown('P001')).toEqual([])
    const tuesday = (await school.ask('office', 'GET', `registers/${TUESDAY}/AM/3b`)).body
    expect(tuesday.marks.P001).toBeNull()
    expect(school.acts.at(-1)).toMatchObject({
      kind: 'known-absence-withdrawn',
      by: 's-office',
      pupils: ['k01'],
      detail: { absence: id, from: TUESDAY, until: TUESDAY, code: 'M', because },
    })
  })

  test('while the register is a draft: its mark goes, and the teacher must mark the child', async () => {
    const id = await reports('P001', { code: 'M' })
    const draft = { marks: { P002: { code: '/' } }, submitted: false }
    await school.ask('teacher:t-3b', 'PUT', `registers/${MONDAY}/AM/3b`, draft)
    expect(await markOf('P001')).toEqual({ code: 'M', source: 'known' })
    expect((await withdraws('P001', id)).body.undone).toEqual([{ date: MONDAY, session: 'AM', was: 'M', now: null }])
    expect(await markOf('P001')).toBeNull()
    expect(await standingOf('k01')).toBe('withdrawn')
  })

  test('after the register is in: the child is N and unexplained, and the day is judged at once', async () => {
    school.at('09:05')
    await school.takes('teacher:t-3b', { P001: 'N' })
    school.at('09:30')
    const id = await reports('P001', { code: 'I' })
    school.at('09:40')
    expect((await withdraws('P001', id)).body.undone).toEqual([{ date: MONDAY, session: 'AM', was: 'I', now: 'N' }])
    expect(await markOf('P001')).toEqual({ code: 'N', source: 'office' })
    expect(await standingOf('k01')).toBe('unexplained')
    expect(school.acts.at(-1)).toMatchObject({ kind: 'known-absence-withdrawn', look: true })
    const amended = school.acts.findLast(({ kind }) => kind === 'mark-amended')
    expect(amended?.detail).toMatchObject({ was: 'I', now: 'N', because })
  })

  test('said without a code: N stands and the child is unexplained again', async () => {
    school.at('09:05')
    await school.takes('teacher:t-3b', { P001: 'N' })
    school.at('09:30')
    const id = await reports('P001')
    expect(await standingOf('k01')).toBe('reported')
    await withdraws('P001', id)
    expect(await standingOf('k01')).toBe('unexplained')
  })

  test('a child whom the teacher saw all the same stays present', async () => {
    const id = await reports('P001', { code: 'M' })
    school.at('09:05')
    await school.takes('teacher:t-3b')
    expect((await withdraws('P001', id)).body.undone).toEqual([])
    expect((await markOf('P001')).code).toBe('/')
    expect(await standingOf('k01')).toBe('withdrawn')
  })

  test('an arrival stays an arrival', async () => {
    school.at('09:05')
    await school.takes('teacher:t-3b', { P001: 'N' })
    const id = await reports('P001', { code: 'I' })
    school.at('09:40')
    await school.ask('office', 'POST', 'pupils/P001/arrivals', { at: '2026-01-12T09:35:00Z' })
    await withdraws('P001', id)
    expect(await standingOf('k01')).toBe('arrived')
  })

  test('what somebody else has said of the same day still covers it', async () => {
    school.at('09:05')
    await school.takes('teacher:t-3b', { P001: 'N' })
    const first = await reports('P001')
    school.at('09:20')
    const decided = await reports('P001', { code: 'I' })
    expect(decided).not.toBe(first)
    await withdraws('P001', decided)
    expect([await standingOf('k01'), (await markOf('P001')).code]).toEqual(['reported', 'N'])
    await withdraws('P001', first)
    expect(await standingOf('k01')).toBe('unexplained')
  })

  test('another code that is known for the day takes the place of the one withdrawn', async () => {
    const trip = await reports('P001', { from: FRIDAY, until: TUESDAY, code: 'C' }, 'lead')
    const wrong = await reports('P001', { code: 'M' })
    school.at('09:05')
    await school.takes('teacher:t-3b', { P001: 'N' })
    expect((await markOf('P001')).code).toBe('M')
    await withdraws('P001', wrong)
    expect(await markOf('P001')).toEqual({ code: 'C', source: 'known' })
    expect((await shown('P001')).map(({ id }: { id: string }) => id)).toEqual([trip])
  })

  test('contact that was made since by telephone is contact still', async () => {
    school.at('09:05')
    await school.takes('teacher:t-3b', { P003: 'N' })
    school.at('09:30')
    const id = await reports('P003')
    const [welfare] = (await school.ask('office', 'GET', 'tasks')).body.tasks
    school.at('09:50')
    await school.ask('office', 'POST', `tasks/${welfare.id}/outcome`, {
      what: 'Mother: at the dentist',
      contact: 'made',
    })
    await withdraws('P003', id)
    expect(await standingOf('k03')).toBe('reported')
  })

  test('the call to ask how the child is goes with it, and comes back when the right thing is said', async () => {
    const id = await reports('P003', { code: 'M' })
    await withdraws('P003', id)
    expect((await school.ask('office', 'GET', 'tasks')).body.tasks).toEqual([])
    await reports('P003', { code: 'I' })
    expect((await school.ask('office', 'GET', 'tasks')).body.tasks).toMatchObject([{ kind: 'welfare-call' }])
  })

  test('marks of days gone by are left to the office, which is told them', async () => {
    school.at('08:55', FRIDAY)
    const id = await reports('P001', { from: FRIDAY, until: TUESDAY, code: 'I' })
    const marks = Object.fromEntries(['P001', 'P002', 'P003', 'P004'].map((pupil) => [pupil, { code: 'N' }]))
    await school.ask('teacher:t-3b', 'PUT', `registers/${FRIDAY}/AM/3b`, { marks, submitted: true })
    school.at('08:55')
    expect((await withdraws('P001', id)).body.toAmend).toEqual([{ date: FRIDAY, session: 'AM', code: 'I' }])
  })

  test('twice is once, without a reason never, and not one of another child or of another day', async () => {
    const id = await reports('P001', { code: 'M' })
    expect((await withdraws('P001', id, {})).status).toBe(422)
    expect((await withdraws('P002', id)).status).toBe(404)
    expect((await withdraws('P001', id, { because }, 'teacher:t-3b')).status).toBe(403)
    expect((await withdraws('P001', id)).status).toBe(200)
    expect((await withdraws('P001', id)).status).toBe(404)
    const past = await reports('P001', { code: 'M' })
    school.at('08:55', TUESDAY)
    expect((await withdraws('P001', past)).body.remedy).toMatch(/amend/i)
  })
})
