import * as fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import type { InboundText } from '../../events/inbound-text.v1.ts'
import type { TextPlanned } from '../../events/text-planned.v1.ts'
import { type Standing, textSlot } from '../../shared/domain/absence.ts'
import type { Reply } from '../../shared/domain/known.ts'
import type { Contact, Pupil, PupilKey } from '../../shared/domain/people.ts'
import type { Task } from '../../shared/domain/task.ts'
import { addMinutes } from '../../shared/domain/time.ts'
import type { Queue } from '../../shared/ports/queue.ts'
import type { Act, Stores } from '../../shared/ports/stores.ts'
import { springbankPolicy } from '../../test/support/policies.ts'
import { AT, aContact, act, aPupil, DATE } from '../../test/support/stored-examples.ts'
import { freshStores } from '../../test/support/stores.ts'
import { hearText, NoSuchAcademy } from './use-case.ts'

const SCHOOL = 'springbank'
const SCHOOL_NUMBER = springbankPolicy.texts.number
const MUM = '+447700900101'
const DAD = '+447700900102'
const NEIGHBOUR = '+447700900103'
const LEAVER = '+447700900104'

let stores: Stores
let messages = 0
const acts: Act[] = []
const planned: TextPlanned[] = []
const texts: Queue = { send: async (messages) => void planned.push(...(messages as TextPlanned[])) }

const contact = (contactId: string, mobile: string, more: Partial<Contact> = {}) =>
  aContact({ contactId, mobile, ...more })

/** Amelia and Siân; Mum is both children's, Dad is barred from Siân, a neighbour may only ring. */
const CONTACTS: Readonly<Record<PupilKey, readonly Contact[]>> = {
  P001: [
    contact('MUM', MUM),
    contact('DAD', DAD),
    contact('NEXT', NEIGHBOUR, { parentalResponsibility: false, livesWith: false, hasCare: false }),
  ],
  P002: [contact('MUM', MUM), contact('DAD', DAD, { courtRestriction: true })],
  P003: [contact('GONE', LEAVER)],
}

const recording = (real: Stores): Stores => ({
  ...real,
  keepReply: (academy, reply, words, why) => {
    acts.push(why)
    return real.keepReply(academy, reply, words, why)
  },
  raiseTask: (academy, task, why) => {
    acts.push(why)
    return real.raiseTask(academy, task, why)
  },
})

beforeAll(async () => {
  const fresh = await freshStores()
  stores = recording(fresh.stores)
  await stores.policies.publish(SCHOOL, { version: 'v1', policy: springbankPolicy, from: '2025-09-01' }, act())
  const pupils = [
    aPupil({ key: 'P001', pupilId: 'P001', forename: 'Amelia' }),
    aPupil({ key: 'P002', pupilId: 'P002', forename: 'Siân' }),
    aPupil({ key: 'P003', pupilId: 'P003', forename: 'Tom', left: '2025-12-19' }),
  ]
  await stores.roll.stage(SCHOOL, 1, { file: 'roll', pupils })
  await stores.roll.goLive(SCHOOL, 'roll', 0, 1, undefined, act())
  await stores.roll.stage(SCHOOL, 1, { file: 'contacts', byPupil: CONTACTS })
  await stores.roll.goLive(SCHOOL, 'contacts', 0, 1, undefined, act())
})

const stand = (pupil: PupilKey, standing: Standing) =>
  stores.setStanding(
    SCHOOL,
    { pupil, classId: '7a', date: DATE, vulnerable: false },
    'AM',
    { standing, since: AT },
    undefined,
    [],
    act(),
  )
const standingOf = async (pupil: PupilKey) => (await stores.card(SCHOOL, DATE, pupil))?.sessions.AM?.standing

interface Sent {
  readonly reply: Reply
  readonly tasks: readonly Task[]
  readonly again: () => Promise<void>
}

/** Sends a text to the school and gives what was kept and asked because of it. */
const send = async (from: string, words: string, now = AT): Promise<Sent> => {
  const inboundMessageId = `m${++messages}`
  const text = { originationNumber: from, destinationNumber: SCHOOL_NUMBER, messageBody: words, inboundMessageId }
  const again = () => hearText(text, { stores, texts, now, log: { write: () => undefined } })
  await again()
  const reply = (await stores.day(SCHOOL, DATE)).replies.find(({ id }) => id === `r-${inboundMessageId}`)
  if (!reply) throw new Error('the reply was not kept')
  const { tasks } = await stores.open(SCHOOL)
  return { reply, tasks: tasks.filter(({ about }) => about === reply.id), again }
}

