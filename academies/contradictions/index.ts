/** Every contradiction that a policy is refused for. A new check is a function in its file and a line here. */

import type { Policy } from '../policy.ts'
import { datesInOrder, datesInTerms, realDates } from './calendar.ts'
import type { Check, Finding } from './check.ts'
import { knownCodes, leadsGrant, teachersCanMark } from './codes.ts'
import { followUpAfterClose, momentsOfDay, registersOpen, sweepsInOrder, zoneIsKnown } from './day.ts'
import { ladderComplete, ladderGoesOn, ladderMoments, ladderNames } from './ladder.ts'
import { brakeHolds, dangerWordsThere, pagesInOrder, stalenessNoticed } from './safety-floor.ts'
import { dramaNumbersStayTests, usefulTexts } from './texts.ts'
import { thresholdsInOrder } from './thresholds.ts'
import { correctionPromisesNothing, knownFields, neededFields, wholeBraces } from './wordings.ts'

const CHECKS: readonly Check[] = [
  zoneIsKnown,
  registersOpen,
  momentsOfDay,
  sweepsInOrder,
  followUpAfterClose,
  usefulTexts,
  dramaNumbersStayTests,
  wholeBraces,
  knownFields,
  neededFields,
  correctionPromisesNothing,
  brakeHolds,
  stalenessNoticed,
  dangerWordsThere,
  pagesInOrder,
  ladderComplete,
  ladderGoesOn,
  ladderMoments,
  ladderNames,
  thresholdsInOrder,
  knownCodes,
  teachersCanMark,
  leadsGrant,
  realDates,
  datesInOrder,
  datesInTerms,
]

/** All contradictions in a merged policy. */
export const contradictions = (policy: Policy): readonly Finding[] => CHECKS.flatMap((check) => check(policy))
