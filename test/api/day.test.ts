import { beforeEach, describe, expect, test } from 'vitest'
import { BrakeAnswer, DayAnswer } from '../../events/api/day.ts'
import { ChronicleAnswer, PupilAnswer, PupilAttendanceAnswer } from '../../events/api/pupils.ts'
import type { Brake, Reply } from '../../shared/domain/known.ts'
import type { Task } from '../../shared/domain/task.ts'
import { type ApiSchool, MONDAY, openApiSchool, SCHOOL } from '../support/school-api.ts'
import { act } from '../support/stored-examples.ts'

let school: ApiSchool
beforeEach(async () => {
  school = await openApiSchool()
  school.at('09:05')
  await school.takes('office', { P001: 'N', P002: 'N', P004: 'N' })
  school.at('11:00')
})

const stand = (pupil: string, standing: 'unexplained' | 'answered' | 'arrived' = 'unexplained') =>
  school.stores.setStanding(
    SCHOOL,
    { pupil, classId: '3b', date: MONDAY, vulnerable: false },
    'AM',
    { standing, since: '2026-01-12T09:15:00.000Z' },
    undefined,
    [],
    act(),
  )
const callAbout = (...pupils: readonly string[]): Promise<unknown> => {
  const task: Task = {
    id: `call-${pupils.join('-')}`,
    kind: 'call',
    date: MONDAY,
    version: 1,
    pupils,
    raised: '2026-01-12T10:50:00.000Z',
    due: '2026-01-12T11:30:00.000Z',
    doers: ['office'],
    urgent: true,
    state: 'open',
    why: 'The text reached nobody.',
    rule: 'undelivered',
    clause: 'texts',
    pages: {},
  }
  return school.stores.raiseTask(SCHOOL, task, act())
}
const list = async () => DayAnswer.parse((await school.ask('office', 'GET', `days/${MONDAY}`)).body)

describe('the office’s one list', () => {
  test('has a missing child once: the call that is due stands with the child, and says where they belong', async () => {
    await stand('k01')
    await stand('k02')
    await callAbout('k02')
    const { rows, classes } = await list()
    expect(rows.map(({ section, pupils, tasks }) => [section, pupils[0]?.id, tasks.map(({ kind }) => kind)])).toEqual([
      ['unexplained', 'P001', []],
      ['calls', 'P002', ['call']],
    ])
    expect(classes).toMatchObject({ '3b': '3B' })
  })

  test('keeps a call about a child who has come in as a row of its own, until it ends', async () => {
    await stand('k02', 'arrived')
    await callAbout('k02')
    expect((await list()).rows.map(({ section }) => section)).toEqual(['calls', 'back-in-school'])
  })

  test('shows what a parent wrote, what it seems to mean, and whether they may speak for the child', async () => {
    const reply: Reply = {
      id: 'r1',
      date: MONDAY,
      at: '2026-01-12T10:45:00.000Z',
      version: 1,
      contactId: 'c101',
      pupils: ['k01'],
      reading: { kind: 'reason', code: 'I', confidence: 'high', because: ['poorly'], named: [] },
      state: 'proposed',
      outOfHours: false,
    }
    await school.stores.keepReply(SCHOOL, reply, 'sorry she is poorly', act())
    await stand('k01', 'answered')
    expect((await list()).rows[0]).toMatchObject({
      section: 'answered',
      reply: { id: 'r1', words: 'sorry she is poorly', code: 'I', meaning: 'Illness', entitled: true },
    })
  })
})

describe('a held batch', () => {
  const brake: Brake = {
    id: 'brake-1',
    kind: 'unreported',
    session: 'AM',
    classId: '3b',
    because: 'class-share',
    pupils: ['k01', 'k02', 'k04'],
    at: '2026-01-12T10:30:00.000Z',
    version: 1,
    state: 'held',
  }

  test('shows who would get what on the marks of this moment, and about whom nothing would go', async () => {
    await school.stores.holdBrake(SCHOOL, MONDAY, brake, act('brake-held'))
    await stand('k01')
    await stand('k02', 'arrived')
    await stand('k04')
    const shown = BrakeAnswer.parse((await school.ask('lead', 'GET', 'brakes/brake-1')).body)
    expect(shown.texts.map(({ to, pupils }) => [to, pupils.map(({ id }) => id)])).toEqual([
      ['Kit 101', ['P001']],
      ['Kit 104', ['P004']],
    ])
    expect(shown.texts.at(-1)?.body).toContain('Shan')
    expect(shown.withoutText).toEqual([
      { pupil: { id: 'P002', name: 'Bilal Birch', class: '3b' }, why: 'In school now.' },
    ])
  })

  test('is not for teachers; one of another day is not found', async () => {
    expect((await school.ask('teacher:t-3b', 'GET', 'brakes/brake-1')).status).toBe(403)
    expect((await school.ask('lead', 'GET', 'brakes/none')).status).toBe(404)
  })
})

test('pupils are searched for without a name in the address', async () => {
  const search = async (name: string) => (await school.ask('office', 'POST', 'pupils/search', { name })).body
  expect((await search('sian d')).pupils).toEqual([{ id: 'P004', name: 'Shan Dunmore', class: '3B', yearGroup: '3' }])
  expect((await search('fen')).pupils).toEqual([])
  expect((await school.ask('office', 'POST', 'pupils/search', { name: 'a' })).status).toBe(422)
})

test('a pupil, the figure and the history are answered as the description says', async () => {
  await stand('k01')
  const get = async (path: string) => (await school.ask('office', 'GET', path)).body
  expect(PupilAnswer.parse(await get('pupils/P001')).contacts.map(({ mayBeTold }) => mayBeTold)).toHaveLength(1)
  const { stage, figures } = PupilAttendanceAnswer.parse(await get(`pupils/P001/attendance?until=${MONDAY}`))
  expect([stage.now, figures.possible, figures.attended]).toEqual(['green', 1, 0])
  expect(ChronicleAnswer.parse(await get('pupils/P001/chronicle')).next).toBeNull()
})
