import { expect, test } from 'vitest'
import { aTextToSend } from '../../../test/contracts/texter-contract.ts'
import type { Secrets } from '../../ports/secrets.ts'
import { awsPost } from '../letters/aws-post.ts'
import { awsInboxes } from './aws-inboxes.ts'
import { awsTexters } from './aws-texters.ts'

const NOW = '2026-01-12T10:30:00.000Z'
const SETTINGS = {
  configurationSet: 'firstbell',
  accountsSecret: 'accounts',
  account: 'trust',
  number: '+447700900900',
}
const UNFILLED: Secrets = { read: async () => [{ version: '1', value: '{"notify":{},"twilio":{}}' }] }
const SILENT: Secrets = { read: () => Promise.reject(new Error('throttled')) }

const watched = (secrets: Secrets) => {
  const logged: unknown[] = []
  return { secrets: () => secrets, log: { write: (...line: unknown[]) => void logged.push(line) }, logged }
}

test.each(['notify', 'twilio'] as const)('an account at %s that cannot be had calls the operator', async (provider) => {
  for (const [held, error, outcome] of [
    [UNFILLED, 'AccountUnusable', 'refused'],
    [SILENT, 'Error', 'busy'],
  ] as const) {
    const { secrets, log, logged } = watched(held)
    const texter = awsTexters(secrets, log)(provider, { ...SETTINGS, live: true })
    expect((await texter.send(aTextToSend, NOW)).outcome).toBe(outcome)
    await expect(awsInboxes(secrets, log)(provider, SETTINGS).receivedSince(NOW)).rejects.toThrow()
    expect(logged).toEqual([
      ['ACCOUNT_UNREADABLE', { account: 'trust', error }],
      ['ACCOUNT_UNREADABLE', { account: 'trust', error }],
    ])
  }
})

test('so does the post, which then has taken no letter: nobody need look whether it has', async () => {
  for (const [held, outcome] of [
    [UNFILLED, 'refused'],
    [SILENT, 'busy'],
  ] as const) {
    const { secrets, log, logged } = watched(held)
    const letter = { pdf: new Uint8Array(1), reference: 'a-letter', postage: 'second' } as const
    expect((await awsPost(secrets, log)(SETTINGS).send(letter)).outcome).toBe(outcome)
    expect(logged).toHaveLength(1)
  }
})
