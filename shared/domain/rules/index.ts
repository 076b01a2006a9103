/** Every rule of the school, in the order of the day. A new rule is a file and a line here. */
import type { Rule } from '../rule.ts'
import { anotherSilentDay } from './another-silent-day.ts'
import { awayByPlan } from './away-by-plan.ts'
import { beforeHoliday } from './before-holiday.ts'
import { cardFollowsMark } from './card-follows-mark.ts'
import { contactMade } from './contact-made.ts'
import { correction } from './correction.ts'
import { dayEndProof } from './day-end-proof.ts'
import { heldBrake } from './held-brake.ts'
import { holdReview } from './hold-review.ts'
import { ladderStep } from './ladder-step.ts'
import { lateAfterClose } from './late-after-close.ts'
import { lateSweepPage } from './late-sweep-page.ts'
import { lateUntold } from './late-untold.ts'
import { leaveRefused } from './leave-refused.ts'
import { letterBelow90 } from './letter-below-90.ts'
import { lostCorrection } from './lost-correction.ts'
import { lostReply } from './lost-reply.ts'
import { meetingTold } from './meeting-told.ts'
import { missingAfterLunch } from './missing-after-lunch.ts'
import { missingRegister } from './missing-register.ts'
import { openCase } from './open-case.ts'
import { referralWaits } from './referral-waits.ts'
import { reopenCase } from './reopen-case.ts'
import { safeguardingPage } from './safeguarding-page.ts'
import { settledTasks } from './settled-tasks.ts'
import { silentByLunch } from './silent-by-lunch.ts'
import { stage2Letter } from './stage-2-letter.ts'
import { tellAgency } from './tell-agency.ts'
import { toldInError } from './told-in-error.ts'
import { uncertainText } from './uncertain-text.ts'
import { unconfirmedReply } from './unconfirmed-reply.ts'
import { undelivered } from './undelivered.ts'
import { unexplainedAbsence } from './unexplained-absence.ts'
import { unmarkedAtClose } from './unmarked-at-close.ts'
import { unreportedAbsence } from './unreported-absence.ts'
import { visitorNotBack } from './visitor-not-back.ts'
import { vulnerableFirst } from './vulnerable-first.ts'
import { warningAt93 } from './warning-at-93.ts'
import { warningUntold } from './warning-untold.ts'

export const RULES: readonly Rule[] = [
  unmarkedAtClose,
  unexplainedAbsence,
  cardFollowsMark,
  lateAfterClose,
  lateUntold,
  missingRegister,
  vulnerableFirst,
  tellAgency,
  unreportedAbsence,
  undelivered,
  uncertainText,
  correction,
  lostCorrection,
  toldInError,
  lostReply,
  silentByLunch,
  unconfirmedReply,
  missingAfterLunch,
  reopenCase,
  openCase,
  anotherSilentDay,
  awayByPlan,
  contactMade,
  ladderStep,
  referralWaits,
  beforeHoliday,
  heldBrake,
  holdReview,
  lateSweepPage,
  safeguardingPage,
  settledTasks,
  warningAt93,
  warningUntold,
  letterBelow90,
  meetingTold,
  stage2Letter,
  leaveRefused,
  visitorNotBack,
  dayEndProof,
]
