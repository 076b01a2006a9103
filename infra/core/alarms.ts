import { Duration, type Stack } from 'aws-cdk-lib'
import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch'
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions'
import type { ITopic } from 'aws-cdk-lib/aws-sns'

interface Trouble {
  readonly metric: IMetric
  /** Who is hurt, in a sentence. */
  readonly hurts: string
  /** Heading of docs/runbook.md. */
  readonly heading: string
  /** Raised when the metric is above this. */
  readonly above?: number
}

/** An alarm that says who is hurt and where to read on. It cannot be built without. */
export const raiseAlarm = (stack: Stack, id: string, topic: ITopic, trouble: Trouble): Alarm => {
  const alarm = new Alarm(stack, id, {
    metric: trouble.metric,
    threshold: trouble.above ?? 0,
    comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
    evaluationPeriods: 1,
    treatMissingData: TreatMissingData.NOT_BREACHING,
    alarmDescription: `${trouble.hurts} See docs/runbook.md#${trouble.heading.toLowerCase()}.`,
  })
  alarm.addAlarmAction(new SnsAction(topic))
  return alarm
}

/** How long a metric is gathered before it is judged. */
export const PERIOD = Duration.minutes(5)
