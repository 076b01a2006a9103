/** One morning of answers by text, through the phone simulator: whose word counts, for which child and which day, and who still has to act. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Child, classOf, mobile } from './support/people.ts'
import { openSchool, type School } from './support/school.ts'

const KIT = { parents: [{ name: 'Kit Ashdown', mobile: '001', contactId: 'C-KIT' }] }
const BARRED = { priority: 2, mobile: '203', more: { courtRestriction: 'Y', courtRef: 'FD26P1' } }
/** P001 and P002 are sister and brother; a father is barred from P003 by a court. */
const PUPILS: readonly Child[] = classOf('3B').map((child) => {
  if (child.id === 'P001' || child.id === 'P002') return { ...child, ...KIT }
  return child.id === 'P003' ? { ...child, parents: [{ mobile: '003' }, BARRED] } : child
})
const ABSENT = ['P001', 'P002', 'P003', 'P004', 'P005', 'P006', 'P007', 'P008']

interface Shown {
  readonly id: string
  readonly words: string
  readonly state: string
  readonly pupils: readonly string[]
  readonly reading: { readonly code?: string; readonly confidence: string; readonly because: readonly string[] }
}

interface Row {
  readonly tasks: readonly { readonly id: string; readonly kind: string }[]
  readonly said?: readonly Shown[]
}

let school: School
const replyOf = async (words: string): Promise<Shown | undefined> => {
  const { body } = await school.api('office', 'GET', 'replies')
  return (body as { replies: readonly Shown[] }).replies.find((reply) => reply.words === words)
}
const markOf = async (pupil: string, date = '2026-01-12') => {
  const { body } = await school.api('office', 'GET', `registers/${date}/AM/3b`)
  return (body as { marks: Readonly<Record<string, { code: string }>> }).marks[pupil]?.code
}
const openAbout = async (pupil: string) =>
  (await school.tasks()).filter((task) => task.state === 'open' && task.pupils.includes(pupil)).map(({ kind }) => kind)
const textsTo = async (ending: string) =>
  (await school.texts()).filter(({ to }) => to === mobile(ending)).map(({ kind }) => kind)

beforeAll(async () => {
  school = await openSchool({
    pupils: PUPILS,
    change: (loaded) => ({
      ...loaded,
      policy: {
        ...loaded.policy,
        brake: { ...loaded.policy.brake, classShare: 100, academyShare: 100 },
        replies: { ...loaded.policy.replies, illnessDays: 1 },
      },
    }),
  })
  await school.clock.to('09:05')
  await school.takeRegister('3B', 'AM', { absent: ABSENT })
  await school.clock.to('10:31')
  for (const text of await school.texts('unreported')) await school.receipt(text, 'delivered')
})
afterAll(() => school.close())

