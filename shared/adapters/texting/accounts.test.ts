import { expect, test } from 'vitest'
import { AccountUnusable, readAccounts, twilioAccount } from './accounts.ts'

const twilio = (accountSid: string) =>
  JSON.stringify({
    twilio: {
      trust: {
        accountSid,
        authToken: 'a token of twenty letters',
        statusCallback: 'https://api.example/hooks/twilio/receipt',
      },
    },
  })
const GOOD = twilio(`AC${'0'.repeat(32)}`)
const secrets = (...values: readonly string[]) => ({
  read: async () => values.map((value, index) => ({ version: String(index), value })),
})

test('a version that was put wrong and put right again stops nothing', async () => {
  expect(await readAccounts(secrets(GOOD, 'not json'), 'accounts')).toHaveLength(1)
  expect(await readAccounts(secrets(GOOD, GOOD), 'accounts')).toHaveLength(2)
  expect((await twilioAccount(secrets(GOOD, twilio('AC1')), 'accounts', 'trust')).accountSid).toHaveLength(34)
})

test('the newest that is not in order says which field, and never what stands in it', async () => {
  const read = readAccounts(secrets(twilio('AC secret'), GOOD), 'accounts')
  await expect(read).rejects.toThrow(AccountUnusable)
  await expect(read).rejects.toThrow('twilio.trust.accountSid')
  await expect(read).rejects.not.toThrow('AC secret')
})
