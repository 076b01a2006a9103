/** What a person decides about a pupil's stage: a meeting, changed marks, a warning told by word of mouth. */
import { beforeEach, describe, expect, test } from 'vitest'
import { newCase, propose } from '../../shared/domain/attend/panel.ts'
import { noTally } from '../../shared/domain/counting/class-tally.ts'
import { noStage, type StageRecord } from '../../shared/domain/stages/stage.ts'
import { springbankPolicy } from '../support/policies.ts'
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

  test('is the panel of the family’s attendance case: one open at a time, moved and not doubled, and no longer proposed', async () => {
    await stands({ sent: [letter], due: { step: 'stage-2', on: '2026-01-09', tally } })
    const proposal = { on: '2026-01-09', because: 'absent again', by: 'system', at: act.at }
    const proposed = propose(newCase('k02', '2026-01-09', 'system', 'absent again', springbankPolicy.attend), proposal)
    await school.stores.saveAttendCase(SCHOOL, proposed, act)
    await decide(meet)
    await decide({ ...meet, date: '2026-01-23' })
    const { open } = (await school.ask('lead', 'GET', 'pupils/P002/attend')).body
    expect(open).toMatchObject({
      proposal: null,
      meetings: [
        { date: '2026-01-22', state: 'rearranged', stage: 'stage-2', ended: { because: 'agreed by telephone' } },
        { date: '2026-01-23', state: 'arranged', stage: 'stage-2', tell: 'letter' },
      ],
    })
    const again = await school.ask('lead', 'POST', 'pupils/P002/attend/meetings', {
      ...{ date: '2026-01-26', time: '09:00', place: 'at school', tell: 'person' },
    })
    expect(again.body.code).toBe('already')
  })

  test('that went into the letter is told from both: what came of it, and where it was moved to', async () => {
    const meeting = { id: 'm1', date: '2026-01-12', time: '10:00', place: 'the school office' }
    const begun = newCase('k02', '2026-01-05', 's-lead', 'stage 2', springbankPolicy.attend)
    const panel = { ...meeting, state: 'arranged', arrangedOn: '2026-01-05', tell: 'letter', governors: [] } as const
    await school.stores.saveAttendCase(
      SCHOOL,
      { ...begun, meetings: [{ ...panel, stage: 'stage-2', by: 's-lead', at: act.at }] },
      act,
    )
    await stands({ sent: [letter, { ...letter, step: 'stage-2', meeting }] })
    const told = async () => (await school.ask('lead', 'GET', 'pupils/P002/attendance')).body.stage.sent.at(-1)?.meeting
    expect(await told()).toEqual({ ...meeting, state: 'arranged' })
    school.at('11:00')
    const moved = { date: '2026-01-13', time: '10:00', place: 'at school', tell: 'person', because: 'a funeral' }
    const { body } = await school.ask('lead', 'POST', 'pupils/P002/attend/meetings/m1/rearrange', moved)
    school.at('11:00', '2026-01-13')
    const held = { outcome: 'not-attended', minutes: 'Nobody came.', dutyExplained: false }
    await school.ask('lead', 'POST', `pupils/P002/attend/meetings/${body.meeting.id}/outcome`, held)
    expect(await told()).toMatchObject({ ...meeting, state: 'not-attended', movedTo: { date: '2026-01-13' } })
    await school.ask('lead', 'POST', 'pupils/P002/attend/close', { because: 'moved away' })
    expect(await told()).toMatchObject({ state: 'not-attended' })
  })

  test('is set for nobody of whom no stage 2 letter is due, and not without a reason', async () => {
    expect(await decide(meet)).toMatchObject({ status: 422, body: { code: 'not-due' } })
    expect((await decide({ ...meet, because: '' })).status).toBe(422)
  })
})

describe('warnings held because they are many', () => {
  const below = { possible: 100, attended: 92, authorised: 8, unauthorised: 0, late: 0 }
  const brake = {
    id: 'b1',
    kind: 'warning',
    session: 'AM',
    because: 'academy-share',
    at: '2026-01-12T09:30:00.000Z',
  } as const

  test('are looked at in the words that would go: the days missed at this moment, and nothing of whom it is true no more', async () => {
    const due = { step: 'warning', on: '2026-01-09', tally: below } as const
    for (const pupil of ['k01', 'k02']) await school.stores.saveStage(SCHOOL, { ...noStage(pupil, YEAR), due }, act)
    const counted = { ...noTally('c3b', '2026-01-09'), pupils: { k02: below } }
    await school.stores.saveTally(SCHOOL, counted, noTally('c3b', '2026-01-09'), act)
    const held = { ...brake, pupils: ['k01', 'k02'], version: 1, state: 'held' } as const
    await school.stores.holdBrake(SCHOOL, '2026-01-12', held, act)
    const { status, body } = await school.ask('lead', 'GET', 'brakes/b1')
    expect(status).toBe(200)
    expect(body.texts).toMatchObject([
      {
        relationship: 'parent',
        pupils: [{ id: 'P002' }],
        body: expect.stringContaining('since Monday 1 September: 4.'),
      },
      { relationship: 'neighbour', body: expect.not.stringContaining('Bilal') },
    ])
    expect(body.withoutText).toMatchObject([
      { pupil: { id: 'P001' }, why: 'Above the line by the marks as they are now.' },
    ])
  })
})

describe('letters held because they are many', () => {
  const due = (pupil: string) =>
    school.stores.saveStage(SCHOOL, { ...noStage(pupil, YEAR), due: { step: 'stage-1', on: '2026-01-09', tally } }, act)
  const settle = (body: object, role = 'lead') => school.ask(role, 'POST', 'letters/held', body)

  beforeEach(async () => {
    for (const pupil of ['k01', 'k02', 'k03']) await due(pupil)
  })

  test('are listed with their figures, and let go by the Lead or the Head with the reason', async () => {
    const listed = (await school.ask('dsl', 'GET', 'letters/held')).body.letters
    expect(listed.map(({ pupil, letter, released }: Record<string, unknown>) => [pupil, letter, released])).toEqual([
      ['P001', 'stage-1', null],
      ['P002', 'stage-1', null],
      ['P003', 'stage-1', null],
    ])
    const body = { letter: 'stage-1', do: 'release', because: 'the import was right' }
    expect((await settle(body, 'office')).status).toBe(403)
    expect((await settle({ ...body, pupils: ['P001'] })).body).toEqual({ families: 1 })
    expect((await settle(body)).body).toEqual({ families: 2 })
    expect((await settle(body)).body.code).toBe('not-due')
    const { due: still } = await school.stores.open(SCHOOL)
    expect(still.map(({ released }) => released?.by)).toEqual(['s-lead', 's-lead', 's-lead'])
  })

  test('of families who have been told before Firstbell came count as told, and no letter goes', async () => {
    await settle({ letter: 'stage-1', do: 'told', because: 'letters went in October' })
    expect((await school.stores.open(SCHOOL)).due).toEqual([])
    expect((await record()).sent).toMatchObject([{ step: 'stage-1', letters: [] }])
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
