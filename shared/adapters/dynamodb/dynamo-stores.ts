import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import type { Stores } from '../../ports/stores.ts'
import { attendStore } from './casework/attend.ts'
import { leaveStore } from './casework/leave.ts'
import { letterStore } from './casework/letters.ts'
import { penaltyStore } from './casework/penalties.ts'
import { returnStore } from './casework/returns.ts'
import { stageStore } from './casework/stages.ts'
import { supportStore } from './casework/support.ts'
import { chronicleStore } from './chronicle.ts'
import { familyLinkStore } from './contact/family-links.ts'
import { lineStore } from './contact/line-calls.ts'
import { replyStore } from './contact/replies.ts'
import { exportStore } from './files/exports.ts'
import { extractStore } from './files/extracts.ts'
import { groupStore } from './files/groups.ts'
import { importStore } from './files/imports.ts'
import { mappingStore } from './files/mappings.ts'
import { reportStore } from './files/reports.ts'
import { brakeStore } from './open/brakes.ts'
import { caseStore } from './open/cases.ts'
import { coverStore } from './open/covers.ts'
import { dayStore } from './open/day.ts'
import { openThingStore } from './open/open-things.ts'
import { taskStore } from './open/tasks.ts'
import { policyStore } from './policies.ts'
import { absenceDayStore } from './registers/absence-days.ts'
import { closedAheadStore } from './registers/closed-ahead.ts'
import { knownAbsenceStore } from './registers/known-absences.ts'
import { lateChangeStore } from './registers/late-changes.ts'
import { registerStore } from './registers/registers.ts'
import { tallyStore } from './registers/tallies.ts'
import { earlierStore } from './roll/earlier-years.ts'
import { enrolmentStore } from './roll/enrolments.ts'
import { liveReader } from './roll/live.ts'
import type { PhoneKey } from './roll/mobiles.ts'
import { rollStore } from './roll/roll.ts'
import { runStore } from './runs.ts'
import { cardStore } from './texts/cards.ts'
import { claimStore } from './texts/claim-text.ts'
import { textStore } from './texts/move-text.ts'
import { spendStore } from './texts/spend.ts'
import { writtenStore } from './texts/written-texts.ts'

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
    ...enrolmentStore(db, options.phoneKeys),
    ...attendStore(db),
    ...leaveStore(db),
    ...returnStore(db),
    ...supportStore(db),
    ...cardStore(db),
    ...claimStore(db),
    ...textStore(db),
    ...taskStore(db),
    ...caseStore(db),
    ...familyLinkStore(db),
    ...replyStore(db),
    ...writtenStore(db),
    ...brakeStore(db),
    ...openThingStore(db),
    ...coverStore(db),
    ...closedAheadStore(db),
    ...knownAbsenceStore(db),
    ...letterStore(db),
    ...exportStore(db),
    ...groupStore(db),
    ...extractStore(db),
    ...lateChangeStore(db),
    ...reportStore(db),
    ...runStore(db),
    ...chronicleStore(db),
    ...importStore(db),
    ...mappingStore(db),
    ...earlierStore(db),
  }
}
