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

const maySet = (grantee: IGrantable, stack: Stack, names: string, handedOver: Role): void => {
  grantee.grantPrincipal.addToPrincipalPolicy(
    new PolicyStatement({
      actions: ['scheduler:CreateSchedule'],
      resources: [
        stack.formatArn({ service: 'scheduler', resource: 'schedule', resourceName: `firstbell-*/*-${names}-*` }),
      ],
    }),
  )
  grantee.grantPrincipal.addToPrincipalPolicy(
    new PolicyStatement({
      actions: ['iam:PassRole'],
      resources: [handedOver.roleArn],
      conditions: { StringEquals: { 'iam:PassedToService': 'scheduler.amazonaws.com' } },
    }),
  )
}

/** Sets one-off alarms in the academies' groups, and hands Scheduler the role of alarms, and nothing else. */
export const maySetTimers = (grantee: IGrantable, stack: Stack, timers: Role): void =>
  maySet(grantee, stack, 'look', timers)

/** Sets the one-off sweeps of a late opening in the academies' groups, and hands Scheduler the role of the timetable, and nothing else. */
export const maySetSweeps = (grantee: IGrantable, stack: Stack, schedules: Role): void =>
  maySet(grantee, stack, 'late', schedules)
