/** What a person decides about a pupil's stage: a meeting, changed marks, a warning told by word of mouth. */
import { beforeEach, describe, expect, test } from 'vitest'
import { noStage, type StageRecord } from '../../shared/domain/stages/stage.ts'
import { openApiSchool, SCHOOL } from '../support/school-api.ts'
import { aTask } from '../support/stored-examples.ts'

const YEAR = '2025-09-01'
const tally = { possible: 100, attended: 85, authorised: 5, unauthorised: 10, late: 0 }
const act = { at: '2026-01-12T02:00:00.000Z', by: 'system', kind: 'stage-due' }
const letter = { step: 'stage-1', on: '2025-12-05', tally, at: '2025-12-08T16:00:00.000Z', letters: [] } as const
let school: Awaited<ReturnType<typeof openApiSchool>>

const stands = (more: Partial<StageRecord>) =>
  school.stores.saveStage(SCHOOL, { ...noStage('k02', YEAR), ...more }, act)
const record = () => school.stores.stage(SCHOOL, YEAR, 'k02')
const decide = (body: object, role = 'lead') => school.ask(role, 'POST', 'pupils/P002/stage', body)

beforeEach(async () => {
  school = await openApiSchool()
})

describe('an ATTEND meeting', () => {
  const meet = { do: 'meet', date: '2026-01-22', time: '14:00', because: 'agreed by telephone' }

  test('is set by the Lead or the Head where stage 2 is due, and stands in the stage', async () => {
    await stands({ sent: [letter], due: { step: 'stage-2', on: '2026-01-09', tally } })
    expect((await decide(meet, 'office')).status).toBe(403)
    const meeting = { date: '2026-01-22', time: '14:00', place: 'the school office' }
    expect(await decide(meet)).toMatchObject({ status: 200, body: { due: { step: 'stage-2', meeting } } })
    expect((await decide({ ...meet, place: 'the library' })).body.due.meeting.place).toBe('the library')
  })

  test('is set for nobody of whom no stage 2 letter is due, and not without a reason', async () => {
    expect(await decide(meet)).toMatchObject({ status: 422, body: { code: 'not-due' } })
    expect((await decide({ ...meet, because: '' })).status).toBe(422)
  })
})

describe('a letter whose marks have changed', () => {
  const corrected = { on: '2026-01-09', now: { ...tally, attended: 95, unauthorised: 0 }, holds: false }

  test('lets the next step come when a person says so, with who and when beside it', async () => {
    await stands({ sent: [{ ...letter, corrected }], waitsSince: '2026-01-09' })
    expect((await decide({ do: 'go-on', because: 'the family knows' })).status).toBe(200)
    const { waitsSince, sent } = await record()
    expect([waitsSince, sent[0]?.stands?.by]).toEqual([undefined, 's-lead'])
  })

  test('or everything begins anew', async () => {
    await stands({ sent: [{ ...letter, corrected }], waitsSince: '2026-01-09' })
    expect((await decide({ do: 'start-anew', because: 'the child was at the hospital school' })).body).toMatchObject({
      now: 'green',
      cycle: 1,
    })
    expect(await decide({ do: 'start-anew', because: 'again' })).toMatchObject({ status: 422 })
  })
})

test('a warning that a person has told counts as told', async () => {
  await stands({ due: { step: 'warning', on: '2026-01-09', tally } })
  const task = aTask({ id: 'tell-warning-k02-2026-01-09', kind: 'tell-warning', pupils: ['k02'] })
  await school.stores.raiseTask(SCHOOL, task, act)
  await school.ask('lead', 'POST', `tasks/${task.id}/outcome`, { what: 'told at the gate' })
  const { due, sent } = await record()
  expect([due, sent.map(({ step }) => step)]).toEqual([undefined, ['warning']])
  expect((await school.stores.open(SCHOOL)).due).toEqual([])
})
