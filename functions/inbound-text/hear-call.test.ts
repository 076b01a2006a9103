import { beforeAll, describe, expect, test } from 'vitest'
import type { CallHeard } from '../../events/call-heard.v1.ts'
import type { Input } from '../../shared/domain/line/call.ts'
import type { Stores } from '../../shared/ports/stores.ts'
import { AMELIA, HANGS_UP, keys, play, SIAN, SILENCE, says, someFacts } from '../../test/support/line-facts.ts'
import { DAD, MUM, NEIGHBOUR, NOBODY, openLine } from '../../test/support/line-school.ts'
import { act, DATE, SCHOOL } from '../../test/support/stored-examples.ts'
import { hearCall } from './hear-call.ts'

const AT = '2026-01-12T10:40:00.000Z'
const MESSAGE: Input = { kind: 'recording', recording: 'RE1' }
const REPORT = [keys('1'), keys('1'), keys('2'), keys('1')]

let stores: Stores
let calls = 0
beforeAll(async () => {
  stores = (await openLine()).stores
})

interface Rung {
  readonly about?: string
  readonly children?: readonly (typeof AMELIA)[]
  readonly at?: string
  readonly transcripts?: Readonly<Record<string, string>>
}

/** Somebody rings, does this, and rings off or is done; the call is heard, and again as often as asked. */
const rung = async (from: string | undefined, inputs: readonly Input[], more: Rung = {}) => {
  const id = `call-${++calls}-of-the-tests`
  const about = more.about ?? DATE
  const { state, last } = play(someFacts({ children: more.children ?? [AMELIA], from: about }), inputs)
  const call = {
    id,
    academy: SCHOOL,
    version: 0,
    ...(from === undefined ? {} : { from }),
    began: more.at ?? AT,
    about,
    state,
    moves: [last],
    transcripts: more.transcripts ?? {},
  }
  await stores.line.keepCall(call, 0)
  const hear = (as: CallHeard['as'] = 'end') =>
    hearCall({ academy: SCHOOL, call: id, as }, { stores, now: call.began, log: { write: () => undefined } })
  await hear()
  const found = async () => {
    const days = await Promise.all([...new Set([DATE, about])].map((date) => stores.day(SCHOOL, date)))
    const reply = days.flatMap((day) => day.replies).find((each) => each.id.includes(`call-${calls}-of`))
    const { tasks } = await stores.open(SCHOOL)
    const words = reply && (await stores.replyWords(SCHOOL, reply.date, reply.id))
    return { reply, words, tasks: tasks.filter((task) => reply !== undefined && task.about === reply.id) }
  }
  return { call, hear, found, ...(await found()) }
}

const stand = (pupil: string, standing: 'unexplained' | 'arrived' = 'unexplained') =>
  stores.setStanding(
    SCHOOL,
    { pupil, classId: '7a', date: DATE, vulnerable: false },
    'AM',
    { standing, since: AT },
    undefined,
    [],
    act(),
  )
const standingOf = async (pupil: string) => (await stores.card(SCHOOL, DATE, pupil))?.sessions.AM?.standing

