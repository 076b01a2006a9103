import { beforeEach, describe, expect, test } from 'vitest'
import type { Standing } from '../../shared/domain/absence.ts'
import type { Brake, Reply } from '../../shared/domain/known.ts'
import type { Contact } from '../../shared/domain/people.ts'
import type { ApiSchool } from '../support/school-api.ts'
import { MONDAY, openApiSchool, SCHOOL } from '../support/school-api.ts'
import { aCase, aContact, act, aTask } from '../support/stored-examples.ts'

let school: ApiSchool
beforeEach(async () => {
  school = await openApiSchool()
  school.at('11:00')
})

const because = 'Seen by the office'
const stand = (pupil: string, standing: Standing, vulnerable = false) =>
  school.stores.setStanding(
    SCHOOL,
    { pupil, classId: '3b', date: MONDAY, vulnerable },
    'AM',
    { standing, since: school.world.clock.now() },
    undefined,
    [],
    act(),
  )
const standingOf = async (pupil: string) => (await school.stores.card(SCHOOL, MONDAY, pupil))?.sessions.AM?.standing
const call = (id: string, more: object = {}) => aTask({ id, pupils: ['k01'], ...more })
const raise = (task = call('call-1')) => school.stores.raiseTask(SCHOOL, task, act('task-raised'))
const post = (path: string, body: object = { because }, as = 'office') => school.ask(as, 'POST', path, body)

const reply = (more: Partial<Reply> = {}): Reply => ({
  id: 'r1',
  date: MONDAY,
  at: '2026-01-12T10:45:00.000Z',
  version: 1,
  contactId: 'c101',
  pupils: ['k01', 'k02'],
  reading: { kind: 'reason', code: 'I', confidence: 'high', because: ['poorly'], named: [] },
  state: 'proposed',
  outOfHours: false,
  ...more,
})

describe('tasks', () => {
  test('come urgent first, then by the time they are due, with pupils by the school’s own ids', async () => {
    await raise(call('later', { due: '2026-01-12T14:00:00.000Z' }))
    await raise(call('sooner', { due: '2026-01-12T12:00:00.000Z' }))
    await raise(call('urgent', { due: '2026-01-12T15:00:00.000Z', urgent: true }))
    const { tasks } = (await school.ask('office', 'GET', 'tasks')).body
    expect(tasks.map(({ id }: { id: string }) => id)).toEqual(['urgent', 'sooner', 'later'])
    expect(tasks[0]).toMatchObject({ kind: 'call', pupils: ['P001'], state: 'open', why: expect.any(String) })
  })

  test.each([
    [{ what: 'Mother says ill', contact: 'made' }, 'reported'],
    [{ what: 'Seen at the door', childSeen: true }, 'arrived'],
    [{ what: 'No answer', contact: 'none' }, 'unexplained'],
  ])('a call that ends with %o leaves the child %s', async (outcome, standing) => {
    await stand('k01', 'unexplained')
    await raise()
    expect(await post('tasks/call-1/outcome', outcome)).toMatchObject({ status: 200, body: { state: 'done' } })
    expect(await standingOf('k01')).toBe(standing)
    expect(school.acts.at(-1)).toMatchObject({ kind: 'task-done', by: 's-office', look: true })
  })

  test('an outcome is given once', async () => {
    await raise()
    await post('tasks/call-1/outcome', { what: 'No answer' })
    expect((await post('tasks/call-1/outcome', { what: 'No answer' })).status).toBe(409)
    expect((await post('tasks/none/outcome', { what: 'No answer' })).status).toBe(404)
    expect((await school.ask('office', 'GET', 'tasks')).body.tasks).toEqual([])
    expect((await school.ask('office', 'GET', 'tasks?state=all')).body.tasks).toMatchObject([
      { id: 'call-1', state: 'done', outcome: { what: 'No answer', by: 's-office' } },
    ])
  })

  test('an outcome of a task that has ended changes nothing about the child', async () => {
    await stand('k01', 'unexplained')
    await raise()
    await post('tasks/call-1/outcome', { what: 'No answer' })
    expect((await post('tasks/call-1/outcome', { what: 'Seen', childSeen: true })).status).toBe(409)
    expect(await standingOf('k01')).toBe('unexplained')
  })

  test('the list goes on although the last task of a page was done meanwhile', async () => {
    for (let index = 0; index < 110; index++) await raise(call(`t${String(index).padStart(3, '0')}`))
    const first = (await school.ask('office', 'GET', 'tasks')).body
    await post('tasks/t099/outcome', { what: 'No answer' })
    const second = (await school.ask('office', 'GET', `tasks?cursor=${first.next}`)).body
    expect(second.tasks[0].id).toBe('t100')
    expect(second.tasks).toHaveLength(10)
  })

  test('a list longer than a page goes on from its cursor, which is good for one person only', async () => {
    for (let index = 0; index < 130; index++) await raise(call(`t${String(index).padStart(3, '0')}`))
    const first = (await school.ask('office', 'GET', 'tasks')).body
    const second = (await school.ask('office', 'GET', `tasks?cursor=${first.next}`)).body
    const ids = [...first.tasks, ...second.tasks].map(({ id }: { id: string }) => id)
    expect(new Set(ids).size).toBe(130)
    expect(second.next).toBeNull()
    expect((await school.ask('lead', 'GET', `tasks?cursor=${first.next}`)).body.code).toBe('wrong-cursor')
    expect((await school.ask('office', 'GET', 'tasks?cursor=nonsense')).status).toBe(422)
  })
})