describe('a clear reply', () => {
  test('pauses calls about the child it names, and asks a person to confirm', async () => {
    await stand('P001', 'unexplained')
    await stand('P002', 'unexplained')
    const { reply, tasks } = await send(MUM, 'Amelia has a temperature, back thursday')
    expect(reply).toMatchObject({ state: 'proposed', contactId: 'MUM', pupils: ['P001'] })
    expect(tasks).toMatchObject([{ kind: 'confirm-reply', pupils: ['P001'], doers: ['office'] }])
    expect([await standingOf('P001'), await standingOf('P002')]).toEqual(['answered', 'unexplained'])
    expect((await stores.card(SCHOOL, DATE, 'P001'))?.reason).toEqual({
      code: 'I',
      by: 'parent:MUM',
      via: 'text',
      at: AT,
      until: '2026-01-14',
    })
  })
  test('that names nobody is about every child who is missing', async () => {
    await stand('P001', 'unexplained')
    await stand('P002', 'unexplained')
    expect((await send(MUM, 'both poorly')).reply.pupils).toEqual(['P001', 'P002'])
    expect([await standingOf('P001'), await standingOf('P002')]).toEqual(['answered', 'answered'])
  })
  test('comes from the same phone however the carrier writes the number', async () => {
    for (const number of ['447700900101', '07700900101', '00447700900101'])
      expect((await send(number, 'poorly')).reply.contactId).toBe('MUM')
  })
  test.each(['arrived', 'reported'] as const)('never undoes that the child has %s', async (standing) => {
    await stand('P001', standing)
    await send(MUM, 'Amelia is on the bus')
    expect(await standingOf('P001')).toBe(standing)
  })
  test('about tomorrow says nothing of today', async () => {
    await stand('P001', 'unexplained')
    const { reply, tasks } = await send(MUM, 'Amelia has the dentist tomorrow')
    expect([reply.state, tasks[0]?.kind, await standingOf('P001')]).toEqual(['unread', 'unread', 'unexplained'])
  })
  test('delivered twice is one reply and one task', async () => {
    await stand('P001', 'unexplained')
    const { reply, again } = await send(MUM, 'Amelia is ill')
    await again()
    const { replies } = await stores.day(SCHOOL, DATE)
    const { tasks } = await stores.open(SCHOOL)
    expect(replies.filter(({ id }) => id === reply.id)).toHaveLength(1)
    expect(tasks.filter(({ about }) => about === reply.id)).toHaveLength(1)
  })
  test('delivered again after the office dismissed it does not pause calls again', async () => {
    await stand('P001', 'unexplained')
    const { reply, again } = await send(MUM, 'Amelia is ill')
    await stores.settleReply(SCHOOL, reply, 'dismissed', act())
    await stand('P001', 'unexplained')
    await again()
    expect(await standingOf('P001')).toBe('unexplained')
  })
})

describe('not contact', () => {
  test.each([
    ["she is at her dad's", 'elsewhere', 'unread'],
    ['???', 'empty', 'unread'],
    ['why are you texting', 'unclear', 'unread'],
    ['Oliver is ill', 'unclear', 'unread'],
    ['Fiica mea este bolnavă astăzi', 'foreign', 'unread'],
    ['who is this?', 'wrong-number', 'wrong-number'],
  ])('%s leaves the child missing and goes to a person', async (words, reading, kind) => {
    await stand('P001', 'unexplained')
    const { reply, tasks } = await send(MUM, words)
    expect(reply).toMatchObject({ state: 'unread', reading: { kind: reading } })
    expect(tasks).toMatchObject([{ kind }])
    expect(await standingOf('P001')).toBe('unexplained')
  })
  test('an automatic answer asks nothing of anybody', async () => {
    await stand('P001', 'unexplained')
    const { reply, tasks } = await send(MUM, "I'm driving and will see your message later")
    expect([reply.state, tasks, await standingOf('P001')]).toEqual(['dismissed', [], 'unexplained'])
  })
  test('a neighbour’s word is read by a person, and the child is still missing', async () => {
    await stand('P001', 'unexplained')
    const { reply, tasks } = await send(NEIGHBOUR, 'Amelia is ill')
    expect([reply.state, tasks[0]?.kind, await standingOf('P001')]).toEqual(['unread', 'unread', 'unexplained'])
  })
  test('a text from a number nobody knows is kept for the office', async () => {
    const { reply, tasks } = await send('+447700900999', 'Amelia is ill')
    expect(reply).toMatchObject({ state: 'unread', pupils: [] })
    expect(reply).not.toHaveProperty('contactId')
    expect(tasks).toMatchObject([{ kind: 'unknown-number', doers: ['office'] }])
  })
  test('a reply about a child who has left is read by a person', async () => {
    expect((await send(LEAVER, 'Tom is ill')).tasks).toMatchObject([{ kind: 'unread', pupils: [] }])
  })
})

