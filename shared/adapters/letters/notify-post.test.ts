import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Answer, nobodyThere, providerServer } from '../../../test/support/provider-server.ts'
import { notifyPost } from './notify-post.ts'

const ID = '740e5834-3a29-46b4-9a6f-16142fde533a'
const account = async () => ({
  apiKey: 'springbank-26785a09-ab16-4eb0-8407-a37497a57506-3d844edf-8d35-48ac-975b-e847b4f122b0',
  templateId: 'f33517ff-2a88-4f6e-b855-c550268ce08a',
})
const letter = { pdf: Buffer.from('%PDF-1.7'), reference: 'springbank letter-stage-1-k01', postage: 'second' } as const

const error = (status: number, kind: string): Answer => ({
  status,
  body: { status_code: status, errors: [{ error: kind, message: 'x' }] },
})
/** As GOV.UK Notify documents it. */
const TAKEN: Answer = { status: 201, body: { id: ID, reference: letter.reference, postage: 'second' } }

let answering: Answer = TAKEN
let server: Awaited<ReturnType<typeof providerServer>>
beforeAll(async () => {
  server = await providerServer(() => answering)
})
afterAll(() => server.close())
const post = (answer: Answer) => {
  answering = answer
  return notifyPost(account, server.url)
}

describe('GOV.UK Notify as the post', () => {
  test('is given the whole print, the class of post and a reference', async () => {
    expect(await post(TAKEN).send(letter)).toEqual({ outcome: 'accepted', providerId: ID })
    const asked = server.asked.at(-1)
    expect([asked?.method, asked?.url]).toEqual(['POST', '/v2/notifications/letter'])
    expect(JSON.parse(asked?.body ?? '')).toEqual({
      reference: letter.reference,
      content: Buffer.from(letter.pdf).toString('base64'),
      postage: 'second',
    })
  })

  test.each<[string, Answer, string]>([
    ['refuses the letter', error(400, 'ValidationError'), 'refused'],
    ['may not post for this service', error(403, 'BadRequestError'), 'refused'],
    ['is busy', error(429, 'RateLimitError'), 'busy'],
    ['breaks', error(500, 'Exception'), 'uncertain'],
    ['hangs up', 'hang up', 'uncertain'],
    ['says something else', { status: 201, body: {} }, 'uncertain'],
  ])('that %s: the letter is %s', async (_what, answer, outcome) => {
    expect(await post(answer).send(letter)).toMatchObject({ outcome })
  })

  test('that cannot be reached took nothing', async () => {
    expect(await notifyPost(account, await nobodyThere()).send(letter)).toEqual({ outcome: 'busy' })
  })

  test.each<[string, Answer, object]>([
    [
      'it',
      { status: 200, body: { notifications: [{ id: ID, reference: letter.reference }] } },
      { found: 'taken', providerId: ID },
    ],
    ['nothing', { status: 200, body: { notifications: [] } }, { found: 'none' }],
    ['no answer', 'hang up', { found: 'unknown' }],
  ])('looked into by reference gives %s', async (_what, answer, found) => {
    expect(await post(answer).find(letter.reference)).toEqual(found)
    expect(server.asked.at(-1)?.url).toMatch(/template_type=letter/)
  })

  test.each<[string, string]>([
    ['pending-virus-check', 'waiting'],
    ['accepted', 'taken'],
    ['received', 'taken'],
    ['validation-failed', 'refused'],
    ['virus-scan-failed', 'refused'],
    ['permanent-failure', 'refused'],
    ['something new', 'unknown'],
  ])('says of a letter that it is %s', async (status, state) => {
    expect(await post({ status: 200, body: { id: ID, status } }).state(ID)).toBe(state)
  })
})