describe('replies', () => {
  let generation: number
  const contacts = async (byPupil: Readonly<Record<string, readonly Contact[]>>) => {
    generation += 1
    await school.stores.roll.stage(SCHOOL, generation, { file: 'contacts', byPupil })
    await school.stores.roll.goLive(SCHOOL, 'contacts', generation - 1, generation, undefined, act())
  }
  const neighbour = { parentalResponsibility: false, livesWith: false, hasCare: false, mobile: '+447700900122' }

  beforeEach(async () => {
    generation = 1
    await contacts({
      k01: [aContact({ contactId: 'c101' })],
      // The same mother, whom the school's own system knows by another number for each child.
      k02: [
        aContact({ contactId: 'c102' }),
        aContact({ contactId: 'c112', noContact: true, mobile: '+447700900112' }),
        aContact({ contactId: 'c122', ...neighbour }),
      ],
    })
    await school.stores.keepReply(SCHOOL, reply(), 'poorly today', act())
    await stand('k01', 'answered')
    await stand('k02', 'answered')
  })

  test('are shown in the parent’s words beside what the rules read', async () => {
    expect((await school.ask('office', 'GET', 'replies')).body.replies).toMatchObject([
      { id: 'r1', words: 'poorly today', pupils: ['P001', 'P002'], reading: { code: 'I' } },
    ])
  })

  test('confirmed: the children are reported with the school’s code, in the register too', async () => {
    school.at('09:05')
    await school.takes('office', { P001: 'N', P002: 'N' })
    school.at('11:00')
    const confirmed = await post('replies/r1/confirm', {})
    expect(confirmed).toMatchObject({ status: 200, body: { state: 'confirmed', code: 'I', coveredUntil: MONDAY } })
    expect([await standingOf('k01'), await standingOf('k02')]).toEqual(['reported', 'reported'])
    expect((await school.register()).body.marks).toMatchObject({ P001: { code: 'I' }, P002: { code: 'I' } })
  })

  test('confirmed for one child of two: the other is missing again, and is followed up', async () => {
    await post('replies/r1/confirm', { pupils: ['P002'], code: 'M' })
    expect([await standingOf('k01'), await standingOf('k02')]).toEqual(['unexplained', 'reported'])
  })

  test('read as leave: the office confirms that the family said so, and a lead owes the code', async () => {
    const leave = { kind: 'reason', code: 'C', confidence: 'high', because: ['funeral'], named: [] } as const
    await school.stores.keepReply(SCHOOL, reply({ id: 'r2', reading: leave }), 'at a funeral', act())
    await school.stores.keepReply(SCHOOL, reply({ id: 'r3', reading: leave }), 'at a funeral', act())
    expect((await post('replies/r2/confirm', { code: 'C' })).body.code).toBe('lead-code')
    expect((await post('replies/r2/confirm', {})).body).toMatchObject({ state: 'confirmed', code: null })
    expect(await standingOf('k01')).toBe('reported')
    expect((await post('replies/r3/confirm', {}, 'lead')).body).toMatchObject({ state: 'confirmed', code: 'C' })
  })

  test('that says different things of two children is confirmed for one and dismissed for the other', async () => {
    const ill = { kind: 'reason', code: 'I', confidence: 'high', because: ['ill'], named: ['Amelia'] } as const
    const coming = { kind: 'coming', confidence: 'low', because: ['on his way'], named: ['Bilal'] } as const
    const split = reply({ id: 'r5', pupils: ['k01', 'k02'], readings: { k01: ill, k02: coming } })
    await school.stores.keepReply(SCHOOL, split, 'Amelia is ill, Bilal is on his way', act())
    const { replies } = (await school.ask('office', 'GET', 'replies')).body
    expect(replies.find(({ id }: { id: string }) => id === 'r5').proposals).toMatchObject([
      { pupil: 'P001', reading: { code: 'I' }, state: 'proposed' },
      { pupil: 'P002', reading: { kind: 'coming' }, state: 'proposed' },
    ])
    expect((await post('replies/r5/confirm', { pupils: ['P001'] })).body).toMatchObject({
      state: 'proposed',
      code: 'I',
    })
    expect([await standingOf('k01'), await standingOf('k02')]).toEqual(['reported', 'answered'])
    expect((await post('replies/r5/confirm', { pupils: ['P001'] })).status).toBe(409)
    const dismissed = await post('replies/r5/dismiss', { because: 'not seen yet', pupils: ['P002'] })
    expect(dismissed.body).toMatchObject({ state: 'confirmed' })
    expect([await standingOf('k01'), await standingOf('k02')]).toEqual(['reported', 'unexplained'])
  })
  test('dismissed: the children are missing again and the day is judged at once', async () => {
    expect((await post('replies/r1/dismiss')).status).toBe(200)
    expect([await standingOf('k01'), await standingOf('k02')]).toEqual(['unexplained', 'unexplained'])
    expect(school.acts.at(-1)).toMatchObject({ kind: 'reply-dismissed', look: true })
  })

  test('dismissed: a vulnerable child is first on the list again', async () => {
    await stand('k02', 'answered', true)
    await post('replies/r1/dismiss')
    const { rows } = (await school.ask('office', 'GET', `days/${MONDAY}`)).body
    expect(rows[0]).toMatchObject({ section: 'vulnerable', pupils: [{ id: 'P002' }] })
  })

  test('are judged once', async () => {
    await post('replies/r1/dismiss')
    expect((await post('replies/r1/confirm', {})).status).toBe(409)
    expect((await post('replies/none/confirm', {})).status).toBe(404)
  })

  test('about none of the named children are not confirmed', async () => {
    expect((await post('replies/r1/confirm', { pupils: ['P005'] })).body.code).toBe('no-pupils')
  })

  test.each([
    ['c102', 'entitled'],
    ['c112', 'barred'],
    ['c122', 'not-entitled'],
    [undefined, 'unknown'],
  ])('from %s are shown as %s', async (contactId, sender) => {
    const { contactId: _, ...other } = reply({ id: 'r2', pupils: contactId ? ['k02'] : [], state: 'unread' })
    await school.stores.keepReply(SCHOOL, { ...other, ...(contactId ? { contactId } : {}) }, 'ill', act())
    const { replies } = (await school.ask('office', 'GET', 'replies')).body
    expect(replies.find(({ id }: { id: string }) => id === 'r2')).toMatchObject({ sender })
  })

  test.each([
    ['c112', 'sender-barred'],
    ['c122', 'not-entitled'],
    [undefined, 'unknown-sender'],
  ])('from %s are no contact: they cannot be confirmed, only dismissed', async (contactId, code) => {
    await stand('k02', 'unexplained')
    const { contactId: _, ...other } = reply({ id: 'r2', pupils: contactId ? ['k02'] : [], state: 'unread' })
    await school.stores.keepReply(SCHOOL, { ...other, ...(contactId ? { contactId } : {}) }, 'ill', act())
    const refused = await post('replies/r2/confirm', {})
    expect(refused).toMatchObject({ status: 422, body: { code, remedy: expect.stringMatching(/^Ring somebody/) } })
    expect(await standingOf('k02')).toBe('unexplained')
    expect((await post('replies/r2/dismiss')).status).toBe(200)
  })

  test('from a phone that a barred adult shares with a parent are shown as barred', async () => {
    await contacts({ k01: [aContact({ contactId: 'mum' }), aContact({ contactId: 'dad', noContact: true })] })
    await school.stores.keepReply(SCHOOL, reply({ id: 'r2', contactId: 'mum', pupils: ['k01'] }), 'ill', act())
    expect((await post('replies/r2/confirm', {})).body.code).toBe('sender-barred')
  })

  test('of a date that is none are not looked for', async () => {
    for (const date of ['soon', '2026-02-30', '2026-01-12%23X'])
      expect((await school.ask('office', 'GET', `replies?date=${date}`)).status).toBe(422)
  })
})