describe('somebody who is barred from a child', () => {
  test('pages the safeguarding lead and changes nothing', async () => {
    await stand('P002', 'unexplained')
    const { reply, tasks } = await send(DAD, 'Siân is ill')
    expect(reply).toMatchObject({ state: 'unread', pupils: ['P002'] })
    expect(tasks).toMatchObject([{ kind: 'safeguarding', urgent: true, doers: ['dsl'] }])
    expect(await standingOf('P002')).toBe('unexplained')
  })
  test('who names nobody while that child is missing is taken to mean that child', async () => {
    await stand('P001', 'arrived')
    await stand('P002', 'unexplained')
    expect((await send(DAD, 'poorly today')).tasks).toMatchObject([{ kind: 'safeguarding', pupils: ['P002'] }])
  })
  test('is heard about their other child', async () => {
    await stand('P001', 'unexplained')
    expect((await send(DAD, 'Amelia is ill')).reply).toMatchObject({ state: 'proposed', pupils: ['P001'] })
  })
  test('may still stop our texts', async () => {
    await send(DAD, 'STOP')
    expect((await stores.open(SCHOOL)).stopped.map((stop) => stop.contactId)).toContain('DAD')
  })
})

describe('danger', () => {
  test.each([MUM, '+447700900998'])('pages the safeguarding lead whoever sent it', async (from) => {
    const { reply, tasks } = await send(from, 'she is ill, he hit me')
    expect(reply).toMatchObject({ state: 'unread', reading: { kind: 'danger' } })
    expect(tasks).toMatchObject([{ kind: 'safeguarding', urgent: true, about: reply.id }])
  })
  test('while the school is closed is out of hours; in the session it was open, and once the closure is undone, it is not', async () => {
    const snow = { from: DATE, until: DATE, code: 'Y4', because: 'Snow', by: 'head', at: AT } as const
    const outOfHours = async (at: string) => (await send(MUM, 'help me', at)).reply.outOfHours
    await stores.putClosure(SCHOOL, { ...snow, id: 'pm', sessions: ['PM'] }, act())
    expect([await outOfHours('2026-01-12T11:00:00.000Z'), await outOfHours('2026-01-12T14:00:00.000Z')]).toEqual([
      false,
      true,
    ])
    await stores.putClosure(SCHOOL, { ...snow, id: 'am', sessions: ['AM'] }, act())
    expect(await outOfHours('2026-01-12T11:00:00.000Z')).toBe(true)
    await stores.endClosure(SCHOOL, 'am', act())
    await stores.endClosure(SCHOOL, 'pm', act())
    expect(await outOfHours('2026-01-12T14:00:00.000Z')).toBe(false)
  })
  test('at night is known to be out of hours', async () => {
    expect((await send(MUM, 'help me', '2026-01-12T22:30:00.000Z')).reply.outOfHours).toBe(true)
  })
})

describe('STOP', () => {
  test('is honoured, and somebody rings instead', async () => {
    const { tasks } = await send(MUM, 'Stop')
    expect((await stores.open(SCHOOL)).stopped).toContainEqual({ contactId: 'MUM', because: 'stop', mobile: MUM })
    expect(tasks).toMatchObject([{ kind: 'stopped-texts', doers: ['office'] }])
  })
  test('ends when the same phone says START, and asks nothing of anybody', async () => {
    await send(MUM, 'Stop')
    const { tasks } = await send(MUM, 'START')
    expect((await stores.open(SCHOOL)).stopped.map((stop) => stop.mobile)).not.toContain(MUM)
    expect(tasks).toEqual([])
  })
})

test('what was said is kept for those who may read it, and is in no act', async () => {
  const words = 'Amelia is ill because of her secret'
  const { reply } = await send(MUM, words)
  expect(await stores.replyWords(SCHOOL, DATE, reply.id)).toBe(words)
  expect(JSON.stringify(acts)).not.toMatch(/secret|temperature|hit me/)
})

test('ten kilobytes, emoji, right-to-left and control characters are kept as they came', async () => {
  for (const words of ['a'.repeat(10_000), '🙂'.repeat(2_500), '\u202e\u05de'.repeat(100), '\u0000\u0007']) {
    const { reply } = await send(MUM, words)
    expect(await stores.replyWords(SCHOOL, DATE, reply.id)).toBe(words)
  }
})

