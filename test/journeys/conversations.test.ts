/** What passes between the office and a family, in one thread. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Child, classOf, mobile } from './support/people.ts'
import { openSchool, type School } from './support/school.ts'

/** P001 and P002 are sister and brother; P003's father is barred by a court from P003 alone, and P004 has a neighbour. */
const FAMILY = { name: 'Kit Ashdown', mobile: '001', contactId: 'C-MUM' }
const parentsOf: Readonly<Record<string, Child['parents']>> = {
  P001: [FAMILY],
  P002: [FAMILY],
  P003: [
    { mobile: '003', contactId: 'C-P003' },
    { priority: 2, mobile: '203', contactId: 'C-DAD', more: { courtRestriction: 'Y', courtRef: 'FD26P1' } },
  ],
  P004: [
    { mobile: '004', contactId: 'C-P004' },
    {
      priority: 2,
      mobile: '204',
      contactId: 'C-NEXT',
      more: { parentalResponsibility: 'N', livesWith: 'N', hasCare: 'N' },
    },
  ],
  P005: [{ mobile: '005', contactId: 'C-P005' }],
}
const PUPILS = classOf('3B').map((child) => ({ ...child, parents: parentsOf[child.id] ?? child.parents ?? [] }))

interface Line {
  readonly what: string
  readonly kind?: string
  readonly state: string
  readonly body?: string
  readonly words?: string
  readonly by?: string
  readonly pupils: readonly string[]
}

let school: School

const thread = async (contact: string, ask = ''): Promise<readonly Line[]> => {
  const { status, body } = await school.api('office', 'GET', `conversations/${contact}${ask}`)
  expect(status).toBe(200)
  return (body as { lines: readonly Line[] }).lines
}

beforeAll(async () => {
  school = await openSchool({ pupils: PUPILS })
  await school.ringsLine('005', { digits: ['1', '1', '2', '1'] })
  await school.clock.to('09:05')
  await school.takeRegister('3B', 'AM', { absent: ['P001', 'P003'] })
  await school.clock.to('10:31')
  await school.clock.to('10:34')
  await school.reply(mobile('001'), 'Amelia has a temperature')
  await school.clock.to('10:36')
})
afterAll(() => school.close())

describe('the conversation with a family', () => {
  test('shows our text as it was sent, the answer in the parent’s words, and the thanks', async () => {
    const [sent] = (await school.texts('unreported')).filter(({ to }) => to === mobile('001'))
    const lines = await thread('C-MUM')
    expect(lines).toMatchObject([
      { what: 'text', kind: 'unreported', state: 'accepted', pupils: ['P001'], body: sent?.body, by: 'system' },
      {
        what: 'reply',
        state: 'proposed',
        pupils: ['P001'],
        words: 'Amelia has a temperature',
        proposals: [{ pupil: 'P001', reading: { code: 'I', because: [expect.any(String)] } }],
      },
      { what: 'text', kind: 'acknowledgement', pupils: ['P001'] },
    ])
  })

  test('has the call to the absence line in it', async () => {
    expect(await thread('C-P005')).toMatchObject([{ what: 'call', via: 'line', pupils: ['P005'], state: 'proposed' }])
  })

  test('is in a list with the newest first, and says what nobody has judged', async () => {
    const { body } = await school.api('office', 'GET', 'conversations?date=2026-01-12')
    expect(body).toMatchObject({
      conversations: [
        { contact: 'C-MUM', name: 'Kit Ashdown', pupils: ['P001'], last: { kind: 'acknowledgement' }, waiting: 1 },
        { contact: 'C-P003', pupils: ['P003'], last: { kind: 'unreported' }, waiting: 0 },
        { contact: 'C-P005', last: { what: 'call' }, waiting: 1 },
      ],
      next: null,
    })
  })

  test('is empty on a day on which nothing passed, and a contact who is nobody’s is not found', async () => {
    const none = await school.api('office', 'GET', 'conversations?date=2026-01-09')
    expect(none).toMatchObject({ status: 200, body: { conversations: [] } })
    for (const contact of ['C-NOBODY', 'C-P004', 'C-MUM?date=2026-01-09'])
      expect(await school.api('office', 'GET', `conversations/${contact}`)).toMatchObject({ status: 404 })
  })

  test('is not for a teacher, nor for the office of another academy', async () => {
    for (const role of ['teacher', 'governor', 'hilltop.office'])
      for (const place of ['conversations', 'conversations/C-MUM'])
        expect(await school.api(role, 'GET', place)).toMatchObject({ status: 403 })
  })

  test.each([
    ['days=0', 'days'],
    ['days=32', 'days'],
    ['days=week', 'days'],
    ['date=tomorrow', 'date'],
  ])('refuses %s by name', async (ask, at) => {
    expect(await school.api('office', 'GET', `conversations?${ask}`)).toMatchObject({ status: 422, body: { at } })
  })
})