describe('a confirmed report of a parent', () => {
  test('is proposed, pauses calls, and waits for a person to confirm', async () => {
    await stand('P001')
    const { reply, tasks, words } = await rung(MUM, REPORT)
    expect(reply).toMatchObject({
      via: 'line',
      state: 'proposed',
      contactId: 'MUM',
      pupils: ['P001'],
      reading: { kind: 'reason', code: 'I', from: DATE, until: '2026-01-13', because: ['illness'] },
    })
    expect(tasks).toMatchObject([{ kind: 'confirm-reply', pupils: ['P001'], doers: ['office'], urgent: false }])
    expect(words).toContain('Reason: illness.')
    const card = await stores.card(SCHOOL, DATE, 'P001')
    expect([card?.sessions.AM?.standing, card?.reason?.via]).toEqual(['answered', 'line'])
  })
  test('never undoes that the child has arrived', async () => {
    await stand('P001', 'arrived')
    await rung(MUM, REPORT)
    expect(await standingOf('P001')).toBe('arrived')
  })
  test('heard twice, or again after a person has confirmed it, is one reply and one task', async () => {
    const { hear, found, reply } = await rung(MUM, REPORT)
    await hear()
    await hear('check')
    if (!reply) throw new Error('a report is kept')
    await stores.settleReply(SCHOOL, reply, 'confirmed', act())
    await hear()
    const after = await found()
    expect([after.reply?.state, after.tasks.length]).toEqual(['confirmed', 1])
  })
  test('of tomorrow is kept with tomorrow, and today’s card is not touched', async () => {
    await stand('P001')
    const { reply, tasks } = await rung(MUM, REPORT, { about: '2026-01-13', at: '2026-01-12T19:30:00.000Z' })
    expect(reply).toMatchObject({ date: '2026-01-13', outOfHours: true, reading: { from: '2026-01-13' } })
    expect(tasks).toMatchObject([{ kind: 'confirm-reply', date: '2026-01-13' }])
    expect(await standingOf('P001')).toBe('unexplained')
  })
  test('with a danger word in a transcript that comes later pages the safeguarding lead, even when it was confirmed', async () => {
    const { call, reply, found, hear } = await rung(MUM, [keys('1'), keys('1'), keys('1'), keys('3'), MESSAGE])
    expect(reply?.state).toBe('proposed')
    if (!reply) throw new Error('a report is kept')
    await stores.settleReply(SCHOOL, reply, 'confirmed', act())
    await stores.line.keepCall({ ...call, transcripts: { RE1: 'he says he will run away' } }, 1)
    await hear('transcript')
    const after = await found()
    expect(after.tasks.map(({ kind }) => kind).toSorted()).toEqual(['confirm-reply', 'safeguarding'])
    expect(after.words).toContain('run away')
    expect(after.reply?.state).toBe('confirmed')
  })
})

test('a report of a child who is not the caller’s any more when it is heard is put on no brother or sister', async () => {
  await stand('P001')
  const gone = { ...AMELIA, key: 'P009' }
  const { reply, tasks } = await rung(MUM, REPORT, { children: [gone] })
  expect(reply).toMatchObject({ state: 'unread', pupils: [] })
  expect(tasks).toMatchObject([{ kind: 'unread', pupils: [] }])
  expect(await standingOf('P001')).toBe('unexplained')
})

describe('a call that came to no report', () => {
  test('is a partial report: what was told, the children it was about, and a person to ring back', async () => {
    await stand('P001')
    const { reply, tasks, words } = await rung(MUM, [keys('1'), keys('1'), HANGS_UP])
    expect(reply).toMatchObject({ state: 'unread', pupils: ['P001'], reading: { kind: 'unclear', code: 'I' } })
    expect(tasks).toMatchObject([{ kind: 'unread', urgent: true, pupils: ['P001'] }])
    expect(words).toContain('Reason: illness.')
    expect(await standingOf('P001')).toBe('unexplained')
  })
  test('of a parent who said nothing at all is rung back too', async () => {
    const { reply, tasks } = await rung(MUM, [HANGS_UP], { children: [AMELIA, SIAN] })
    expect([reply?.reading.kind, reply?.pupils]).toEqual(['empty', ['P001', 'P002']])
    expect(tasks).toMatchObject([{ kind: 'unread' }])
  })
  test('of which nobody said that it is over is ended a quarter of an hour later', async () => {
    const { call, hear, found } = await rung(MUM, [keys('1'), keys('1')])
    await hear('check')
    expect((await stores.line.call(SCHOOL, call.id))?.state.place).toBe('over')
    expect((await found()).tasks).toMatchObject([{ kind: 'unread' }])
  })
  test('gets its transcript into the words when it comes', async () => {
    const { call, found, hear, words } = await rung(MUM, [keys('*'), MESSAGE])
    expect(words).toContain('Recorded as RE1; no transcript yet')
    await stores.line.keepCall({ ...call, transcripts: { RE1: 'she has a cold' } }, 1)
    await hear('transcript')
    const after = await found()
    expect(after.words).toContain('Recorded as RE1: “she has a cold”')
    expect(after.tasks).toHaveLength(1)
  })
  test('of somebody the office has spoken to asks for nothing', async () => {
    expect(
      (await rung(NOBODY, [keys('0'), { kind: 'transfer', answered: true }], { children: [] })).reply,
    ).toBeUndefined()
  })
})