test('a text to a number of no academy is never dropped: it goes to the dead letters', async () => {
  const logged: string[] = []
  const text = {
    originationNumber: MUM,
    destinationNumber: '+447700900555',
    messageBody: 'hello',
    inboundMessageId: 'lost',
  }
  const log = { write: (code: string) => void logged.push(code) }
  await expect(hearText(text, { stores, texts, now: AT, log })).rejects.toThrow(NoSuchAcademy)
  expect(logged).toEqual(['REPLY_UNKNOWN_ACADEMY'])
})

test('a reply that died half way is finished when it comes again', async () => {
  for (const step of ['setStanding', 'raiseTask'] as const) {
    await stand('P001', 'unexplained')
    const id = `half-${step}`
    const text = {
      originationNumber: MUM,
      destinationNumber: SCHOOL_NUMBER,
      messageBody: 'Amelia is ill',
      inboundMessageId: id,
    }
    const log = { write: () => undefined }
    const dying: Stores = { ...stores, [step]: () => Promise.reject(new Error('the table is away')) }
    await expect(hearText(text, { stores: dying, texts, now: AT, log })).rejects.toThrow()
    await hearText(text, { stores, texts, now: AT, log })
    expect(await standingOf('P001')).toBe('answered')
    const { tasks } = await stores.open(SCHOOL)
    expect(tasks.filter(({ about }) => about === `r-${id}`)).toHaveLength(1)
  }
})

test('replies in any order, and each of them again, leave one state', async () => {
  const said = [
    [MUM, 'Amelia has a temperature'],
    [DAD, 'Amelia says he hit me'],
    [NEIGHBOUR, 'Amelia is poorly'],
    // In each run somebody else: what one stranger writes while a task about them is open raises no other.
    [undefined, 'hello, a question'],
  ] as const
  const heardInOrder = async (order: readonly number[]) => {
    await stand('P001', 'unexplained')
    const run = `order${++messages}`
    for (const nth of order) {
      const [originationNumber = `+447700900${500 + messages}`, messageBody = ''] = said[nth] ?? []
      const text = {
        originationNumber,
        destinationNumber: SCHOOL_NUMBER,
        messageBody,
        inboundMessageId: `${run}-${nth}`,
      }
      await hearText(text, { stores, texts, now: AT, log: { write: () => undefined } })
    }
    const [{ replies }, { tasks }] = await Promise.all([stores.day(SCHOOL, DATE), stores.open(SCHOOL)])
    return {
      standing: await standingOf('P001'),
      replies: replies
        .filter(({ id }) => id.startsWith(`r-${run}-`))
        .toSorted((one, other) => (one.id < other.id ? -1 : 1))
        .map(({ id, state, reading, pupils }) => ({
          state,
          kind: reading.kind,
          pupils,
          tasks: tasks.filter(({ about }) => about === id).map(({ kind, urgent, doers }) => ({ kind, urgent, doers })),
        })),
    }
  }
  const once = await heardInOrder([0, 1, 2, 3])
  expect(once.replies.map(({ kind }) => kind)).toEqual(['reason', 'danger', 'reason', 'unclear'])
  const permuted = fc.tuple(
    fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }),
    fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 3 }),
  )
  await fc.assert(
    fc.asyncProperty(permuted, async ([order, again]) => {
      expect(await heardInOrder([...order, ...again])).toEqual(once)
    }),
    { numRuns: 6 },
  )
})

describe('brothers and sisters in one text', () => {
  test('are proposed each by themselves, with their own reading', async () => {
    await stand('P001', 'unexplained')
    await stand('P002', 'unexplained')
    const { reply, tasks } = await send(MUM, 'Amelia is ill, Siân is on her way')
    expect(reply.readings).toMatchObject({ P001: { kind: 'reason', code: 'I' }, P002: { kind: 'coming' } })
    expect(tasks.map(({ kind, pupils }) => [kind, pupils])).toEqual([
      ['confirm-reply', ['P001']],
      ['confirm-reply', ['P002']],
    ])
    expect([await standingOf('P001'), await standingOf('P002')]).toEqual(['answered', 'answered'])
    expect((await stores.card(SCHOOL, DATE, 'P002'))?.reason).not.toHaveProperty('code')
  })
  test('of whom only one is answered for leave the other missing, with a task of their own', async () => {
    await stand('P001', 'unexplained')
    await stand('P002', 'unexplained')
    const { reply, tasks } = await send(MUM, "Amelia is ill, Siân is at her dad's")
    expect(reply).toMatchObject({ state: 'proposed', unread: ['P002'] })
    expect(tasks.map(({ kind, pupils, urgent }) => [kind, pupils, urgent])).toEqual([
      ['confirm-reply', ['P001'], false],
      ['unread', ['P002'], true],
    ])
    expect([await standingOf('P001'), await standingOf('P002')]).toEqual(['answered', 'unexplained'])
  })
  test('judged one by one: the reply is open until the last', async () => {
    const { reply } = await send(MUM, 'Amelia is ill, Siân is on her way')
    await stores.settleChildren(SCHOOL, reply, ['P001'], 'confirmed', act())
    const half = (await stores.day(SCHOOL, DATE)).replies.find(({ id }) => id === reply.id)
    expect(half).toMatchObject({ state: 'proposed', settled: { P001: 'confirmed' } })
    expect(await stores.settleChildren(SCHOOL, reply, ['P001'], 'dismissed', act())).toBe('already')
    if (half) await stores.settleChildren(SCHOOL, half, ['P002'], 'dismissed', act())
    const whole = (await stores.day(SCHOOL, DATE)).replies.find(({ id }) => id === reply.id)
    expect(whole).toMatchObject({ state: 'confirmed', settled: { P001: 'confirmed', P002: 'dismissed' } })
  })
})

