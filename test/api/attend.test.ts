import { beforeEach, describe, expect, test } from 'vitest'
import { LetterWorkV1 } from '../../events/letter-work.v1.ts'
import { newCase, propose } from '../../shared/domain/attend/panel.ts'
import { springbankPolicy } from '../support/policies.ts'
import { type ApiSchool, MONDAY, openApiSchool, SCHOOL } from '../support/school-api.ts'
import { act, aRegister, aTask } from '../support/stored-examples.ts'

let school: ApiSchool
beforeEach(async () => {
  school = await openApiSchool()
  school.at('11:00')
})

const slot = { date: '2026-01-20', time: '14:00', place: 'at school', tell: 'person' }
const post = (path: string, body: object, as = 'lead') => school.ask(as, 'POST', `pupils/P001/attend${path}`, body)
const arrange = (more: object = {}, as = 'lead') => post('/meetings', { ...slot, ...more }, as)
const show = async (as = 'lead') => (await school.ask(as, 'GET', 'pupils/P001/attend')).body
/** Friday's register is in: a letter has figures to speak of. */
const friday = () =>
  school.stores.saveRegister(
    SCHOOL,
    aRegister({
      classId: '3b',
      date: '2026-01-09',
      marks: { k01: { code: 'O', source: 'teacher' }, k02: { code: '/', source: 'teacher' } },
    }),
    0,
    act('register-saved', { at: '2026-01-09T09:02:00.000Z' }),
  )
const because = { because: 'asked by the family' }

describe('an attendance case', () => {
  test('is opened with the reason, once, worked on by the lead and the Head alone', async () => {
    expect((await post('', because, 'office')).status).toBe(403)
    expect((await post('', because, 'dsl')).status).toBe(403)
    expect(await post('', because)).toMatchObject({ status: 201, body: { pupil: 'P001', opened: MONDAY, version: 1 } })
    expect((await post('', because, 'head')).body.code).toBe('already')
    expect((await show('dsl')).open).toMatchObject({ because: because.because, openedBy: 's-lead', meetings: [] })
    expect(school.acts.at(-1)).toMatchObject({ kind: 'attend-opened', by: 's-lead', pupils: ['k01'], detail: because })
  })

  test('closes with the reason, and the next one is a new one', async () => {
    await post('', because)
    expect((await post('/close', because)).body).toMatchObject({ closed: { on: MONDAY, by: 's-lead' } })
    expect(await show()).toMatchObject({ open: null, closed: [{ because: because.because }] })
    expect((await post('/close', because)).status).toBe(404)
    school.at('11:00', '2026-01-13')
    expect((await post('', because)).status).toBe(201)
  })

  test('changed by two people at once is changed by one of them', async () => {
    await post('', because)
    const answers = await Promise.all([arrange(), arrange({ time: '15:00' })])
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409])
    expect((await show()).open.meetings).toHaveLength(1)
  })
})

