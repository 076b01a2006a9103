import { beforeEach, describe, expect, test } from 'vitest'
import { VisitedAnswer, VisitsAnswer } from '../../events/api/visit-answers.ts'
import { cardNumber } from '../../shared/domain/calling-card.ts'
import type { Task } from '../../shared/domain/task.ts'
import { type ApiSchool, MONDAY, openApiSchool, SCHOOL } from '../support/school-api.ts'
import { act } from '../support/stored-examples.ts'

let school: ApiSchool
const visitTo = async (pupilId: string, id = `visit-${pupilId}`): Promise<Task> => {
  const task: Task = {
    id,
    kind: 'visit',
    date: MONDAY,
    version: 1,
    pupils: [(await school.stores.roll.keyOf(SCHOOL, pupilId)) ?? ''],
    raised: '2026-01-12T12:30:00.000Z',
    due: '2026-01-12T14:30:00.000Z',
    doers: ['visitor'],
    urgent: false,
    state: 'open',
    why: 'Nobody has been reached.',
    rule: 'ladder-step',
    clause: 'c',
    pages: {},
  }
  await school.stores.raiseTask(SCHOOL, task, act())
  return task
}
const visits = async () => VisitsAnswer.parse((await school.ask('office', 'GET', 'visits')).body)
const note = (body: object) => school.ask('lead', 'POST', 'pupils/P001/visit-risk', body)

beforeEach(async () => {
  school = await openApiSchool()
  school.at('09:05')
  await school.takes('office', { P001: 'N' })
  school.at('12:40')
})

describe('before going to the door', () => {
  test('a visitor sees the address, the number of the card, and what to know first', async () => {
    await visitTo('P001')
    expect((await note({ note: 'A large dog', twoPeople: true })).status).toBe(201)
    const { due } = await visits()
    expect(due).toMatchObject([
      { pupil: { id: 'P001' }, card: cardNumber('visit-P001'), risk: { note: 'A large dog', twoPeople: true } },
    ])
    const page = (await school.ask('office', 'GET', 'pupils/P001')).body
    expect(page.visitRisk).toMatchObject({ note: 'A large dog', twoPeople: true })
    await school.ask('lead', 'DELETE', 'pupils/P001/visit-risk')
    expect((await visits()).due[0]?.risk).toBe(null)
  })

  test('the note is the lead’s to write and not the office’s', async () => {
    expect((await school.ask('office', 'POST', 'pupils/P001/visit-risk', { note: 'A dog' })).status).toBe(403)
  })
})

describe('being out', () => {
  test('whoever goes is out until they say that they are back, and goes out once', async () => {
    const gone = await school.ask('office', 'POST', 'visits/out', { pupils: ['P001'] })
    expect(gone.body).toMatchObject({ back: '2026-01-12T13:40:00.000Z' })
    expect((await school.ask('office', 'POST', 'visits/out', {})).status).toBe(409)
    expect((await visits()).out).toMatchObject([{ who: 's-office', isLate: false, pupils: [{ id: 'P001' }] }])
    school.at('13:41')
    expect((await visits()).out).toMatchObject([{ isLate: true }])
    expect((await school.ask('lead', 'POST', `visits/out/${gone.body.id}/back`, {})).status).toBe(200)
    expect((await visits()).out).toEqual([])
    expect((await school.ask('office', 'POST', 'visits/out', {})).status).toBe(201)
  })

  test('nobody goes alone to a home that two must go to', async () => {
    await note({ note: 'Threats were made', twoPeople: true })
    const alone = await school.ask('office', 'POST', 'visits/out', { pupils: ['P001'] })
    expect(alone.body).toMatchObject({ code: 'two-people', at: 'people' })
    expect((await school.ask('office', 'POST', 'visits/out', { pupils: ['P001'], people: 2 })).status).toBe(201)
  })

  test('only somebody who is out can come back', async () => {
    const task = await visitTo('P001')
    expect((await school.ask('office', 'POST', `visits/out/${task.id}/back`, {})).status).toBe(404)
  })
})

describe('a visit that was recorded without a connection', () => {
  const record = async (body: object) => {
    const { status, body: answered } = await school.ask('office', 'POST', 'visits', {
      pupil: 'P001',
      at: '2026-01-12T12:45:00Z',
      childSeen: false,
      contact: 'none',
      cardLeft: true,
      ...body,
    })
    expect(status).toBe(201)
    return VisitedAnswer.parse(answered)
  }

  test('keeps the number that stands on the card, though somebody settled the visit meanwhile', async () => {
    const task = await visitTo('P001')
    const outcome = { what: 'contact made', by: 'system', at: '2026-01-12T12:50:00.000Z' }
    await school.stores.endTask(SCHOOL, task, 'withdrawn', outcome, act())
    school.at('14:00')
    expect(await record({ task: task.id })).toMatchObject({ card: cardNumber(task.id), meanwhile: 'contact made' })
  })

  test('is one visit however often it is sent', async () => {
    const task = await visitTo('P001')
    const pupil = task.pupils[0] ?? ''
    const aCase = { caseId: 'case-1', pupil, opened: MONDAY, version: 1, days: [MONDAY], steps: [], visits: [] }
    await school.stores.openCase(SCHOOL, aCase, act())
    school.at('14:00')
    const first = await record({ task: task.id })
    expect(first).toMatchObject({ meanwhile: null })
    expect(await record({ task: task.id })).toMatchObject({ id: first.id, card: first.card })
    const { body } = await school.ask('office', 'GET', 'cases/case-1')
    expect(body.visits).toHaveLength(1)
  })

  test('is of the child that it names', async () => {
    const task = await visitTo('P002')
    const { body } = await school.ask('office', 'POST', 'visits', {
      pupil: 'P001',
      at: '2026-01-12T12:35:00Z',
      childSeen: true,
      task: task.id,
    })
    expect(body.code).toBe('no-such-visit')
  })
})
