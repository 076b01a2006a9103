/** Returns to the local authority: asked for at night, once each, and recorded as sent through the API. */
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { runNight } from '../../shared/counting/nightly.ts'
import type { Code } from '../../shared/domain/codes.ts'
import { addDays, instantOf, type LocalDate, weekday } from '../../shared/domain/time.ts'
import { type ApiSchool, openApiSchool, SCHOOL } from '../support/school-api.ts'

let school: ApiSchool

const night = (date: string) =>
  runNight(SCHOOL, `${date}T02:00:00.000Z`, { stores: school.stores, log: { write: () => undefined } })

/** So many weekdays from a date on. */
const weekdays = (from: LocalDate, count: number): readonly LocalDate[] => {
  const dates: LocalDate[] = []
  for (let date = from; dates.length < count; date = addDays(date, 1)) if (weekday(date) <= 5) dates.push(date)
  return dates
}

/** Class 3B on some dates: the codes of pupils who are away all day; everybody else is there. */
const take = async (dates: readonly LocalDate[], away: Readonly<Record<string, Code>>) => {
  for (const date of dates) {
    for (const session of ['AM', 'PM'] as const) {
      const present = session === 'AM' ? '/' : '\\'
      const marks = Object.fromEntries(
        ['k01', 'k02', 'k03', 'k04'].map((key) => [key, { code: away[key] ?? present, source: 'teacher' as const }]),
      )
      const submittedAt = `${date}T13:05:00.000Z`
      const register = {
        classId: '3b',
        date,
        session,
        version: 1,
        submitted: true,
        submittedAt,
        asOf: submittedAt,
        marks,
      }
      await school.stores.saveRegister(SCHOOL, register, 0, { at: submittedAt, by: 't-3b', kind: 'register-saved' })
    }
  }
}

const due = async () => (await school.ask('office', 'GET', 'returns')).body.returns
const shown = async () =>
  (await due()).map(({ kind, pupil, from, days }: Record<string, unknown>) => [kind, pupil, from, days])

describe('at night', () => {
  beforeEach(async () => {
    school = await openApiSchool()
  })

  test('nine days of unauthorised absence are not asked about, the tenth is, and the days after it are not', async () => {
    const days = weekdays('2026-01-06', 12)
    await take(days.slice(0, 9), { k01: 'O' })
    await night(addDays(days[8] ?? '', 1))
    expect(await due()).toEqual([])
    await take(days.slice(9, 10), { k01: 'O' })
    await night(addDays(days[9] ?? '', 1))
    await Promise.all([night(addDays(days[9] ?? '', 1)), night(addDays(days[9] ?? '', 1))])
    expect(await shown()).toEqual([['absence', 'P001', '2026-01-06', 10]])
    await take(days.slice(10, 12), { k01: 'O' })
    await night(addDays(days[11] ?? '', 1))
    expect(await shown()).toHaveLength(1)
    const { tasks } = (await school.ask('office', 'GET', 'tasks')).body
    expect(tasks.filter(({ kind }: { kind: string }) => kind === 'return')).toHaveLength(1)
  })

  test('a day of illness breaks the run, and a new one of ten days is a new return', async () => {
    const days = weekdays('2026-01-06', 21)
    await take(days.slice(0, 10), { k01: 'O' })
    await night(addDays(days[9] ?? '', 1))
    await take(days.slice(10, 11), { k01: 'I' })
    await take(days.slice(11, 21), { k01: 'O' })
    await night(addDays(days[20] ?? '', 1))
    expect(await shown()).toEqual([
      ['absence', 'P001', '2026-01-06', 10],
      ['absence', 'P001', days[11], 10],
    ])
  })

  test('twenty days are a joint enquiry as well, and nothing is deleted', async () => {
    const days = weekdays('2026-01-06', 20)
    await take(days, { k01: 'O' })
    await night(addDays(days[19] ?? '', 1))
    expect((await shown()).map(([kind]: [string]) => kind)).toEqual(['absence', 'joint-enquiry'])
    expect(await school.stores.roll.keyOf(SCHOOL, 'P001')).toBe('k01')
  })

  test('Case 44: seven days of illness in autumn and eight in spring are fifteen: a person judges, once in the year', async () => {
    const [autumn, spring] = [weekdays('2025-10-06', 7), weekdays('2026-01-06', 8)]
    await take(autumn, { k02: 'I' })
    await take(spring.slice(0, 7), { k02: 'I' })
    await night(addDays(spring[6] ?? '', 1))
    expect(await due()).toEqual([])
    await take(spring.slice(7), { k02: 'I' })
    await night(addDays(spring[7] ?? '', 1))
    expect(await shown()).toEqual([['sickness', 'P002', '2025-09-01', 15]])
    const more = weekdays(addDays(spring[7] ?? '', 1), 1)
    await take(more, { k02: 'I' })
    await night(addDays(more[0] ?? '', 1))
    expect(await due()).toHaveLength(1)
  })

  test('a child of whom nobody has heard for ten school days is referred as missing education after the enquiries', async () => {
    const days = weekdays('2026-01-06', 10)
    const act = { at: `${days[0]}T15:00:00.000Z`, by: 'system', kind: 'case-opened' }
    const missing = { caseId: 'k03-case', pupil: 'k03', opened: days[0] ?? '', version: 1, days, steps: [], visits: [] }
    await school.stores.openCase(SCHOOL, missing, act)
    await take(days, {})
    await night(addDays(days[9] ?? '', 1))
    expect(await shown()).toEqual([['missing-education', 'P003', '2026-01-06', 10]])
    school.at('09:00', addDays(days[9] ?? '', 1))
    const [{ id }] = await due()
    const on = days[9]
    const sent = { on, how: 'to the children missing education officer, by their form' }
    expect((await school.ask('lead', 'POST', `returns/${id}/sent`, sent)).body).toMatchObject({ code: 'enquire-first' })
    for (const what of ['home visit', 'every contact rung', 'the school of the brother asked'])
      expect((await school.ask('office', 'POST', `returns/${id}/enquiries`, { what, on })).status).toBe(200)
    expect((await school.ask('lead', 'POST', `returns/${id}/sent`, sent)).body).toMatchObject({ state: 'sent' })
    expect(await due()).toEqual([])
  })
})