describe('a reply after the child has come in', () => {
  test('proposes nothing, and is there to read', async () => {
    await stand('P001', 'arrived')
    const { reply, tasks } = await send(MUM, 'Amelia was at the dentist')
    expect(reply.state).toBe('unread')
    expect(tasks).toMatchObject([{ kind: 'unread', urgent: false }])
    expect(await standingOf('P001')).toBe('arrived')
  })
  test('that says a child is away whom the register has present makes somebody look at once', async () => {
    const register = { classId: '7a', date: DATE, session: 'AM', version: 1, submitted: true, asOf: AT } as const
    await stand('P001', 'withdrawn')
    await stores.saveRegister(SCHOOL, { ...register, marks: { P001: { code: '/', source: 'teacher' } } }, 0, act())
    const { reply, tasks } = await send(MUM, 'Amelia is ill')
    expect([reply.state, tasks.map(({ urgent, kind }) => [kind, urgent])]).toEqual(['unread', [['unread', true]]])
  })
})

describe('a reply on another day', () => {
  const TUESDAY = '2026-01-13'
  const SATURDAY = '2026-01-17'
  const text = (id: string, messageBody: string, more: Partial<InboundText> = {}): InboundText => ({
    originationNumber: MUM,
    destinationNumber: SCHOOL_NUMBER,
    messageBody,
    inboundMessageId: id,
    ...more,
  })
  const hearAt = async (now: string, heard: InboundText) => {
    await hearText(heard, { stores, texts, now, log: { write: () => undefined } })
    const { replies } = await stores.day(SCHOOL, now.slice(0, 10))
    return replies.find(({ id }) => id === `r-${heard.inboundMessageId}`)
  }
  const textedOnMonday = async (providerId: string) => {
    await stand('P001', 'unexplained')
    const record = { kind: 'unreported', step: 'first', session: 'AM', contactId: 'MUM' } as const
    const home = { on: 'cards', date: DATE, owner: 'P001', pupils: ['P001'] } as const
    const claimed = { ...record, state: 'claimed', at: AT, leaseUntil: AT } as const
    await stores.claimText(SCHOOL, home, textSlot(record), claimed, { session: 'AM', while: [] }, act())
    await stores.moveText(SCHOOL, home, textSlot(record), { state: 'accepted', at: AT, providerId }, act())
  }

  test('before the gates open is about yesterday’s text, and says nothing of today', async () => {
    await textedOnMonday('sent-on-monday')
    const reply = await hearAt(`${TUESDAY}T07:10:00.000Z`, text('morning-after', 'she was poorly'))
    expect(reply).toMatchObject({
      state: 'proposed',
      pupils: ['P001'],
      reading: { from: DATE, until: DATE, confidence: 'low' },
    })
  })
  test('in answer to yesterday’s text is about yesterday, whatever the time', async () => {
    const answer = text('in-thread', 'Amelia poorly', { previousPublishedMessageId: 'sent-on-monday' })
    expect((await hearAt(`${TUESDAY}T10:45:00.000Z`, answer))?.reading).toMatchObject({ from: DATE, until: DATE })
  })
  test('that says today is about today', async () => {
    const reply = await hearAt(`${TUESDAY}T07:20:00.000Z`, text('of-today', 'Amelia is ill today'))
    expect([reply?.state, reply?.reading.from]).toEqual(['proposed', TUESDAY])
  })
  test('without school that names no day is read by a person', async () => {
    const reply = await hearAt(`${SATURDAY}T11:00:00.000Z`, text('saturday', 'Siân has a cold'))
    expect(reply?.state).toBe('unread')
  })
  test('that was held up on its way since an earlier day says nothing of today: a person reads it at once', async () => {
    const late = text('held-up', 'Amelia is ill today', { sentAt: `${DATE}T16:40:00.000Z` })
    const reply = await hearAt(`${TUESDAY}T09:40:00.000Z`, late)
    expect(reply).toMatchObject({ state: 'unread', pupils: ['P001'] })
    const { tasks } = await stores.open(SCHOOL)
    expect(tasks.filter(({ about }) => about === reply?.id)).toMatchObject([{ kind: 'unread', urgent: true }])
    const ofToday = text('in-time', 'Amelia is ill today', { sentAt: `${TUESDAY}T07:00:00.000Z` })
    expect((await hearAt(`${TUESDAY}T07:00:09.000Z`, ofToday))?.state).toBe('proposed')
  })
  test('played again by the carrier is left as it was', async () => {
    const old = text('played-again', 'Siân has a cold')
    expect((await hearAt(AT, old))?.state).toBe('proposed')
    expect(await hearAt(`${TUESDAY}T10:00:00.000Z`, old)).toBeUndefined()
  })
})

