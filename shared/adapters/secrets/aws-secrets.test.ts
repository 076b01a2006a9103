import { GetSecretValueCommand, ResourceNotFoundException, SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import { mockClient } from 'aws-sdk-client-mock'
import 'aws-sdk-client-mock-vitest/extend'
import { beforeEach, expect, test, vi } from 'vitest'
import { awsSecrets } from './aws-secrets.ts'

const client = new SecretsManagerClient({ region: 'eu-west-2' })
const manager = mockClient(client)
const secrets = () => awsSecrets(client)
const none = new ResourceNotFoundException({ message: 'none', $metadata: {} })
const current = { VersionStage: 'AWSCURRENT' }
const before = { VersionStage: 'AWSPREVIOUS' }

beforeEach(() => {
  manager.reset()
  manager.on(GetSecretValueCommand, current).resolves({ VersionId: 'aaaaaaaa-1111', SecretString: 'new key' })
  manager.on(GetSecretValueCommand, before).resolves({ VersionId: 'bbbbbbbb-2222', SecretString: 'old key' })
})

test('a key that has been replaced is still known, after the newest', async () => {
  expect(await secrets().read('phones')).toEqual([
    { version: 'aaaaaaaa', value: 'new key' },
    { version: 'bbbbbbbb', value: 'old key' },
  ])
})

test('a key that was never replaced stands alone', async () => {
  manager.on(GetSecretValueCommand, before).rejects(none)
  expect(await secrets().read('phones')).toEqual([{ version: 'aaaaaaaa', value: 'new key' }])
})

test('keys are asked for once a minute, so that one that was replaced is known soon', async () => {
  vi.useFakeTimers({ toFake: ['performance'] })
  const kept = secrets()
  await Promise.all([kept.read('phones'), kept.read('phones')])
  await kept.read('phones')
  expect(manager).toHaveReceivedCommandTimes(GetSecretValueCommand, 2)
  manager.on(GetSecretValueCommand, current).resolves({ VersionId: 'cccccccc-3333', SecretString: 'newest key' })
  vi.advanceTimersByTime(60_000)
  expect((await kept.read('phones'))[0]?.value).toBe('newest key')
  vi.useRealTimers()
})

test('asked again they are read anew, but not for every stranger; what was known holds where that fails', async () => {
  vi.useFakeTimers({ toFake: ['performance'] })
  const kept = secrets()
  const newest = async (again?: boolean) => (await kept.read('phones', again))[0]?.value
  expect(await newest()).toBe('new key')
  manager.on(GetSecretValueCommand, current).resolves({ VersionId: 'cccccccc-3333', SecretString: 'newest key' })
  vi.advanceTimersByTime(4_000)
  expect([await newest(true), await newest(true)]).toEqual(['new key', 'new key'])
  vi.advanceTimersByTime(1_000)
  expect([await newest(), await newest(true), await newest()]).toEqual(['new key', 'newest key', 'newest key'])
  manager.on(GetSecretValueCommand, current).rejects(new Error('throttled'))
  vi.advanceTimersByTime(5_000)
  await expect(kept.read('phones', true)).rejects.toThrow('throttled')
  expect(await newest()).toBe('newest key')
  vi.useRealTimers()
})

test('a failure is not remembered', async () => {
  manager.on(GetSecretValueCommand, current).rejectsOnce(new Error('throttled')).resolves({
    VersionId: 'aaaaaaaa-1111',
    SecretString: 'new key',
  })
  const kept = secrets()
  await expect(kept.read('phones')).rejects.toThrow('throttled')
  await expect(kept.read('phones')).resolves.toHaveLength(2)
})

test('a secret without text says what to do', async () => {
  manager.on(GetSecretValueCommand, current).resolves({ VersionId: 'aaaaaaaa-1111' })
  await expect(secrets().read('phones')).rejects.toThrow('put-secret-value')
})
