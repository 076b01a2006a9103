import type { Context } from 'aws-lambda'
import { expect, test } from 'vitest'
import { testWorld } from '../../test/support/test-world.ts'
import { make } from './handler.ts'

/** As the documentation of Cognito shows the event (pre token generation, version 1). */
const asked = (roles: string | undefined, groups: readonly string[] | null) => ({
  version: '1',
  triggerSource: 'TokenGeneration_HostedAuth',
  region: 'eu-west-2',
  userPoolId: 'eu-west-2_example',
  userName: 'Microsoft_7d1a',
  callerContext: { awsSdkVersion: 'aws-sdk-unknown-unknown', clientId: 'example' },
  request: {
    userAttributes: { sub: '5f3c', email: 'office@springbank.example', ...(roles ? { 'custom:roles': roles } : {}) },
    groupConfiguration: { groupsToOverride: groups, iamRolesToOverride: [], preferredRole: null },
  },
  response: {},
})

const world = () =>
  testWorld({
    env: {},
    now: '2026-01-12T08:00:00Z',
    stores: () => {
      throw new RangeError('a token needs nothing of the record')
    },
  })

const groupsIn = async (roles: string | undefined, groups: readonly string[] | null) => {
  const answer = await make(world())(asked(roles, groups), {} as Context)
  return answer.response.claimsOverrideDetails.groupOverrideDetails.groupsToOverride
}

test('a person’s token names the roles that the directory says, beside those an operator gave', async () => {
  expect(await groupsIn('["springbank.office","springbank.lead"]', ['trust.attendance', 'springbank.office'])).toEqual([
    'trust.attendance',
    'springbank.office',
    'springbank.lead',
  ])
})

test('somebody of a directory cannot go on with what they might have written about themselves, only sign in again', async () => {
  const event = asked('["springbank.head"]', [])
  const { userAttributes } = event.request
  const again = {
    ...event,
    triggerSource: 'TokenGeneration_RefreshTokens',
    request: { ...event.request, userAttributes: { ...userAttributes, identities: '[{"providerName":"Microsoft"}]' } },
  }
  await expect(make(world())(again, {} as Context)).rejects.toThrow('Sign in again')
  const entered = { ...event, triggerSource: 'TokenGeneration_RefreshTokens' }
  await expect(make(world())(entered, {} as Context)).resolves.toBeDefined()
})

test('a person without roles signs in and may see nothing', async () => {
  expect(await groupsIn(undefined, null)).toEqual([])
  expect(await groupsIn('["caretaker"]', [])).toEqual([])
})

test('the answer is the event itself, as the pool asks it back', async () => {
  const event = asked('springbank.head', [])
  const { response, ...rest } = await make(world())(event, {} as Context)
  const { response: _empty, ...before } = event
  expect(rest).toEqual(before)
  expect(Object.keys(response)).toEqual(['claimsOverrideDetails'])
})

test('what is not such an event is refused, and the log does not repeat it', async () => {
  const quiet = world()
  await expect(
    make(quiet)({ request: { userAttributes: { email: 'office@springbank.example' } } }, {} as Context),
  ).rejects.toThrow()
  expect(quiet.logged.join('\n')).not.toContain('office@')
})
