import { type App, Stack } from 'aws-cdk-lib'
import { CfnUserPoolGroup } from 'aws-cdk-lib/aws-cognito'
import { type Core, REGION } from './core-stack.ts'

/** The roles a person can hold at an academy; the token carries `<academy>.<role>`. */
const ROLES = ['teacher', 'office', 'lead', 'head', 'dsl', 'governor']

/** The sign-in groups of up to forty academies. */
export const staffStack = (
  app: App,
  core: Core,
  number: number,
  academies: readonly { readonly academy: string }[],
): Stack => {
  const stack = new Stack(app, `Firstbell-Staff${number}`, {
    env: { region: REGION },
    description: 'Firstbell: the groups that give staff their roles.',
  })
  for (const { academy } of academies) {
    for (const role of ROLES) {
      new CfnUserPoolGroup(stack, `${academy}-${role}`, {
        userPoolId: core.staff.pool.userPoolId,
        groupName: `${academy}.${role}`,
      })
    }
  }
  return stack
}
