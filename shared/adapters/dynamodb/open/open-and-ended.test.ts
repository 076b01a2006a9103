import { QueryCommand } from '@aws-sdk/lib-dynamodb'
import { beforeAll, describe, expect, test } from 'vitest'
import { AT, aCase, act, aTask, DATE, SCHOOL } from '../../../../test/support/stored-examples.ts'
import { type FreshStores, freshStores } from '../../../../test/support/stores.ts'
import type { Closure } from '../../../domain/calendar.ts'
import type { Brake, Hold, Reply } from '../../../domain/known.ts'
import type { KnownAbsence } from '../../../domain/known-absence.ts'

let fresh: FreshStores
let stores: FreshStores['stores']
beforeAll(async () => {
  fresh = await freshStores()
  stores = fresh.stores
})

const past = async (prefix: string) => {
  const { Items = [] } = await fresh.client.send(
    new QueryCommand({
      TableName: fresh.table,
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
      ExpressionAttributeValues: { ':pk': `A#${SCHOOL}#PAST`, ':prefix': prefix },
    }),
  )
  return Items
}

const OUTCOME = { what: 'spoke-to-parent', by: 'S1', at: AT, note: 'at the dentist' }

describe('a task', () => {
  test('raised twice is raised once', async () => {
    const raised = await Promise.all(
      Array.from({ length: 6 }, () => stores.raiseTask(SCHOOL, aTask({ id: 'once' }), act())),
    )
    expect(raised.filter((answer) => answer === 'raised')).toHaveLength(1)
    expect((await stores.open(SCHOOL)).tasks.filter(({ id }) => id === 'once')).toEqual([aTask({ id: 'once' })])
  })

  test('that ended moves to its day with its outcome, and is never raised again', async () => {
    const task = aTask({ id: 'done-once', date: '2026-01-13' })
    await stores.raiseTask(SCHOOL, task, act())
    await expect(stores.endTask(SCHOOL, task, 'done', OUTCOME, act())).resolves.toBe('ended')
    await expect(stores.endTask(SCHOOL, task, 'withdrawn', OUTCOME, act())).resolves.toBe('already')
    await expect(stores.raiseTask(SCHOOL, task, act())).resolves.toBe('already')
    const ended = { ...task, state: 'done', outcome: OUTCOME, version: 2 }
    expect((await stores.day(SCHOOL, '2026-01-13')).endedTasks).toEqual([ended])
    expect((await stores.open(SCHOOL)).tasks.map(({ id }) => id)).not.toContain(task.id)
    await expect(stores.task(SCHOOL, task.id)).resolves.toEqual(ended)
  })

  test('ended by two people at once is ended by one', async () => {
    const task = aTask({ id: 'two-people' })
    await stores.raiseTask(SCHOOL, task, act())
    const ends = await Promise.all(
      ['S1', 'S2', 'S3'].map((by) => stores.endTask(SCHOOL, task, 'done', { ...OUTCOME, by }, act('ended', { by }))),
    )
    expect(ends.toSorted()).toEqual(['already', 'already', 'ended'])
  })

  test('that nobody raised is not there and cannot end', async () => {
    await expect(stores.task(SCHOOL, 'never')).resolves.toBeUndefined()
    await expect(stores.endTask(SCHOOL, aTask({ id: 'never' }), 'done', OUTCOME, act())).resolves.toBe('already')
  })
})