describe('a meeting', () => {
  test('is arranged, and stands before every look at the day until it has an outcome', async () => {
    const { body } = await arrange()
    expect(body.meeting).toMatchObject({ ...slot, state: 'arranged', arrangedOn: MONDAY })
    const { meetings } = await school.stores.open(SCHOOL)
    expect(meetings).toEqual([
      {
        pupil: 'k01',
        id: body.meeting.id,
        date: slot.date,
        time: '14:00',
        place: 'at school',
        arrangedOn: MONDAY,
        tell: 'person',
      },
    ])
    expect(school.acts.at(-1)).toMatchObject({ kind: 'meeting-arranged', look: true, detail: { place: 'at school' } })
    school.at('15:00', slot.date)
    const held = { outcome: 'attended', came: ['c101'], minutes: 'A quiet start was agreed.', dutyExplained: true }
    expect(await post(`/meetings/${body.meeting.id}/outcome`, held)).toMatchObject({
      status: 200,
      body: { meetings: [{ state: 'attended', held: { came: ['c101'], dutyExplained: true, by: 's-lead' } }] },
    })
    expect(school.acts.at(-1)).toMatchObject({
      kind: 'meeting-attended',
      detail: { minutes: held.minutes },
      look: true,
    })
    expect((await school.stores.open(SCHOOL)).meetings).toEqual([])
    expect((await post(`/meetings/${body.meeting.id}/outcome`, held)).body.code).toBe('no-meeting')
  })

  test.each([
    [{ date: '2026-01-17' }, 'no-school'],
    [{ date: MONDAY, time: '10:59' }, 'past'],
    [{ governors: ['t-3b'] }, 'no-governor'],
    [{ time: '2pm' }, 'wrong-shape'],
    [{ tell: 'pigeon' }, 'wrong-shape'],
  ])('with %o is refused, and nothing is kept', async (wrong, code) => {
    expect((await arrange(wrong)).body.code).toBe(code)
    expect(await show()).toEqual({ open: null, closed: [] })
  })

  test('is not held while the school is closed, as for a boiler that is changed that afternoon', async () => {
    const closed = { from: slot.date, until: slot.date, sessions: ['PM'], code: 'Y4', because: 'The boiler is changed' }
    expect((await school.ask('head', 'POST', 'closures', closed)).status).toBe(201)
    expect((await arrange({ time: '14:00' })).body.code).toBe('no-school')
    expect((await arrange({ time: '09:30' })).status).toBe(201)
  })

  test('at night is not told by text', async () => {
    school.at('20:30')
    expect((await arrange({ tell: 'text' })).body.code).toBe('quiet-hours')
  })

  test('told by letter: one to each parent entitled, who reads when and where; asked again it is the same letter', async () => {
    await friday()
    const { body } = await arrange({ tell: 'letter' })
    expect(body).toMatchObject({ letters: [expect.any(String)], unposted: [] })
    const [work] = school.world.sent.map(({ message }) => LetterWorkV1.parse(message))
    expect(work).toMatchObject({ do: 'print', letter: body.letters[0] })
    const written = [...school.world.kept.values()].join()
    expect(written).toContain('20 January 2026')
    expect(written).toContain('2:00pm')
    const again = await school.ask('lead', 'POST', `pupils/P001/attend/meetings/${body.meeting.id}/invite`)
    expect(again.body.letters).toEqual(body.letters)
    expect(await school.stores.openLetters(SCHOOL)).toHaveLength(1)
  })

  test('about a child on hold is kept, no letter is written, and whoever arranged it is told so', async () => {
    await school.ask('dsl', 'POST', 'pupils/P001/hold', { because: 'bereavement', review: '2026-02-02', family: false })
    const { status, body } = await arrange({ tell: 'letter' })
    expect([status, body.untold.code]).toEqual([201, 'on-hold'])
    expect(await school.stores.openLetters(SCHOOL)).toEqual([])
  })

  test('of a family at a confidential address is a task to tell them otherwise, and never printed', async () => {
    await friday()
    const { body } = await school.ask('lead', 'POST', 'pupils/P002/attend/meetings', { ...slot, tell: 'letter' })
    expect(body).toMatchObject({ letters: [], unposted: [{ contactId: 'c102', because: 'confidential' }] })
    expect((await school.stores.open(SCHOOL)).tasks).toMatchObject([{ kind: 'letter', pupils: ['k02'] }])
  })

  test('moves with the reason, is cancelled with the reason, and both are kept', async () => {
    const first = (await arrange()).body.meeting.id
    const moved = await post(`/meetings/${first}/rearrange`, { ...slot, date: '2026-01-22', because: 'she works then' })
    expect(moved.status).toBe(201)
    expect((await post(`/meetings/${first}/cancel`, because)).body.code).toBe('no-meeting')
    expect((await post(`/meetings/${moved.body.meeting.id}/cancel`, because)).status).toBe(200)
    expect((await show()).open.meetings).toMatchObject([
      { state: 'rearranged', ended: { because: 'she works then', by: 's-lead' } },
      { state: 'cancelled', date: '2026-01-22' },
    ])
    expect((await school.stores.open(SCHOOL)).meetings).toEqual([])
  })

  test('cannot have been attended by somebody who is no contact of the child', async () => {
    const { id } = (await arrange({ date: '2026-01-13' })).body.meeting
    school.at('15:00', '2026-01-13')
    const held = { outcome: 'attended', came: ['c104'], minutes: 'Agreed.', dutyExplained: true }
    expect((await post(`/meetings/${id}/outcome`, held)).body.code).toBe('no-contact')
  })
})

describe('a governor', () => {
  const governors = async () => {
    const staff = [{ staffId: 'g-1', name: 'A governor', role: 'governor', classes: [] }] as const
    await school.stores.roll.stage(SCHOOL, 2, { file: 'staff', staff })
    await school.stores.roll.goLive(SCHOOL, 'staff', 1, 2, undefined, act())
  }

  test('sees the meetings they are asked to, by the child’s first name, and no case', async () => {
    await governors()
    await arrange({ governors: ['g-1'] })
    const mine = await school.ask('governor:g-1', 'GET', 'attend/invitations')
    expect(mine.body.meetings).toMatchObject([{ date: slot.date, time: '14:00', place: 'at school', child: 'Amelia' }])
    expect((await school.ask('governor:g-2', 'GET', 'attend/invitations')).body.meetings).toEqual([])
    expect((await school.ask('governor:g-1', 'GET', 'attend')).status).toBe(403)
    expect((await school.ask('governor:g-1', 'GET', 'pupils/P001/attend')).status).toBe(403)
  })
})

describe('a panel that was proposed', () => {
  const proposal = { on: '2026-01-09', because: 'absent again', by: 'system', at: '2026-01-10T02:00:00.000Z' }
  beforeEach(async () => {
    for (const key of ['k01', 'k04'])
      await school.stores.saveAttendCase(
        SCHOOL,
        propose(newCase(key, '2026-01-09', 'system', 'x', springbankPolicy.attend), proposal),
        act(),
      )
    const task = aTask({ id: 'panel-3b', kind: 'attend-panel', date: '2026-01-09', pupils: ['k01', 'k04'] })
    await school.stores.raiseTask(SCHOOL, task, act())
  })
  const open = async () => (await school.stores.open(SCHOOL)).tasks.map(({ id }) => id)

  test('is in the list, and its task ends when each family’s was arranged or declined', async () => {
    expect((await school.ask('lead', 'GET', 'attend')).body.cases).toMatchObject([
      { pupil: 'P001', proposal: { on: '2026-01-09' } },
      { pupil: 'P004', proposal: { on: '2026-01-09' } },
    ])
    await arrange()
    expect(await open()).toEqual(['panel-3b'])
    const declined = await school.ask('head', 'POST', 'pupils/P004/attend/decline', { because: 'in hospital' })
    expect(declined.body).toMatchObject({ pupil: 'P004', proposal: null })
    expect(await open()).toEqual([])
    expect((await school.ask('head', 'POST', 'pupils/P004/attend/decline', because)).body.code).toBe('no-proposal')
  })
})
