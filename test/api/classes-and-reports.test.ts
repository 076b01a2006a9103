import { beforeAll, describe, expect, test } from 'vitest'
import { runNight } from '../../shared/counting/nightly.ts'
import { addDays } from '../../shared/domain/time.ts'
import { type ApiSchool, openApiSchool, SCHOOL } from '../support/school-api.ts'

let school: ApiSchool

const IDS = ['P001', 'P002', 'P003', 'P004'] as const
const take = async (date: string, away: readonly string[]) => {
  for (const [session, present] of [
    ['AM', '/'],
    ['PM', '\\'],
  ] as const) {
    school.at(session === 'AM' ? '09:10' : '13:10', date)
    const marks = Object.fromEntries(IDS.map((id) => [id, { code: away.includes(id) ? 'I' : present }]))
    await school.ask('office', 'PUT', `registers/${date}/${session}/3b`, { marks, submitted: true })
    const five = { marks: { P005: { code: present } }, submitted: true }
    await school.ask('office', 'PUT', `registers/${date}/${session}/4c`, five)
  }
}
/** The night after a date. */
const night = async (date: string) => {
  school.at('02:00', addDays(date, 1))
  await runNight(SCHOOL, school.world.clock.now(), { stores: school.stores, log: school.world.log })
}
const tasks = async (...kinds: readonly string[]) =>
  (await school.stores.open(SCHOOL)).tasks.filter(({ kind }) => kinds.includes(kind))

/** The staff are in on Monday 5 January, the children from the 6th. */
const FIRST_WEEKS = ['06', '07', '08', '09', '12', '13', '14', '15', '16']

beforeAll(async () => {
  school = await openApiSchool()
  for (const day of FIRST_WEEKS) await take(`2026-01-${day}`, ['P001'])
  for (let date = '2026-01-06'; date <= '2026-01-09'; date = addDays(date, 1)) await night(date)
})

describe('a class below 90% when a week is over', () => {
  test('is left alone while the half term is young', async () => {
    expect(await tasks('class-talk', 'class-target')).toEqual([])
  })

  test('is told to the lead with a talk, and to its teacher with the target, and the class above it is not', async () => {
    for (let date = '2026-01-10'; date <= '2026-01-18'; date = addDays(date, 1)) await night(date)
    const raised = await tasks('class-talk', 'class-target')
    expect(raised.map(({ kind, classId, doers }) => [kind, classId, doers]).toSorted()).toEqual([
      ['class-talk', '3b', ['lead']],
      ['class-target', '3b', ['teacher']],
    ])
    expect(raised[0]?.why).toContain('The class has attended 75.0% of the half term so far, below 90%.')
  })

  test('is not told again in the same half term, also when the talk was given', async () => {
    const [talk] = await tasks('class-talk')
    await school.ask('lead', 'POST', `tasks/${talk?.id}/outcome`, { what: 'Talked to the class on Monday.' })
    for (const day of ['19', '20', '21', '22', '23']) await take(`2026-01-${day}`, ['P001', 'P002'])
    for (const day of ['19', '20', '21', '22', '23']) await night(`2026-01-${day}`)
    expect((await tasks('class-talk', 'class-target')).map(({ kind }) => kind)).toEqual(['class-target'])
  })
})

describe('reports on schedule', () => {
  test('are told by a task on the morning on which they are ready, once', async () => {
    const weekly = (await tasks('report')).filter(({ about }) => about === 'weekly')
    expect(weekly.map(({ date, why }) => [date, why]).slice(0, 2)).toEqual([
      ['2026-01-12', 'Weekly attendance monitor: ready, counted to Sunday 11 January 2026.'],
      ['2026-01-19', 'Weekly attendance monitor: ready, counted to Sunday 18 January 2026.'],
    ])
    expect((await tasks('report')).filter(({ about }) => about === 'daily')).toEqual([])
  })

  test('of a night that was missed are told by the next', async () => {
    await take('2026-01-26', [])
    await night('2026-01-26')
    const weekly = (await tasks('report')).filter(({ about }) => about === 'weekly')
    expect(weekly.map(({ date }) => date)).toContain('2026-01-26')
  })
})