const write = (
  contact: string,
  body: string,
  about: readonly string[],
  headers: Readonly<Record<string, string>> = {},
) => school.api('office', 'POST', `conversations/${contact}/replies`, { body, about }, headers)

const repliesTo = async (ending: string) => (await school.texts('reply')).filter(({ to }) => to === mobile(ending))

describe('the office writes to a parent', () => {
  test('and the thread goes on: the parent’s words, ours, theirs again, each in its place, and who wrote it', async () => {
    const words = 'Thank you.\nIs it \u202Ecatching –\u0007 may Bilal come?'
    const said = 'Thank you. Is it catching - may Bilal come?'
    expect(await school.api('office', 'POST', 'conversations/preview', { body: words })).toMatchObject({
      status: 200,
      body: { body: said, alphabet: 'GSM-7', parts: 1, replaced: [{ written: '–', sent: '-' }], lost: [] },
    })
    expect(await repliesTo('001')).toEqual([])
    const sent = await write('C-MUM', words, ['P001', 'P002'])
    expect(sent).toMatchObject({ status: 202, body: { body: said, alphabet: 'GSM-7', parts: 1 } })
    expect(await repliesTo('001')).toMatchObject([{ body: said, pupils: ['P001', 'P002'] }])
    await school.clock.to('10:40')
    await school.reply(mobile('001'), 'No, he is well')
    const lines = (await thread('C-MUM')).filter(({ kind }) => kind !== 'acknowledgement')
    expect(lines.map(({ kind, words, body, by }) => [kind, words ?? body, by])).toEqual([
      ['unreported', expect.stringContaining('Amelia'), 'system'],
      [undefined, 'Amelia has a temperature', undefined],
      ['reply', said, 'S-office'],
      [undefined, 'No, he is well', undefined],
    ])
  })

  test('once, however often the request is made: the same words within a minute, or the same key', async () => {
    const key = { 'idempotency-key': 'a-press-of-the-button' }
    const first = await write('C-P004', 'We will ring at two.', ['P004'], key)
    const again = await write('C-P004', 'We will ring at two.', ['P004'])
    await school.clock.to('10:45')
    const later = await write('C-P004', 'We will ring at two.', ['P004'], key)
    expect([again.body, later.body]).toEqual([first.body, first.body])
    expect(await repliesTo('004')).toHaveLength(1)
    const other = await write('C-P004', 'We will ring at three.', ['P004'], key)
    expect(other).toMatchObject({ status: 422, body: { code: 'key-reused' } })
    expect((await write('C-P004', 'We will ring at two.', ['P004'])).status).toBe(202)
    await school.clock.to('10:52')
    expect(await repliesTo('004')).toHaveLength(2)
  })

  test.each([
    ['somebody barred by a court', 'C-DAD', 'P003', 'barred'],
    ['a neighbour', 'C-NEXT', 'P004', 'ring-only'],
    ['about another family’s child', 'C-MUM', 'P003', 'no-contact'],
  ])('never to %s, and says why', async (_who, contact, pupil, code) => {
    const before = (await school.texts()).length
    expect(await write(contact, 'Please ring.', [pupil])).toMatchObject({ status: 422, body: { code } })
    expect(await school.texts()).toHaveLength(before)
  })

  test('never to whoever texted STOP, also where it was waiting to go when they did: the office rings', async () => {
    await school.faults({ provider: '429' })
    expect((await write('C-P005', 'Please ring.', ['P005'])).status).toBe(202)
    await school.reply(mobile('005'), 'STOP')
    await school.faults({})
    await school.clock.to('10:53')
    expect(await school.tasks('unsent-reply')).toMatchObject([{ pupils: ['P005'], doers: ['office'], urgent: true }])
    expect(await write('C-P005', 'Please ring.', ['P005'])).toMatchObject({ status: 422, body: { code: 'stopped' } })
    expect(await repliesTo('005')).toEqual([])
  })

  test.each([
    ['', 'body'],
    [' \n\u200B ', 'body'],
    ['x'.repeat(481), 'body'],
  ])('with words that a phone can show, not %j', async (body, field) => {
    const refused = await write('C-MUM', body, ['P001'])
    expect(refused).toMatchObject({ status: 422, body: { errors: [{ field }] } })
    expect(JSON.stringify(refused.body)).not.toContain('xxx')
  })

  test('and rings where the phone network refused it, or nobody knows whether it went', async () => {
    await school.faults({ provider: 'refuses' })
    await write('C-MUM', 'Please bring a doctor’s note.', ['P001'])
    await school.faults({ provider: 'broken' })
    await write('C-P003', 'Please bring a note.', ['P003'])
    await school.faults({})
    await school.clock.to('11:20')
    const [, refused, ...more] = await school.tasks('unsent-reply')
    expect([refused, more]).toMatchObject([{ pupils: ['P001'] }, []])
    expect(await school.tasks('uncertain-text')).toMatchObject([{ pupils: ['P003'], doers: ['office'] }])
    expect(await repliesTo('003')).toEqual([])
    expect((await thread('C-P003')).at(-1)).toMatchObject({ kind: 'reply', state: 'uncertain', by: 'S-office' })
  })

  test('once also where the request is repeated in the afternoon', async () => {
    const before = (await repliesTo('001')).length
    const key = { 'idempotency-key': 'asked-in-the-morning' }
    const first = await write('C-MUM', 'See you at the meeting.', ['P001', 'P002'], key)
    await school.clock.to('14:00')
    const again = await write('C-MUM', 'See you at the meeting.', ['P002', 'P001'], key)
    expect([first.status, again.body]).toEqual([202, first.body])
    expect(await repliesTo('001')).toHaveLength(before + 1)
  })

  test('about none of the children where one of them has been put on hold meanwhile, and the office rings', async () => {
    const [before, waiting] = [(await repliesTo('001')).length, (await school.tasks('unsent-reply')).length]
    await school.faults({ provider: '429' })
    await write('C-MUM', 'Both may come on Friday.', ['P001', 'P002'])
    const hold = { because: 'A worry about one of them', review: '2026-01-19', family: false }
    expect((await school.api('lead', 'POST', 'pupils/P002/hold', hold)).status).toBe(201)
    await school.faults({})
    await school.clock.to('14:08')
    expect(await repliesTo('001')).toHaveLength(before)
    expect(await school.tasks('unsent-reply')).toHaveLength(waiting + 1)
    const now = await write('C-MUM', 'Both may come.', ['P001', 'P002'])
    expect(now).toMatchObject({ status: 422, body: { code: 'on-hold' } })
  })

  test('not in the evening, and not at night', async () => {
    await school.clock.to('18:01')
    expect(await write('C-MUM', 'Good night.', ['P001'])).toMatchObject({ status: 422, body: { code: 'too-late' } })
    await school.clock.to('2026-01-13 05:30')
    expect(await write('C-MUM', 'Good day.', ['P001'])).toMatchObject({ status: 422, body: { code: 'quiet-hours' } })
  })
})