describe('a case', () => {
  const CLOSED = { at: AT, on: DATE, by: 'S1', because: 'contact made' }

  test('is opened once, and not again while it is open', async () => {
    const mine = aCase({ pupil: 'P101', caseId: 'P101-1' })
    await expect(stores.openCase(SCHOOL, mine, act())).resolves.toBe('opened')
    await expect(stores.openCase(SCHOOL, { ...mine, caseId: 'P101-2' }, act())).resolves.toBe('already')
    await expect(stores.casesOf(SCHOOL, 'P101')).resolves.toEqual([mine])
  })

  test('counts days, steps and visits, each from the version that was read', async () => {
    const mine = aCase({ pupil: 'P102', caseId: 'P102-1' })
    await stores.openCase(SCHOOL, mine, act())
    const step = { day: 2, step: 'second-visit', at: AT, how: 'due' } as const
    const visit = { at: AT, by: 'S1', card: '0042', childSeen: false }
    const add = { days: ['2026-01-13'], steps: [step], visits: [visit] }
    await expect(stores.stepCase(SCHOOL, mine, 1, add, act())).resolves.toBe('saved')
    await expect(stores.stepCase(SCHOOL, mine, 1, add, act())).resolves.toBe('stale')
    await expect(stores.stepCase(SCHOOL, { ...mine, caseId: 'other' }, 2, add, act())).resolves.toBe('stale')
    await expect(stores.stepCase(SCHOOL, mine, 2, { days: [] }, act())).resolves.toBe('saved')
    const now = { ...mine, version: 3, days: [DATE, '2026-01-13'], steps: [step], visits: [visit] }
    expect((await stores.open(SCHOOL)).cases).toContainEqual(now)
  })

  test('that closed stays closed, and the next one is another', async () => {
    const first = aCase({ pupil: 'P103', caseId: 'P103-1' })
    await stores.openCase(SCHOOL, first, act())
    await stores.stepCase(SCHOOL, first, 1, { days: ['2026-01-13'] }, act())
    await expect(stores.closeCase(SCHOOL, first, CLOSED, act())).resolves.toBe('closed')
    await expect(stores.closeCase(SCHOOL, first, CLOSED, act())).resolves.toBe('already')
    await expect(stores.openCase(SCHOOL, first, act())).resolves.toBe('already')
    const second = aCase({ pupil: 'P103', caseId: 'P103-2', opened: '2026-02-02', days: ['2026-02-02'] })
    await expect(stores.openCase(SCHOOL, second, act())).resolves.toBe('opened')
    await expect(stores.closeCase(SCHOOL, first, CLOSED, act())).resolves.toBe('already')
    await expect(stores.casesOf(SCHOOL, 'P103')).resolves.toEqual([
      second,
      { ...first, version: 3, days: [DATE, '2026-01-13'], closed: CLOSED },
    ])
  })

  test('that closed by mistake goes on where it stood, once, and closes again', async () => {
    const mine = aCase({ pupil: 'P104', caseId: 'P104-1' })
    await stores.openCase(SCHOOL, mine, act())
    await stores.closeCase(SCHOOL, mine, CLOSED, act())
    const [closed] = (await stores.day(SCHOOL, DATE)).closedCases.filter((each) => each.pupil === 'P104')
    expect(closed).toEqual({ ...mine, version: 2, closed: CLOSED })
    if (!closed) return
    await expect(stores.reopenCase(SCHOOL, closed, act())).resolves.toBe('reopened')
    await expect(stores.reopenCase(SCHOOL, closed, act())).resolves.toBe('already')
    await expect(stores.casesOf(SCHOOL, 'P104')).resolves.toEqual([{ ...mine, version: 3 }])
    expect((await stores.day(SCHOOL, DATE)).closedCases.map((each) => each.pupil)).not.toContain('P104')
    await expect(stores.closeCase(SCHOOL, mine, CLOSED, act())).resolves.toBe('closed')
    await expect(stores.openCase(SCHOOL, mine, act())).resolves.toBe('already')
  })
})

const aReply: Reply = {
  id: 'reply-1',
  date: DATE,
  at: AT,
  version: 1,
  contactId: 'C1',
  pupils: ['P001'],
  reading: { kind: 'reason', code: 'I', confidence: 'high', because: ['temperature'], named: [] },
  state: 'proposed',
  outOfHours: false,
}

describe('a reply', () => {
  test('is kept once; its words are read apart from the day', async () => {
    await expect(stores.keepReply(SCHOOL, aReply, 'She has a temperature', act())).resolves.toBe('kept')
    await expect(stores.keepReply(SCHOOL, aReply, 'She has a temperature', act())).resolves.toBe('already')
    expect((await stores.day(SCHOOL, DATE)).replies).toEqual([aReply])
    await expect(stores.replyWords(SCHOOL, DATE, 'reply-1')).resolves.toBe('She has a temperature')
    await expect(stores.replyWords(SCHOOL, DATE, 'reply-2')).resolves.toBeUndefined()
  })

  test('is settled once', async () => {
    const reply = { ...aReply, id: 'reply-3' }
    await stores.keepReply(SCHOOL, reply, 'Dentist', act())
    await expect(stores.settleReply(SCHOOL, reply, 'confirmed', act())).resolves.toBe('settled')
    await expect(stores.settleReply(SCHOOL, reply, 'dismissed', act())).resolves.toBe('already')
    expect((await stores.day(SCHOOL, DATE)).replies.find(({ id }) => id === 'reply-3')).toEqual({
      ...reply,
      state: 'confirmed',
      version: 2,
    })
    await expect(stores.replyWords(SCHOOL, DATE, 'reply-3')).resolves.toBe('Dentist')
  })
})