describe('illness that the policy authorises by itself', () => {
  const ACADEMY = 'hilltop'
  const NUMBER = '+447700900950'
  const open = async (illnessDays: number, more: Partial<Pupil> = {}) => {
    const fresh = await freshStores()
    const policy = {
      ...springbankPolicy,
      texts: { ...springbankPolicy.texts, number: NUMBER },
      replies: { ...springbankPolicy.replies, illnessDays },
    }
    await fresh.stores.policies.publish(ACADEMY, { version: 'v1', policy, from: '2025-09-01' }, act())
    await fresh.stores.roll.stage(ACADEMY, 1, {
      file: 'roll',
      pupils: [aPupil({ key: 'P001', forename: 'Amelia', ...more })],
    })
    await fresh.stores.roll.goLive(ACADEMY, 'roll', 0, 1, undefined, act())
    await fresh.stores.roll.stage(ACADEMY, 1, { file: 'contacts', byPupil: { P001: [contact('MUM', MUM)] } })
    await fresh.stores.roll.goLive(ACADEMY, 'contacts', 0, 1, undefined, act())
    const card = { pupil: 'P001', classId: '7a', date: DATE, vulnerable: false }
    const N = { P001: { code: 'N', source: 'teacher', note: 'a sister says she is poorly' } } as const
    const register = {
      classId: '7a',
      date: DATE,
      session: 'AM',
      version: 1,
      submitted: true,
      asOf: AT,
      marks: N,
    } as const
    await fresh.stores.saveRegister(ACADEMY, register, 0, act())
    await fresh.stores.setStanding(ACADEMY, card, 'AM', { standing: 'unexplained', since: AT }, undefined, [], act())
    const hearWords = async (words: string) => {
      const heard = { originationNumber: MUM, destinationNumber: NUMBER, messageBody: words, inboundMessageId: 'x1' }
      await hearText(heard, { stores: fresh.stores, texts, now: AT, log: { write: () => undefined } })
      const day = await fresh.stores.day(ACADEMY, DATE)
      const { tasks } = await fresh.stores.open(ACADEMY)
      return [day.replies[0]?.state, day.registers[0]?.marks.P001?.code, tasks.map(({ kind }) => kind)]
    }
    const { stores: kept } = fresh
    /** A day with a register that marks the child so, and no text of theirs. */
    const mark = async (date: string, code: 'I' | 'N' | '/') => {
      const marks = { P001: { code, source: 'teacher' } } as const
      await kept.saveRegister(ACADEMY, { ...register, date, marks }, 0, { ...act(), at: `${date}T10:00:00.000Z` })
    }
    /** The same child, missing again on another day: what comes of the mother's text. */
    const hearOn = async (date: string, words: string) => {
      await mark(date, 'N')
      const missing = { standing: 'unexplained', since: AT } as const
      await kept.setStanding(ACADEMY, { ...card, date }, 'AM', missing, undefined, [], act())
      const heard = { originationNumber: MUM, destinationNumber: NUMBER, messageBody: words, inboundMessageId: date }
      await hearText(heard, { stores: kept, texts, now: `${date}T10:31:00.000Z`, log: { write: () => undefined } })
      const day = await kept.day(ACADEMY, date)
      return [day.replies[0]?.state, day.registers[0]?.marks.P001?.code]
    }
    return { hearWords, hearOn, mark, stores: kept }
  }

  test('keeps the note that was written beside the N', async () => {
    const { hearWords, stores: kept } = await open(3)
    expect(await hearWords('Amelia is ill')).toEqual(['confirmed', 'I', []])
    expect((await kept.register(ACADEMY, DATE, 'AM', '7a'))?.marks.P001).toEqual({
      code: 'I',
      source: 'known',
      note: 'a sister says she is poorly',
    })
  })
  test('counts the days of an earlier text that stand beside it: two texts authorise no more than one may', async () => {
    const { hearWords, hearOn, mark } = await open(3)
    expect(await hearWords('Amelia is ill til wednesday')).toEqual(['confirmed', 'I', []])
    expect(await hearOn('2026-01-15', 'Amelia is ill til friday')).toEqual(['proposed', 'N'])
    await mark('2026-01-16', '/')
    expect(await hearOn('2026-01-19', 'Amelia is ill til wednesday')).toEqual(['confirmed', 'I'])
  })
  test('counts the days that staff have authorised beside it, over the weekend too', async () => {
    const { hearOn, mark } = await open(2)
    await mark('2026-01-15', 'I')
    await mark('2026-01-16', 'I')
    expect(await hearOn('2026-01-19', 'Amelia is ill')).toEqual(['proposed', 'N'])
  })
  test('of a child who has moved class since the register was taken is marked where the child is missing', async () => {
    const { hearWords } = await open(3, { classId: '4c' })
    expect(await hearWords('Amelia is ill')).toEqual(['confirmed', 'I', []])
  })
  test('counts the days beside it that were marked in the class before', async () => {
    const { hearOn, mark } = await open(2, { classId: '4c' })
    await mark('2026-01-15', 'I')
    await mark('2026-01-16', 'I')
    expect(await hearOn('2026-01-19', 'Amelia is ill')).toEqual(['proposed', 'N'])
  })
  test('is authorised after one day of illness where the policy says two, and once more after a day in school', async () => {
    const { hearOn, mark } = await open(2)
    await mark('2026-01-13', 'I')
    expect(await hearOn('2026-01-14', 'Amelia is ill')).toEqual(['confirmed', 'I'])
    await mark('2026-01-15', '/')
    expect(await hearOn('2026-01-16', 'Amelia is ill')).toEqual(['confirmed', 'I'])
  })

  test('is confirmed and marked at once, again when delivered again, and asks nobody', async () => {
    const { hearWords } = await open(2)
    expect(await hearWords('Amelia has a temperature')).toEqual(['confirmed', 'I', []])
    expect(await hearWords('Amelia has a temperature')).toEqual(['confirmed', 'I', []])
  })
  test.each([
    ['the policy does not say so', 0, 'Amelia is ill', {}],
    ['it is longer than the policy says', 2, 'Amelia is ill til thursday', {}],
    ['anything casts doubt on it', 2, 'Amelia is ill and has the dentist', {}],
    ['it is no illness', 2, 'Amelia has the dentist', {}],
    ['the child is vulnerable', 2, 'Amelia is ill', { flags: ['lookedAfter'] }],
  ] as const)('waits for a person when %s', async (_when, days, words, more) => {
    const { hearWords } = await open(days, more as Partial<Pupil>)
    expect(await hearWords(words)).toEqual(['proposed', 'N', ['confirm-reply']])
  })
})

