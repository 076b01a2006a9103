/** What calls each function. */
import { Duration, type Stack } from 'aws-cdk-lib'
import { Rule, Schedule } from 'aws-cdk-lib/aws-events'
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets'
import type { NodejsFunction } from 'aws-cdk-lib/aws-lambda-nodejs'
import type { Queue } from 'aws-cdk-lib/aws-sqs'
import { FOLDERS, type Folder } from '../folders.ts'
import { PERIOD, raiseAlarm } from './alarms.ts'
import { deadLetters, type Ground } from './queues.ts'
import type { Things } from './things.ts'
import { calledOnce, followsStream, worksOff } from './triggers.ts'

type Functions = Readonly<Record<Folder, NodejsFunction>>

/** Minutes that a reader of the stream may be behind. */
const BEHIND = { chronicle: 15, judge: 5, announce: 15 } as const

/** Only changes that ask for a look at the day. */
const ASKS_FOR_A_LOOK = { dynamodb: { NewImage: { act: { M: { look: { BOOL: [true] } } } } } }

/** Readers of the table's stream. The chronicle tries longest: an entry it passes over is missing in court. */
const streams = (stack: Stack, ground: Ground, functions: Functions, things: Things): void => {
  const failed = deadLetters(stack, 'StreamFailures', ground, FOLDERS.chronicle.hurts)
  followsStream(functions.chronicle, things.table, failed, { tries: 100 })
  followsStream(functions.judge, things.table, failed, { tries: 10, only: ASKS_FOR_A_LOOK })
  followsStream(functions.announce, things.table, failed, { tries: 10 })
  for (const folder of ['chronicle', 'judge', 'announce'] as const) {
    const dimensionsMap = { FunctionName: functions[folder].functionName }
    raiseAlarm(stack, `${folder}Behind`, ground.alarms, {
      metric: functions[folder].metric('IteratorAge', { dimensionsMap, period: PERIOD, statistic: 'Maximum' }),
      above: Duration.minutes(BEHIND[folder]).toMilliseconds(),
      hurts: FOLDERS[folder].hurts,
      heading: 'STREAM_BEHIND',
    })
  }
}

/** The watchdog runs from an EventBridge rule: were it from Scheduler, it would be silent when Scheduler is. */
const watchdog = (stack: Stack, functions: Functions, failed: Queue): void => {
  new Rule(stack, 'EveryFiveMinutes', {
    // The hours of a school day in UTC, winter and summer.
    schedule: Schedule.expression('cron(*/5 7-17 ? * MON-FRI *)'),
    targets: [
      new LambdaFunction(functions.watchdog, {
        deadLetterQueue: failed,
        maxEventAge: Duration.minutes(30),
        retryAttempts: 2,
      }),
    ],
  })
}

export const wire = (stack: Stack, ground: Ground, functions: Functions, things: Things): void => {
  streams(stack, ground, functions, things)
  const failed = deadLetters(stack, 'CallFailures', ground, FOLDERS.sweep.hurts)
  for (const folder of ['sweep', 'nightly', 'watchdog', 'receipts-from-logs', 'received-texts'] as const)
    calledOnce(functions[folder], failed)
  watchdog(stack, functions, failed)
  // Few at a time: a text is one call to a provider that may be slow, and a batch must end within the function's time.
  worksOff(functions.dispatch, things.texts, { atOnce: 5, inParallel: 10 })
  worksOff(functions['look-again'], things.look, { atOnce: 10 })
  worksOff(functions.import, things.imports, { atOnce: 1, inParallel: 5 })
  worksOff(functions.letters, things.letterWork, { atOnce: 5, inParallel: 5 })
  worksOff(functions['evidence-bundle'], things.evidenceWork, { atOnce: 1, inParallel: 5 })
  worksOff(functions.extracts, things.extractWork, { atOnce: 1, inParallel: 5 })
  worksOff(functions['report-files'], things.reportWork, { atOnce: 1, inParallel: 5 })
  // A rehearsal is minutes of a whole processor: few at once, and the day's own work never waits for one.
  worksOff(functions.rehearsal, things.rehearsals, { atOnce: 1, inParallel: 2 })
  worksOff(functions.seal, things.seals, { atOnce: 1, inParallel: 5 })
  worksOff(functions['inbound-text'], things.inbound, { atOnce: 10 })
  worksOff(functions.receipts, things.receipts, { atOnce: 10 })
}
