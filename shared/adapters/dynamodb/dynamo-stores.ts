import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import type { Stores } from '../../ports/stores.ts'
import { absenceDayStore } from './absence-days.ts'
import { attendStore } from './attend.ts'
import { brakeStore } from './brakes.ts'
import { cardStore } from './cards.ts'
import { caseStore } from './cases.ts'
import { chronicleStore } from './chronicle.ts'
import { claimStore } from './claim-text.ts'
import { closedAheadStore } from './closed-ahead.ts'
import { dayStore } from './day.ts'
import { earlierStore } from './earlier-years.ts'
import { exportStore } from './exports.ts'
import { extractStore } from './extracts.ts'
import { groupStore } from './groups.ts'
import { importStore } from './imports.ts'
import { knownAbsenceStore } from './known-absences.ts'
import { leaveStore } from './leave.ts'
import { letterStore } from './letters.ts'
import { lineStore } from './line-calls.ts'
import { liveReader } from './live.ts'
import { mappingStore } from './mappings.ts'
import type { PhoneKey } from './mobiles.ts'
import { textStore } from './move-text.ts'
import { openThingStore } from './open-things.ts'
import { penaltyStore } from './penalties.ts'
import { policyStore } from './policies.ts'
import { registerStore } from './registers.ts'
import { replyStore } from './replies.ts'
import { returnStore } from './returns.ts'
import { rollStore } from './roll.ts'
import { runStore } from './runs.ts'
import { spendStore } from './spend.ts'
import { stageStore } from './stages.ts'
import { supportStore } from './support.ts'
import { tallyStore } from './tallies.ts'
import { taskStore } from './tasks.ts'
import { writtenStore } from './written-texts.ts'

/**
 * The record on DynamoDB. `phoneKeys` gives the keys for hashing telephone numbers, newest first: numbers are written with the
 * newest and looked up with all.
 */
export const dynamoStores = (
  client: DynamoDBDocumentClient,
  table: string,
  options: { readonly phoneKeys: () => Promise<readonly PhoneKey[]> },
): Stores => {
  const db = { client, table }
  const live = liveReader(db)
  return {
    policies: policyStore(db),
    roll: rollStore(db, live, options.phoneKeys),
    line: lineStore(db),
    spend: spendStore(db),
    ...dayStore(db, live),
    ...registerStore(db),
    ...tallyStore(db),
    ...stageStore(db),
    ...absenceDayStore(db),
    ...penaltyStore(db),
    ...attendStore(db),
    ...leaveStore(db),
    ...returnStore(db),
    ...supportStore(db),
    ...cardStore(db),
    ...claimStore(db),
    ...textStore(db),
    ...taskStore(db),
    ...caseStore(db),
    ...replyStore(db),
    ...writtenStore(db),
    ...brakeStore(db),
    ...openThingStore(db),
    ...closedAheadStore(db),
    ...knownAbsenceStore(db),
    ...letterStore(db),
    ...exportStore(db),
    ...groupStore(db),
    ...extractStore(db),
    ...runStore(db),
    ...chronicleStore(db),
    ...importStore(db),
    ...mappingStore(db),
    ...earlierStore(db),
  }
}
