import { expect, test } from 'vitest'
import { type Answer, providerServer } from '../../../test/support/provider-server.ts'
import { notifyFate } from './notify-fate.ts'

const apiKey = 'springbank-26785a09-ab16-4eb0-8407-a37497a57506-3d844edf-8d35-48ac-975b-e847b4f122b0'

/** What Notify documents of one message, and what we make of it. */
const fateOf = async (answer: Answer) => {
  const server = await providerServer(() => answer)
  try {
    return { fate: await notifyFate({ apiKey }, 'an-id', { baseUrl: server.url }), url: server.asked[0]?.url }
  } finally {
    await server.close()
  }
}

test.each([
  ['delivered', 'delivered'],
  ['permanent-failure', 'failed'],
  ['temporary-failure', 'failed'],
  ['technical-failure', 'failed'],
  ['created', 'waiting'],
  ['sending', 'waiting'],
  ['pending', 'waiting'],
])('a text that is %s: %s', async (status, fate) => {
  const body = { id: 'an-id', reference: null, phone_number: '+447700900999', type: 'sms', status }
  expect(await fateOf({ status: 200, body })).toEqual({ fate, url: '/v2/notifications/an-id' })
})

test.each<Answer>([{ status: 403, body: { errors: [] } }, { status: 200, body: {} }, 'hang up'])(
  'an answer that says nothing is none: %j',
  async (answer) => {
    await expect(fateOf(answer)).rejects.toThrow()
  },
)
