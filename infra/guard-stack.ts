import { type App, Stack } from 'aws-cdk-lib'
import { Metric } from 'aws-cdk-lib/aws-cloudwatch'
import { FilterPattern, LogGroup, MetricFilter } from 'aws-cdk-lib/aws-logs'
import { LOG_CODES } from '../shared/platform/log-codes.ts'
import { PERIOD, raiseAlarm } from './core/alarms.ts'
import { logGroupName } from './core/school-function.ts'
import { type Core, REGION } from './core-stack.ts'
import { FOLDERS, type Folder } from './folders.ts'

const isFolder = (name: string): name is Folder => name in FOLDERS

/** Codes that alarm, with the sentence that says who is hurt. */
export const alarmCodes = (): readonly { readonly code: string; readonly hurts: string }[] =>
  Object.entries(LOG_CODES).flatMap(([code, entry]) => ('alarm' in entry ? [{ code, hurts: entry.alarm }] : []))

/** Counts the log codes that alarm, over every function's log. Apart from the core because emulators know no metric filters. */
export const guardStack = (app: App, core: Core): Stack => {
  const stack = new Stack(app, 'Firstbell-Guard', {
    env: { region: REGION },
    description: 'Firstbell: alarms on what the functions log.',
  })
  stack.addStackDependency(core.stack)
  const folders = Object.keys(FOLDERS).filter(isFolder)
  for (const folder of folders) {
    const logGroup = LogGroup.fromLogGroupName(stack, `${folder}-log`, logGroupName(folder))
    for (const { code } of alarmCodes()) {
      new MetricFilter(stack, `${folder}-${code}`, {
        logGroup,
        filterPattern: FilterPattern.stringValue('$.code', '=', code),
        metricNamespace: 'Firstbell',
        metricName: code,
        metricValue: '1',
      })
    }
  }
  for (const { code, hurts } of alarmCodes()) {
    raiseAlarm(stack, code, core.alarms, {
      metric: new Metric({ namespace: 'Firstbell', metricName: code, period: PERIOD, statistic: 'Sum' }),
      hurts,
      heading: code,
    })
  }
  return stack
}