describe('the brake', () => {
  const brake: Brake = {
    id: 'brake-1',
    kind: 'unreported',
    session: 'AM',
    because: 'academy-share',
    pupils: ['k01', 'k02'],
    at: '2026-01-12T10:30:00.000Z',
    version: 1,
    state: 'held',
  }
  beforeEach(() => school.stores.holdBrake(SCHOOL, MONDAY, brake, act('brake-held')))

  test('is released by the lead, once, with the reason, and the day is judged again', async () => {
    expect((await post('brakes/brake-1/release', { because }, 'lead')).status).toBe(200)
    expect(school.acts.at(-1)).toMatchObject({ kind: 'brake-released', look: true, detail: { because } })
    expect((await school.stores.day(SCHOOL, MONDAY)).brakes).toMatchObject([
      { state: 'released', settled: { by: 's-lead' } },
    ])
    expect((await post('brakes/brake-1/refuse', { because }, 'lead')).status).toBe(409)
  })

  test('is not the office’s to release, and needs a reason', async () => {
    expect((await post('brakes/brake-1/release')).status).toBe(403)
    expect((await post('brakes/brake-1/release', {}, 'lead')).status).toBe(422)
    expect((await post('brakes/none/release', { because }, 'lead')).status).toBe(404)
  })
})

