import type { Stack } from 'aws-cdk-lib'
import { type IGrantable, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import type { Queue } from 'aws-cdk-lib/aws-sqs'

/** A role that Scheduler takes on, for this account's schedules only. */
export const schedulerRole = (stack: Stack, id: string): Role =>
  new Role(stack, id, {
    assumedBy: new ServicePrincipal('scheduler.amazonaws.com', {
      conditions: { StringEquals: { 'aws:SourceAccount': stack.account } },
    }),
  })

/** The role of one-off alarms: all they may do is ask for a look. */
export const timersRole = (stack: Stack, look: Queue): Role => {
  const role = schedulerRole(stack, 'Timers')
  look.grantSendMessages(role)
  return role
}

/** Sets one-off alarms in the academies' groups, and hands Scheduler the role of alarms, and nothing else. */
export const maySetTimers = (grantee: IGrantable, stack: Stack, timers: Role): void => {
  grantee.grantPrincipal.addToPrincipalPolicy(
    new PolicyStatement({
      actions: ['scheduler:CreateSchedule'],
      resources: [
        stack.formatArn({ service: 'scheduler', resource: 'schedule', resourceName: 'firstbell-*/*-look-*' }),
      ],
    }),
  )
  grantee.grantPrincipal.addToPrincipalPolicy(
    new PolicyStatement({
      actions: ['iam:PassRole'],
      resources: [timers.roleArn],
      conditions: { StringEquals: { 'iam:PassedToService': 'scheduler.amazonaws.com' } },
    }),
  )
}
