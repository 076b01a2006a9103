import { TokenAskedV1 } from '../../events/token-asked.v1.ts'
import { awsWorld } from '../../shared/adapters/aws-world.ts'
import { groupsFrom } from '../../shared/domain/staff-groups.ts'
import { answeringFunction } from '../../shared/platform/function-kinds.ts'
import { lazily } from '../../shared/platform/lazy.ts'
import { Env } from './env.ts'

/** Called before a token is written; what is returned is the event itself with the groups that the token will name. */
export const make = answeringFunction({
  name: 'roles',
  env: Env,
  input: TokenAskedV1,
  async run(asked) {
    const { groupConfiguration, userAttributes } = asked.request
    // What the directory said is newly written at sign-in and at no other time: whoever it knows is asked for there again.
    if (asked.triggerSource === 'TokenGeneration_RefreshTokens' && 'identities' in userAttributes)
      throw new RangeError('Sign in again: the directory says what you may do')
    const given = groupConfiguration.groupsToOverride ?? []
    const groups = [...new Set([...given, ...groupsFrom(userAttributes['custom:roles'])])]
    return {
      ...asked,
      response: { ...asked.response, claimsOverrideDetails: { groupOverrideDetails: { groupsToOverride: groups } } },
    }
  },
})

export const handler = lazily(() => make(awsWorld()))