describe('cases and visits', () => {
  const open = () => school.stores.openCase(SCHOOL, aCase({ caseId: 'case-1', pupil: 'k01' }), act('case-opened'))

  test('a step is skipped with the reason, and the reason is kept', async () => {
    await open()
    const skipped = await post('cases/case-1/steps/first-visit', { do: 'skip', because }, 'lead')
    expect(skipped.status).toBe(200)
    const shown = (await school.ask('office', 'GET', 'cases/case-1')).body
    expect(shown).toMatchObject({ pupil: 'P001', day: 1, steps: [{ step: 'first-visit', how: 'skipped', because }] })
  })

  test('a step the ladder does not have, a case that is not open, and the office’s hand are refused', async () => {
    await open()
    expect((await post('cases/case-1/steps/none', { do: 'skip', because }, 'lead')).body.code).toBe('no-such-step')
    expect((await post('cases/none/steps/first-visit', { do: 'skip', because }, 'lead')).status).toBe(404)
    expect((await post('cases/case-1/steps/first-visit', { do: 'skip', because })).status).toBe(403)
  })

  test('a visit where a card was left is numbered and on the case, and is no contact', async () => {
    await open()
    await stand('k01', 'unexplained')
    const visit = { pupil: 'P001', at: '2026-01-12T10:50:00Z', childSeen: false, cardLeft: true }
    const { status, body } = await post('visits', visit)
    expect(status).toBe(201)
    expect(body).toMatchObject({ case: 'case-1', card: expect.stringMatching(/^[0-9A-Z]{5}$/) })
    const shown = (await school.ask('office', 'GET', 'cases/case-1')).body
    expect(shown.visits).toMatchObject([{ card: body.card, childSeen: false, by: 's-office' }])
    expect(await standingOf('k01')).toBe('unexplained')
  })

  test('a visit before any case is open is kept too, once', async () => {
    const visit = { pupil: 'P001', at: '2026-01-12T10:50:00Z', childSeen: false, cardLeft: true, note: 'Blinds drawn' }
    const { status, body } = await post('visits', visit)
    expect({ status, case: body.case }).toEqual({ status: 201, case: null })
    await post('visits', visit)
    const { tasks } = (await school.ask('office', 'GET', 'tasks?state=all')).body
    expect(tasks).toMatchObject([{ kind: 'visit', state: 'done', pupils: ['P001'], outcome: { note: 'Blinds drawn' } }])
    expect(school.acts.find(({ kind }) => kind === 'visit-recorded')).toMatchObject({ detail: { card: body.card } })
  })

  test('words of a neighbour or of somebody barred at the door are no contact', async () => {
    const said = { pupil: 'P002', at: '2026-01-12T10:50:00Z', childSeen: false, contact: 'made' }
    expect((await post('visits', { ...said, spokeTo: 'c122' })).body).toMatchObject({
      code: 'not-entitled',
      at: 'spokeTo',
    })
    expect((await post('visits', { ...said, spokeTo: 'c112' })).body.code).toBe('sender-barred')
    expect((await post('visits', { ...said, spokeTo: 'c102' })).status).toBe(201)
  })

  test('a visit that has not been made cannot be recorded', async () => {
    const visit = { pupil: 'P001', at: '2026-01-12T12:00:00Z', childSeen: true }
    expect((await post('visits', visit)).body.code).toBe('future')
  })

  test('the visit that was asked for is done when it is recorded', async () => {
    await open()
    const asked = aTask({ id: 'visit-1', kind: 'visit', pupils: ['k01'] })
    await school.stores.raiseTask(SCHOOL, asked, act('task-raised'))
    const [before] = (await school.ask('office', 'GET', 'tasks')).body.tasks
    const visit = await post('visits', { pupil: 'P001', at: '2026-01-12T10:50:00Z', childSeen: false, cardLeft: true })
    // The number was known before anybody went to the door.
    expect(visit.body.card).toBe(before.card)
    const { tasks } = (await school.ask('office', 'GET', 'tasks?state=all')).body
    expect(tasks).toMatchObject([{ id: 'visit-1', state: 'done', outcome: { what: 'nobody was seen' } }])
  })

  test('the Trust acknowledges a referral; the office records it only when the Trust had to be telephoned', async () => {
    const referral = aTask({ id: 'ref-1', kind: 'referral', pupils: ['k01'], raised: '2026-01-12T10:50:00.000Z' })
    await school.stores.raiseTask(SCHOOL, referral, act('task-raised'))
    school.at('11:00')
    const outcome = { what: 'sent the form' }
    expect((await post('tasks/ref-1/outcome', outcome)).body.code).toBe('trust-acknowledges')
    school.at('13:00')
    expect((await post('tasks/ref-1/outcome', { what: 'the Trust has it, by telephone' })).status).toBe(200)
  })

  test('only contact closes the case of a pupil on the roll; that of a leaver ends with a reason', async () => {
    await open()
    expect((await post('cases/case-1/close', { because }, 'lead')).body.code).toBe('on-roll')
    await school.stores.openCase(SCHOOL, aCase({ caseId: 'case-9', pupil: 'gone' }), act('case-opened'))
    expect((await post('cases/case-9/close', { because })).status).toBe(403)
    expect((await post('cases/case-9/close', { because }, 'lead')).status).toBe(200)
    expect((await school.ask('office', 'GET', 'cases/case-9')).body.closed).toMatchObject({ because, by: 's-lead' })
  })

  test('a visit that saw the child is contact, though the child is not in school', async () => {
    await open()
    await stand('k01', 'unexplained')
    await post('visits', { pupil: 'P001', at: '2026-01-12T10:50:00Z', childSeen: true })
    expect(await standingOf('k01')).toBe('reported')
  })
})