describe('illness is not authorised by itself', () => {
  const ACADEMY = 'hilltop'
  const NUMBER = '+447700900951'
  const OLD = '+447700900960'
  /** Samuel and Samira, both missing, of one mother; her number of last week may be somebody else's by now. */
  const open = async (mother: Partial<Contact> = {}, others: readonly Contact[] = []) => {
    const { stores: kept } = await freshStores()
    const policy = {
      ...springbankPolicy,
      texts: { ...springbankPolicy.texts, number: NUMBER },
      replies: { ...springbankPolicy.replies, illnessDays: 2 },
    }
    await kept.policies.publish(ACADEMY, { version: 'v1', policy, from: '2025-09-01' }, act())
    const pupils = [
      aPupil({ key: 'P001', pupilId: 'P001', forename: 'Samuel' }),
      aPupil({ key: 'P002', pupilId: 'P002', forename: 'Samira' }),
    ]
    await kept.roll.stage(ACADEMY, 1, { file: 'roll', pupils })
    await kept.roll.goLive(ACADEMY, 'roll', 0, 1, undefined, act())
    const of = (parent: Contact) => ({ P001: [parent, ...others], P002: [parent, ...others] })
    await kept.roll.stage(ACADEMY, 1, { file: 'contacts', byPupil: of(contact('MUM', OLD)) })
    await kept.roll.goLive(ACADEMY, 'contacts', 0, 1, undefined, act())
    await kept.roll.stage(ACADEMY, 2, { file: 'contacts', byPupil: of(contact('MUM', MUM, mother)) })
    await kept.roll.goLive(ACADEMY, 'contacts', 1, 2, undefined, act())
    const marks = { P001: { code: 'N', source: 'close' }, P002: { code: 'N', source: 'close' } } as const
    const day = { classId: '7a', date: DATE } as const
    await kept.saveRegister(ACADEMY, { ...day, session: 'AM', version: 1, submitted: true, asOf: AT, marks }, 0, act())
    for (const pupil of ['P001', 'P002']) {
      const missing = { standing: 'unexplained', since: AT } as const
      await kept.setStanding(ACADEMY, { ...day, pupil, vulnerable: false }, 'AM', missing, undefined, [], act())
    }
    const hears = async (from: string, words: string) => {
      const heard = { originationNumber: from, destinationNumber: NUMBER, messageBody: words, inboundMessageId: 'x1' }
      await hearText(heard, { stores: kept, texts, now: AT, log: { write: () => undefined } })
      const [register] = (await kept.day(ACADEMY, DATE)).registers
      return [register?.marks.P001?.code, register?.marks.P002?.code]
    }
    return Object.assign(hears, { stores: kept })
  }

  test.each([
    ['where nobody is named and two are missing', 'she is ill'],
    ['where the name may be either’s', 'Sam is ill'],
    ['where one sentence speaks of two', 'Samira says Samuel is ill'],
  ])('%s: a person reads of whom it is', async (_where, words) => {
    expect(await (await open())(MUM, words)).toEqual(['N', 'N'])
  })
  test('but it is proposed of the child who is ill alone: who tells it is still missing, and is rung about', async () => {
    const hears = await open()
    await hears(MUM, 'Samira says Samuel is ill')
    const [reply] = (await hears.stores.day(ACADEMY, DATE)).replies
    expect([reply?.pupils, reply?.state, reply?.reading.confidence]).toEqual([['P001'], 'proposed', 'low'])
    const standing = async (pupil: string) => (await hears.stores.card(ACADEMY, DATE, pupil))?.sessions.AM?.standing
    expect([await standing('P001'), await standing('P002')]).toEqual(['answered', 'unexplained'])
    const asked = (await hears.stores.open(ACADEMY)).tasks.filter(({ kind }) => kind === 'confirm-reply')
    expect(asked.map(({ pupils }) => pupils)).toEqual([['P001']])
  })
  test('but for the child who is named it is, and nothing is made of the other', async () => {
    expect(await (await open())(MUM, 'Samuel is ill')).toEqual(['I', 'N'])
  })
  test('and for each of two of whom each is spoken of by themselves', async () => {
    expect(await (await open())(MUM, 'Samuel is ill. Samira has a temperature until tomorrow')).toEqual(['I', 'I'])
  })
  test('when it comes from a number that the parent has given up: it may be a stranger’s', async () => {
    expect(await (await open())(OLD, 'Samuel is ill')).toEqual(['N', 'N'])
  })
  test('and no thanks go to a parent for what came from a number they have given up', async () => {
    planned.length = 0
    const hears = await open()
    await hears(OLD, 'Samuel is ill')
    expect(planned).toEqual([])
  })
  test('when the phone is also that of somebody barred from the child, under a record of their own', async () => {
    const barred = contact('DAD', MUM, { courtRestriction: true })
    expect(await (await open({}, [barred]))(MUM, 'Samuel is ill')).toEqual(['N', 'N'])
  })
})