describe('whoever may not speak for the child', () => {
  test('a barred father changes no mark and no card, and the safeguarding lead is paged', async () => {
    await stand('P002')
    const { reply, tasks } = await rung(DAD, [keys('01102017'), MESSAGE], { children: [] })
    expect(reply).toMatchObject({ state: 'unread', pupils: ['P002'] })
    expect(tasks).toMatchObject([{ kind: 'safeguarding', urgent: true, doers: ['dsl'] }])
    expect(await standingOf('P002')).toBe('unexplained')
  })
  test('who says nothing of whom it is about is taken to mean the child they are barred from', async () => {
    const { reply, tasks } = await rung(DAD, [SILENCE, SILENCE], { children: [] })
    expect([reply?.pupils, tasks[0]?.kind]).toEqual([['P002'], 'safeguarding'])
  })
  test('and of his other child he is heard like any parent', async () => {
    expect((await rung(DAD, REPORT)).reply).toMatchObject({ state: 'proposed', pupils: ['P001'], contactId: 'DAD' })
  })
  test('a neighbour is no contact: the office rings a parent', async () => {
    const { reply, tasks } = await rung(NEIGHBOUR, [SILENCE, MESSAGE], { children: [] })
    expect([reply?.state, tasks[0]?.kind]).toEqual(['unread', 'unread'])
    expect(tasks[0]?.why).toMatch(/not contact/)
  })
  test.each([
    ['a number of nobody', NOBODY],
    ['a withheld number', undefined],
  ])('%s leaves a message that belongs to no child', async (_who, from) => {
    const { reply, tasks, words } = await rung(from, [keys('01102017'), MESSAGE], { children: [] })
    expect(reply).toMatchObject({ state: 'unread', pupils: [] })
    expect(reply?.contactId).toBeUndefined()
    expect(tasks).toMatchObject([{ kind: 'unknown-number' }])
    expect(words).toContain('Date of birth keyed: 2017-10-01.')
  })
  test('who rings off without a word leaves nothing', async () => {
    expect((await rung(undefined, [HANGS_UP], { children: [] })).reply).toBeUndefined()
  })
  test('a danger word of anybody pages the safeguarding lead', async () => {
    const { tasks } = await rung(NOBODY, [says('somebody has a knife'), HANGS_UP], { children: [] })
    expect(tasks).toMatchObject([{ kind: 'safeguarding', doers: ['dsl'] }])
  })
  test('a contact barred between the call and its hearing is heard as barred', async () => {
    // The dialogue took the report; by the time it is heard, the record says otherwise.
    const { reply, tasks } = await rung(DAD, REPORT, { children: [SIAN] })
    expect([reply?.state, tasks[0]?.kind]).toEqual(['unread', 'safeguarding'])
  })
})

test('a danger word spoken in the middle of a call does not wait for its end, and is one reply with it', async () => {
  const { call, found, hear } = await rung(MUM, [says('we are not safe')])
  expect((await found()).tasks).toMatchObject([{ kind: 'safeguarding' }])
  await stores.line.keepCall({ ...call, state: play(someFacts(), [says('we are not safe'), HANGS_UP]).state }, 1)
  await hear()
  expect((await found()).tasks).toHaveLength(1)
})

test('a call that is not known is tried again, and then waits with the dead letters', async () => {
  const unknown = { academy: SCHOOL, call: 'never-rang-at-all', as: 'end' } as const
  await expect(hearCall(unknown, { stores, now: AT, log: { write: () => undefined } })).rejects.toThrow(
    /not in the record/,
  )
})
