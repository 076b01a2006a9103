import { expect, test } from 'vitest'
import { AccountUnusable, notifyAccount, readAccounts, twilioAccount } from './accounts.ts'

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

test('a test key of GOV.UK Notify is right for a rehearsal, and never texts for a school that is live', async () => {
  const key = (kind?: string) =>
    secrets(
      JSON.stringify({
        notify: {
          trust: {
            apiKey: `trust-${'26785a09-ab16-4eb0-8407-a37497a57506'}-${'3d844edf-8d35-48ac-975b-e847b4f122b0'}`,
            templateId: 'f33517ff-2a88-4f6e-b855-c550268ce08a',
            callbackToken: 'a token of twenty letters',
            ...(kind ? { key: kind } : {}),
          },
        },
      }),
    )
  const read = (kind: string | undefined, live: boolean) => notifyAccount(key(kind), 'accounts', 'trust', live)
  await expect(read('test', true)).rejects.toThrow(AccountUnusable)
  await expect(read('test', true)).rejects.toThrow('sends nothing')
  await expect(read('test', false)).resolves.toMatchObject({ key: 'test' })
  await expect(read(undefined, true)).resolves.toMatchObject({ key: 'live' })
})