describe('a brake', () => {
  test('holds once and is settled once, with who and why', async () => {
    const brake: Brake = {
      id: 'unreported-AM',
      kind: 'unreported',
      session: 'AM',
      because: 'academy-share',
      pupils: ['P001', 'P002'],
      at: AT,
      version: 1,
      state: 'held',
    }
    const settledBy = act('brake-released', { by: 'S1', detail: { because: 'a coach broke down' } })
    await expect(stores.holdBrake(SCHOOL, DATE, brake, act())).resolves.toBe('held')
    await expect(stores.holdBrake(SCHOOL, DATE, brake, act())).resolves.toBe('already')
    await expect(stores.settleBrake(SCHOOL, DATE, brake, 'released', settledBy)).resolves.toBe('settled')
    await expect(stores.settleBrake(SCHOOL, DATE, brake, 'refused', settledBy)).resolves.toBe('already')
    expect((await stores.day(SCHOOL, DATE)).brakes).toEqual([
      { ...brake, version: 2, state: 'released', settled: { by: 'S1', at: AT, because: 'a coach broke down' } },
    ])
  })
})

describe('an absence known ahead', () => {
  const known: KnownAbsence = {
    id: 'k1',
    pupil: 'P001',
    from: DATE,
    until: DATE,
    sessions: ['AM'],
    code: 'M',
    by: 'S1',
    at: AT,
  }

  test('is found on each of its days and never after them', async () => {
    await stores.putKnownAbsence(SCHOOL, known, act())
    await stores.putKnownAbsence(SCHOOL, known, act())
    await expect(stores.knownAbsences(SCHOOL, DATE)).resolves.toEqual([known])
    await expect(stores.knownAbsences(SCHOOL, '2030-01-01')).resolves.toEqual([])
    const longer = { ...known, until: '2030-01-04' }
    await stores.putKnownAbsence(SCHOOL, longer, act())
    await expect(stores.knownAbsences(SCHOOL, DATE)).resolves.toEqual([longer])
    await stores.putKnownAbsence(SCHOOL, known, act())
    await expect(stores.knownAbsences(SCHOOL, DATE)).resolves.toEqual([known])
  })

  test('taken back is known no more, and kept among what is past', async () => {
    await stores.putKnownAbsence(SCHOOL, known, act())
    await expect(stores.endKnownAbsence(SCHOOL, known, act('taken-back'))).resolves.toBe('ended')
    await expect(stores.endKnownAbsence(SCHOOL, known, act('taken-back'))).resolves.toBe('already')
    await expect(stores.knownAbsences(SCHOOL, DATE)).resolves.toEqual([])
    expect(await past('KNOWN#k1')).toMatchObject([{ body: known, act: { kind: 'taken-back' } }])
  })
})

describe('what stands until somebody ends it', () => {
  const hold: Hold = { pupil: 'P001', because: 'bereavement', by: 'S1', at: AT, review: '2026-02-01' }
  const closure: Closure = {
    id: 'snow',
    from: DATE,
    until: DATE,
    sessions: ['AM', 'PM'],
    code: 'Y4',
    because: 'snow',
    by: 'S1',
    at: AT,
  }

  test('is open until then, and kept among what is past with who ended it', async () => {
    await stores.putHold(SCHOOL, { ...hold, because: 'first words' }, act())
    await stores.putHold(SCHOOL, hold, act())
    await stores.putClosure(SCHOOL, closure, act())
    await stores.putStop(SCHOOL, { contactId: 'C9', because: 'stop' as const, mobile: '+447700900009' }, act())
    await expect(stores.open(SCHOOL)).resolves.toMatchObject({
      holds: [hold],
      closures: [closure],
      stopped: [{ contactId: 'C9', because: 'stop' as const, mobile: '+447700900009' }],
    })
    await stores.raiseTask(SCHOOL, aTask({ id: 'to-do' }), act())
    const { tasks, ...rest } = await stores.open(SCHOOL)
    expect(tasks).not.toEqual([])
    await expect(stores.openButTasks(SCHOOL)).resolves.toEqual({ ...rest, tasks: [] })
    const ended = act('ended', { by: 'S2', at: '2026-01-14T08:00:00.000Z' })
    await expect(stores.endHold(SCHOOL, 'P001', ended)).resolves.toBe('ended')
    await expect(stores.endClosure(SCHOOL, 'snow', ended)).resolves.toBe('ended')
    await expect(stores.endStop(SCHOOL, 'C9', ended)).resolves.toBe('ended')
    await expect(stores.endStop(SCHOOL, 'C9', ended)).resolves.toBe('already')
    await expect(stores.open(SCHOOL)).resolves.toMatchObject({
      holds: [],
      closures: [],
      lateOpenings: [],
      due: [],
      stopped: [],
    })
    await expect(past('HOLD#')).resolves.toMatchObject([{ body: hold, act: { by: 'S2' }, v: 3 }])
    for (const what of ['CLOSURE#', 'STOP#']) await expect(past(what)).resolves.toHaveLength(1)
  })
})