describe('a return', () => {
  let id: string
  beforeAll(async () => {
    school = await openApiSchool()
    await take(weekdays('2026-01-06', 10), { k01: 'O' })
    await night('2026-01-20')
    school.world.turnTo(instantOf('2026-01-20', '09:00', 'Europe/London'))
    id = (await due())[0].id
  })

  test('says what must be sent, about whom and by when', async () => {
    expect((await due())[0]).toMatchObject({
      due: '2026-01-22',
      child: { name: 'Amelia Ashdown', dateOfBirth: '2017-10-01' },
      send: expect.stringContaining('attendance return'),
    })
  })

  test('ends its task only when it is recorded, and is undone with a reason', async () => {
    const [task] = (await school.ask('office', 'GET', 'tasks')).body.tasks.filter(
      ({ kind }: { kind: string }) => kind === 'return',
    )
    expect(task).toMatchObject({ about: id, pupils: ['P001'] })
    const outcome = await school.ask('office', 'POST', `tasks/${task.id}/outcome`, { what: 'done' })
    expect(outcome.body).toMatchObject({ code: 'record-there' })
    const early = { on: '2026-01-21', how: 'by the portal' }
    expect((await school.ask('office', 'POST', `returns/${id}/sent`, early)).body).toMatchObject({ code: 'future' })
    const sent = await school.ask('office', 'POST', `returns/${id}/sent`, { on: '2026-01-20', how: 'by the portal' })
    expect(sent.body).toMatchObject({ state: 'sent', entries: [{ how: 'by the portal', by: 's-office' }] })
    expect((await school.stores.task(SCHOOL, task.id))?.state).toBe('done')
    const again = await school.ask('office', 'POST', `returns/${id}/not-due`, { because: 'the child is back' })
    expect([again.status, again.body.code]).toEqual([409, 'already'])
    const undone = await school.ask('office', 'POST', `returns/${id}/undo`, { because: 'another child was meant' })
    expect(undone.body).toMatchObject({ state: 'due' })
  })

  test('may be asked for early by a person, once', async () => {
    const wanted = { kind: 'sickness', because: 'an operation in March' }
    const asked = await school.ask('lead', 'POST', 'pupils/P002/returns', wanted)
    expect([asked.status, asked.body.kind, asked.body.state]).toEqual([201, 'sickness', 'due'])
    expect((await school.ask('lead', 'POST', 'pupils/P002/returns', wanted)).body).toMatchObject({ code: 'already' })
  })

  test('of sickness may be asked for again in the year when the first was sent: each illness has its own', async () => {
    const ask = (because: string) => school.ask('lead', 'POST', 'pupils/P003/returns', { kind: 'sickness', because })
    const first = await ask('an operation in March')
    expect(first.status).toBe(201)
    const sent = { on: first.body.asked, how: 'by the portal' }
    expect((await school.ask('office', 'POST', `returns/${first.body.id}/sent`, sent)).status).toBe(200)
    const second = await ask('a broken leg')
    expect([second.status, second.body.state, second.body.from]).toEqual([201, 'due', first.body.asked])
    expect(second.body.id).not.toBe(first.body.id)
    expect((await ask('a broken leg')).body.code).toBe('already')
  })

  test('is not for teachers, and one that nobody asked for is not there', async () => {
    expect((await school.ask('teacher', 'GET', 'returns')).status).toBe(403)
    expect((await school.ask('office', 'POST', 'returns/none/undo', { because: 'a mistake' })).status).toBe(404)
  })
})
