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
