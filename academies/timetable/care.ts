/** What keeps texts right, what is done with answers, and what follows from low attendance: in sentences. */
import type { Policy } from '../policy.ts'
import { counted, doers, duration, listed, paged, roleName, sentence } from './words.ts'

const VIA: Readonly<Record<Policy['reporting']['via'][number], string>> = {
  phone: 'telephone',
  text: 'a reply to our text',
  line: 'the telephone line',
  page: 'the parent page',
  'in-person': 'a word at the office',
}

export const CARRIERS: Readonly<Record<Policy['texts']['provider'], string>> = {
  sns: 'AWS SNS',
  'end-user-messaging': 'AWS End User Messaging',
  notify: 'GOV.UK Notify',
  twilio: 'Twilio',
}

/** Carriers at which the trust has an account of its own. */
const WITH_ACCOUNT: readonly Policy['texts']['second'][] = ['notify', 'twilio']

const carriers = ({ provider, second, account }: Policy['texts']): string => {
  const through = [provider, second].some((each) => WITH_ACCOUNT.includes(each)) ? ` The account is “${account}”.` : ''
  const other =
    second === 'none'
      ? 'No other carrier takes over.'
      : `${CARRIERS[second]} takes over a text that it refuses before taking it.`
  return `Texts go through ${CARRIERS[provider]}. ${other}${through}`
}

export const againstWrongTexts = ({ brake, guard, holds, imports, live, texts }: Policy): readonly string[] => [
  `Texts wait for a person when they would be about at least ${brake.atLeast} pupils and more than ${brake.classShare}% of a class or ${brake.academyShare}% of the school. The page goes to ${paged(brake.pages)}; until it is settled the pupils are on the call list. Vulnerable pupils and open cases are never held back.`,
  `About a child on hold, or their family, nothing is said automatically: ${doers(holds.doers)} decides each duty within ${duration(holds.dueInMinutes)}.`,
  `A step of the day that comes more than ${duration(guard.refuseAfterMinutes)} late does nothing but tell a person. One that has not happened ${duration(guard.watchdogAfterMinutes)} after its time is reported.`,
  `A roll or contacts file that takes away at least ${imports.lossAtLeast} pupils and more than ${imports.lossShare}% waits until a person confirms it.`,
  carriers(texts),
  live
    ? 'Texts go to families.'
    : 'Texts do not go to families yet ("live" is false): only numbers reserved for drama are texted.',
]

const refused = (how: string, why: string): string => `Not by ${how}: “${why}”`

const dangerWords = ({ dangerWords, ownDangerWords, pages, outOfHours }: Policy['replies']): readonly string[] => [
  `Any of ${dangerWords.length} danger words (${dangerWords.join(', ')}) pages ${paged(pages)}, with a link and nothing else.${ownDangerWords.length > 0 ? ` The school's own do too: ${ownDangerWords.join(', ')}.` : ''}`,
  outOfHours.length > 0
    ? `Outside school hours ${listed(outOfHours.map(roleName))} ${outOfHours.length === 1 ? 'is' : 'are'} paged at once, then the same people in turn.`
    : 'Outside school hours the same people are paged, in the same turn.',
]

export const answers = ({ reporting, replies, cover }: Policy): readonly string[] => [
  `A reason may be given by ${listed(
    reporting.via.map((how) => VIA[how]),
    'or',
  )}. A person confirms it; only the school authorises an absence.`,
  ...Object.entries(reporting.refuses).map(([how, why]) => refused(how, why)),
  `A reason without dates covers today. One with dates covers up to ${counted(cover.days, 'school day', 'school days')}, then Firstbell asks again.`,
  ...replies.meanings.map(({ code, words }) => `“${listed(words, 'or')}” in a reply proposes the code ${code}.`),
  ...dangerWords(replies),
  replies.illnessDays > 0
    ? `A clear reply of an entitled contact authorises illness of up to ${counted(replies.illnessDays, 'school day', 'school days')} in a row by itself, days already authorised beside them counted; never for a vulnerable pupil.`
    : 'No reply authorises anything by itself: a person confirms each.',
  replies.acknowledge.on
    ? `Whoever answers by text is thanked within ${counted(replies.acknowledge.withinMinutes, 'minute', 'minutes')}, without any name and at most once a day.`
    : 'Whoever answers by text is not thanked.',
]

export const attendance = ({ nightly, thresholds, groups, unresolved }: Policy): readonly string[] => [
  `At ${nightly.at} every night the marks of the day before are counted. A mark amended later changes the figures at once.`,
  `A reason for N is found within ${counted(unresolved.schoolDays, 'school day', 'school days')}: after ${unresolved.remindFrom} ${doers(unresolved.doers)} is asked, once a day; at the limit ${unresolved.settle === 'automatic' ? 'the night makes it O' : 'a person makes it O'}.`,
  `The school aims at ${thresholds.target}%.`,
  `Below ${thresholds.warning}%: a warning text at ${thresholds.textsAt} on the next school day, once. Below ${thresholds.stage1}%: then the stage 1 letter instead.`,
  `After a letter, ${counted(thresholds.reviewSchoolDays, 'school day', 'school days')} are looked at on their own: with less than ${thresholds.improved}% in them, and the year still below ${thresholds.stage1}%, stage 2 follows stage 1, and legal action is considered after stage 2. A letter whose marks have changed so that it would not go today stops the next step until a person has looked.`,
  `Neither before ${thresholds.minimumSessions} possible sessions (${counted(thresholds.minimumSessions / 2, 'day', 'days')}).`,
  `Each once, until ${counted(thresholds.cycleSchoolDays, 'school day', 'school days')} in a row at ${thresholds.target}% or above, or the next school year. An agreed part-time timetable leads to neither.`,
  `After ${thresholds.lateEvery} late arrivals in the year, before or after the register closed, and after every ${thresholds.lateEvery} more, somebody looks at why.`,
  ...(groups.length > 0
    ? [`Figures are also broken down by ${listed(groups.map((group) => group.replaceAll('-', ' ')))}.`]
    : []),
]

export const referralPatience = ({ referral }: Policy): string =>
  sentence(
    `a referral that the Trust has not acknowledged after ${duration(referral.acknowledgeWithinMinutes)} is telephoned.`,
  )
