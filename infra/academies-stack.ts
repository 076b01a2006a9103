import { type App, Stack } from 'aws-cdk-lib'
import { CfnSchedule, CfnScheduleGroup } from 'aws-cdk-lib/aws-scheduler'
import { SWEEPS } from '../academies/policy.ts'
import type { AcademyTimes } from '../academies/times.ts'
import { type Core, REGION } from './core-stack.ts'

/** A stack holds 500 resources at most; an academy is one group and a schedule for each sweep. */
export const ACADEMIES_PER_STACK = 40

/** Academies cut into stacks, in the order of their slugs. Adding one may move another; schedules are made anew without loss. */
export const inStacks = <T extends { readonly academy: string }>(
  academies: readonly T[],
): readonly (readonly T[])[] => {
  const sorted = academies.toSorted((a, b) => (a.academy < b.academy ? -1 : 1))
  const count = Math.ceil(sorted.length / ACADEMIES_PER_STACK)
  return Array.from({ length: count }, (_, n) => sorted.slice(n * ACADEMIES_PER_STACK, (n + 1) * ACADEMIES_PER_STACK))
}

/** Every weekday at a local time; the sweep itself knows which weekdays are school days. */
const weekdaysAt = (time: string): string => `cron(${Number(time.slice(3))} ${Number(time.slice(0, 2))} ? * MON-FRI *)`

/** Every night: a day that was missed is made up for by the next. */
const nightsAt = (time: string): string => `cron(${Number(time.slice(3))} ${Number(time.slice(0, 2))} * * ? *)`

const idOf = (...words: readonly string[]): string =>
  words.map((word) => word.replace(/(^|-)(\w)/g, (_, _hyphen, letter: string) => letter.toUpperCase())).join('')

/** The schedules of up to forty academies, and nothing else: all functions, roles and alarms are shared. */
export const academiesStack = (app: App, core: Core, number: number, academies: readonly AcademyTimes[]): Stack => {
  const stack = new Stack(app, `Firstbell-Academies${number}`, {
    env: { region: REGION },
    description: 'Firstbell: when each academy’s day is looked at.',
  })
  for (const { academy, zone, sweeps, nightly, looksForTexts } of academies) {
    const group = new CfnScheduleGroup(stack, `${idOf(academy)}Group`, { name: `firstbell-${academy}` })
    const schedule = (name: string, at: string, expression: string, calls: string, input: object): void => {
      const made = new CfnSchedule(stack, idOf(academy, name), {
        name: `${academy}-${name}`,
        groupName: group.ref,
        description: `${academy}: ${name} at ${at}`,
        scheduleExpression: expression,
        scheduleExpressionTimezone: zone,
        flexibleTimeWindow: { mode: 'OFF' },
        state: 'ENABLED',
        target: {
          arn: calls,
          roleArn: core.schedules.roleArn,
          input: JSON.stringify({ academy, ...input, scheduledTime: '<aws.scheduler.scheduled-time>' }),
          retryPolicy: { maximumEventAgeInSeconds: 1800, maximumRetryAttempts: 3 },
          deadLetterConfig: { arn: core.scheduleFailures.queueArn },
        },
      })
      made.addResourceDependency(group)
    }
    for (const sweep of SWEEPS)
      schedule(sweep, sweeps[sweep], weekdaysAt(sweeps[sweep]), core.sweep.functionArn, { sweep })
    if (looksForTexts)
      schedule('received-texts', 'every quarter of an hour', 'cron(*/15 * * * ? *)', core.receivedTexts.functionArn, {})
    schedule('nightly', nightly, nightsAt(nightly), core.nightly.functionArn, {})
  }
  return stack
}
