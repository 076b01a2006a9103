/** Every contradiction that a policy is refused for. A new check is a function in its file and a line here. */

import type { Policy } from '../policy.ts'
import { remindersAreHeard } from './attend.ts'
import { datesInOrder, datesInTerms, realDates, termsThere } from './calendar.ts'
import type { Check, Finding } from './check.ts'
import { knownCodes, leadsGrant, repliesGiveReasons, teachersCanMark } from './codes.ts'
import {
  askedInTime,
  closeIsJudged,
  followUpAfterClose,
  headsAreCounted,
  momentsOfDay,
  nightBeforeDay,
  registersOpen,
  sweepsInOrder,
  zoneIsKnown,
} from './day.ts'
import { extractsFitRecipients, keysAreKeys, recipientsOnce } from './extracts.ts'
import { letterPageIsSaidSomewhere, pageIsSaidSomewhere, pageOnlyWhereSwitchedOn } from './family-page.ts'
import { ladderComplete, ladderGoesOn, ladderMoments, ladderNames } from './ladder.ts'
import {
  knownLetterFields,
  legalLettersAreRead,
  lightsInOrder,
  neededInLetters,
  noticeIsWhole,
  wholeLetterBraces,
} from './letters.ts'
import { lineGreets, lineIsReal, lineLeadsOn, lineMayReport, lineReasons } from './line.ts'
import { authorityHasForm, formsAreWhole, referralsArrive, warnedBeforeNotice } from './penalties.ts'
import { oneWayOrTheOther } from './reporting.ts'
import { groupingsTogether } from './reports.ts'
import {
  brakeHolds,
  dangerReachesSafeguarding,
  dangerWordsThere,
  pagesInOrder,
  stalenessNoticed,
} from './safety-floor.ts'
import { dramaNumbersStayTests, quietHoursAreNight, silenceBeforeTheEnd, usefulTexts } from './texts.ts'
import { thresholdsInOrder } from './thresholds.ts'
import {
  approvalsAreWhole,
  dangerInEachLanguage,
  englishIsNoTranslation,
  languagesSayDates,
  translationsCountToThree,
  translationsHaveWholeBraces,
  translationsHoldNoHiddenMarks,
  translationsSayTheSame,
} from './translations.ts'
import { WORDING_CHECKS } from './wordings.ts'

const CHECKS: readonly Check[] = [
  askedInTime,
  zoneIsKnown,
  registersOpen,
  momentsOfDay,
  sweepsInOrder,
  nightBeforeDay,
  followUpAfterClose,
  closeIsJudged,
  headsAreCounted,
  usefulTexts,
  silenceBeforeTheEnd,
  quietHoursAreNight,
  remindersAreHeard,
  dramaNumbersStayTests,
  ...WORDING_CHECKS,
  pageOnlyWhereSwitchedOn,
  pageIsSaidSomewhere,
  letterPageIsSaidSomewhere,
  translationsCountToThree,
  translationsHaveWholeBraces,
  translationsSayTheSame,
  translationsHoldNoHiddenMarks,
  approvalsAreWhole,
  languagesSayDates,
  englishIsNoTranslation,
  brakeHolds,
  stalenessNoticed,
  dangerWordsThere,
  dangerInEachLanguage,
  dangerReachesSafeguarding,
  pagesInOrder,
  lineMayReport,
  lineLeadsOn,
  lineGreets,
  lineReasons,
  lineIsReal,
  ladderComplete,
  ladderGoesOn,
  ladderMoments,
  ladderNames,
  thresholdsInOrder,
  groupingsTogether,
  wholeLetterBraces,
  knownLetterFields,
  neededInLetters,
  noticeIsWhole,
  lightsInOrder,
  legalLettersAreRead,
  warnedBeforeNotice,
  referralsArrive,
  authorityHasForm,
  formsAreWhole,
  extractsFitRecipients,
  recipientsOnce,
  keysAreKeys,
  knownCodes,
  teachersCanMark,
  leadsGrant,
  repliesGiveReasons,
  oneWayOrTheOther,
  realDates,
  datesInOrder,
  datesInTerms,
  termsThere,
]

/** All contradictions in a merged policy. */
export const contradictions = (policy: Policy): readonly Finding[] => CHECKS.flatMap((check) => check(policy))