describe('thanks for an answer', () => {
  const thanksFor = async (from: string, words: string) => {
    planned.length = 0
    await send(from, words)
    return planned
  }
  test.each(['poorly', 'she is on the bus', 'she is at her dads', 'hmm ok'])('are planned for “%s”', async (words) => {
    expect(await thanksFor(MUM, words)).toMatchObject([
      { kind: 'acknowledgement', contactId: 'MUM', usefulUntil: addMinutes(AT, 15) },
    ])
  })
  test('stand in one place a day, whichever child the answer is about', async () => {
    const [first] = await thanksFor(MUM, 'Amelia is ill')
    const [second] = await thanksFor(MUM, 'Siân is ill')
    expect(first).toEqual(second)
  })
  test.each([
    ['a stranger', '+447700900999', 'she is ill'],
    ['words that may mean danger', MUM, 'he hit me'],
    ['a machine', MUM, 'I am driving, this is an automatic reply'],
    ['STOP', MUM, 'STOP'],
    ['a wrong number', MUM, 'wrong number'],
    ['somebody barred from the child', DAD, 'Siân is ill'],
    ['somebody whose child has left', LEAVER, 'he is ill'],
  ])('are never sent to %s', async (_who, from, words) => {
    expect(await thanksFor(from, words)).toEqual([])
  })
})