describe('holds and closures', () => {
  test('a hold needs a review date ahead, ends once, and judges the day again', async () => {
    expect((await post('pupils/P001/hold', { because, review: MONDAY }, 'dsl')).status).toBe(422)
    expect((await post('pupils/P001/hold', { because, review: '2026-02-02' }, 'dsl')).status).toBe(201)
    expect((await school.ask('office', 'GET', 'pupils/P001')).body.hold).toBe('2026-02-02')
    expect(school.acts.findLast(({ kind }) => kind === 'hold-placed')?.look).toBe(true)
    expect((await school.ask('dsl', 'DELETE', 'pupils/P001/hold')).status).toBe(204)
    expect((await school.ask('dsl', 'DELETE', 'pupils/P001/hold')).status).toBe(404)
  })

  test('a hold is not the office’s to place', async () => {
    expect((await post('pupils/P001/hold', { because, review: '2026-02-02' })).status).toBe(403)
  })

  test('the school closed now refuses marks until it is undone, and both judge the day again', async () => {
    school.at('08:40')
    const snow = { from: MONDAY, until: MONDAY, sessions: ['AM', 'PM'], code: 'Y4', because: 'Snow' }
    const closed = await post('closures', snow, 'head')
    expect(closed.status).toBe(201)
    expect(school.acts.at(-1)).toMatchObject({ kind: 'school-closed', look: true })
    expect((await school.register()).body.closed).toBe('Y4')
    expect((await school.takes('office')).body.pupils[0].code).toBe('closed')
    expect((await school.ask('head', 'DELETE', `closures/${closed.body.id}`)).status).toBe(204)
    expect(school.acts.at(-1)).toMatchObject({ kind: 'closure-undone', look: true })
    expect((await school.takes('office')).status).toBe(201)
    expect((await school.ask('head', 'DELETE', `closures/${closed.body.id}`)).status).toBe(404)
  })

  test('a closure that ends before it begins is refused', async () => {
    const wrong = { from: MONDAY, until: '2026-01-09', sessions: ['AM'], code: 'Y4', because: 'Snow' }
    expect((await post('closures', wrong, 'head')).body.errors).toMatchObject([{ field: 'until' }])
  })
})
