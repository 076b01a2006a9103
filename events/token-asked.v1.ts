/** What a user pool of Amazon Cognito says before it writes a token (pre token generation, version 1). */
import * as z from 'zod'

export const TokenAskedV1 = z.looseObject({
  /** Why: at sign-in `TokenGeneration_HostedAuth`, to go on `TokenGeneration_RefreshTokens`. */
  triggerSource: z.string(),
  request: z.looseObject({
    userAttributes: z.record(z.string(), z.string()),
    groupConfiguration: z.looseObject({ groupsToOverride: z.array(z.string()).nullish() }),
  }),
  response: z.looseObject({}),
})