describe('an answer', () => {
  test('in which a brother tells of his sister is of the sister alone, never authorised by itself, and he is still missing', async () => {
    const words = 'Bilal says Amelia is ill'
    await school.reply(mobile('001'), words)
    const reply = await replyOf(words)
    expect([reply?.state, reply?.pupils, reply?.reading]).toMatchObject([
      'proposed',
      ['P001'],
      { code: 'I', confidence: 'low', because: ['ill'] },
    ])
    expect([await markOf('P001'), await markOf('P002')]).toEqual(['N', 'N'])
    expect([await openAbout('P001'), await openAbout('P002')]).toEqual([['confirm-reply'], []])
    const dismissed = await school.api('office', 'POST', `replies/${reply?.id}/dismiss`, { because: 'Rung about both' })
    expect(dismissed.status).toBe(200)
    expect(await openAbout('P001')).toEqual([])
  })
  test('that says two things of a sister and a brother is one proposal each: one is confirmed, the other waits', async () => {
    const words = 'Amelia has the dentist, Bilal is on his way'
    await school.reply(mobile('001'), words)
    const reply = await replyOf(words)
    expect([reply?.state, reply?.pupils.toSorted()]).toEqual(['proposed', ['P001', 'P002']])
    const confirmed = await school.api('office', 'POST', `replies/${reply?.id}/confirm`, { pupils: ['P001'] })
    expect(confirmed).toMatchObject({ status: 200, body: { code: 'M' } })
    expect([await markOf('P001'), await markOf('P002')]).toEqual(['M', 'N'])
    expect(await openAbout('P002')).toContain('confirm-reply')
    expect(await textsTo('001')).toEqual(['unreported', 'acknowledgement'])
  })
  test('that reports a day of illness is authorised by itself where the policy says so, and by nobody else’s hand', async () => {
    await school.reply(mobile('004'), 'Dawit has a temperature')
    expect([await markOf('P004'), await openAbout('P004')]).toEqual(['I', []])
    const authorised = (await school.timeline()).filter(
      ({ kind, pupils }) => kind === 'reply-confirmed' && pupils.includes('P004'),
    )
    expect(authorised.map(({ by }) => by)).toEqual(['policy rule'])
  })
  test('of a stranger who writes again and again is one thing to read, shown whole; only what was read can be ended', async () => {
    const stranger = mobile('990')
    const office = async () => {
      const { body } = await school.api('office', 'GET', 'days/2026-01-12')
      return (body as { rows: readonly Row[] }).rows.filter(({ tasks }) =>
        tasks.some(({ kind }) => kind === 'unknown-number'),
      )
    }
    const words = Array.from({ length: 12 }, (_, nth) => `is this the school? ${nth}`)
    for (const each of words.slice(0, 11)) await school.reply(stranger, each)
    const [row, ...more] = await office()
    expect([more, row?.said?.map((each) => each.words).toSorted()]).toEqual([[], words.slice(0, 11).toSorted()])
    await school.reply(stranger, words[11] ?? '')
    const end = (read: Row | undefined) =>
      school.api('office', 'POST', `tasks/${row?.tasks[0]?.id}/outcome`, {
        what: 'Somebody else’s school',
        read: read?.said?.map(({ id }) => id),
      })
    expect(await end(row)).toMatchObject({ status: 409, body: { code: 'more-was-written' } })
    expect((await end((await office())[0])).status).toBe(200)
    await school.reply(stranger, 'hello?')
    expect(await office()).toHaveLength(1)
  })
  test('of a father whom a court has barred changes nothing, thanks nobody, and pages the safeguarding lead', async () => {
    await school.reply(mobile('203'), 'Cerys is ill')
    expect([await markOf('P003'), await textsTo('203')]).toEqual(['N', []])
    expect(await openAbout('P003')).toEqual(['safeguarding'])
    expect((await school.texts('page')).length).toBeGreaterThan(0)
  })
  test('of a machine is no contact: nobody is thanked, and the family is rung at lunch', async () => {
    await school.reply(mobile('006'), 'I’m driving. I’ll call you later')
    expect([await textsTo('006'), await openAbout('P006')]).toEqual([['unreported'], []])
  })
  test('is what staff make of it: they change the code and the dates, and the register has theirs, not the parent’s', async () => {
    const words = 'Hana is poorly until wednesday'
    await school.reply(mobile('008'), words)
    const reply = await replyOf(words)
    expect([reply?.state, await markOf('P008')]).toEqual(['proposed', 'N'])
    const changed = { code: 'M', until: '2026-01-13' }
    const { status, body } = await school.api('office', 'POST', `replies/${reply?.id}/confirm`, changed)
    expect([status, body]).toMatchObject([200, { code: 'M', coveredUntil: '2026-01-13' }])
    expect([await markOf('P008'), await markOf('P008', '2026-01-13'), await openAbout('P008')]).toEqual(['M', 'M', []])
    expect(await replyOf(words)).toMatchObject({ state: 'confirmed', reading: { code: 'I', until: '2026-01-14' } })
  })
  test('is thanked once a day, however often the family writes', async () => {
    await school.reply(mobile('008'), 'she has the letter from the hospital with her')
    await school.reply(mobile('008'), 'Hana sends her love')
    expect(await textsTo('008')).toEqual(['unreported', 'acknowledgement'])
  })
  test('that comes after the child has come in proposes nothing, and is there to read', async () => {
    await school.clock.to('10:40')
    await school.arrives('P005')
    await school.reply(mobile('005'), 'Elsie is ill')
    expect((await replyOf('Elsie is ill'))?.state).toBe('unread')
    expect([await markOf('P005'), await openAbout('P005')]).toEqual(['U', ['unread']])
  })
  test('has had its effect by lunch: only those nobody has spoken for are rung', async () => {
    await school.clock.to('12:31')
    const rung = (await school.tasks('call')).filter(({ state }) => state === 'open').flatMap(({ pupils }) => pupils)
    expect(rung.toSorted()).toEqual(['P003', 'P006', 'P007'])
  })
  test('of the next morning about yesterday explains yesterday, in the register of that day, and nothing of today', async () => {
    await school.clock.to('2026-01-13 07:30')
    const words = 'sorry George was poorly yesterday'
    await school.reply(mobile('007'), words)
    const reply = await replyOf(words)
    expect(reply?.state).toBe('proposed')
    expect((await school.api('office', 'POST', `replies/${reply?.id}/confirm`, {})).status).toBe(200)
    expect(await markOf('P007')).toBe('I')
    await school.clock.to('2026-01-13 09:05')
    await school.takeRegister('3B', 'AM', { absent: ['P004', 'P007'] })
    await school.clock.to('2026-01-13 10:31')
    expect([await markOf('P007', '2026-01-13'), await textsTo('007')]).toEqual([
      'N',
      ['unreported', 'acknowledgement', 'unreported'],
    ])
  })
  test('that reports a second day of illness is a person’s to confirm where the policy authorises one', async () => {
    const words = 'Dawit still has a temperature'
    await school.reply(mobile('004'), words)
    expect([(await replyOf(words))?.state, await markOf('P004', '2026-01-13')]).toEqual(['proposed', 'N'])
    expect(await openAbout('P004')).toContain('confirm-reply')
    expect(await textsTo('004')).toEqual(['unreported', 'acknowledgement', 'unreported', 'acknowledgement'])
  })
})
