import { type App, Stack } from 'aws-cdk-lib'
import { Metric } from 'aws-cdk-lib/aws-cloudwatch'
import { FilterPattern, LogGroup, MetricFilter } from 'aws-cdk-lib/aws-logs'
import { LOG_CODES } from '../shared/platform/log-codes.ts'
import { PERIOD, raiseAlarm } from './core/alarms.ts'
import { logGroupName } from './core/school-function.ts'
import { type Core, REGION } from './core-stack.ts'
import { FOLDERS, type Folder } from './folders.ts'

const isFolder = (name: string): name is Folder => name in FOLDERS

/** Where codes are counted, each under a dimension of its own. */
const COUNTED = { metricNamespace: 'Firstbell', metricName: 'Codes' }
const CODE = 'code'

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
  const alarming = FilterPattern.any(...alarmCodes().map(({ code }) => FilterPattern.stringValue('$.code', '=', code)))
  for (const folder of folders) {
    // One filter for all codes, which counts each apart: one for each code would outgrow the stack.
    new MetricFilter(stack, `${folder}-codes`, {
      logGroup: LogGroup.fromLogGroupName(stack, `${folder}-log`, logGroupName(folder)),
      filterPattern: alarming,
      ...COUNTED,
      metricValue: '1',
      dimensions: { [CODE]: '$.code' },
    })
  }
  for (const { code, hurts } of alarmCodes()) {
    raiseAlarm(stack, code, core.alarms, {
      metric: new Metric({
        namespace: COUNTED.metricNamespace,
        metricName: COUNTED.metricName,
        dimensionsMap: { [CODE]: code },
        period: PERIOD,
        statistic: 'Sum',
      }),
      hurts,
      heading: code,
    })
  }
  return stack
}
