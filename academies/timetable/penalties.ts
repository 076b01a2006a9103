/** When a penalty notice is considered, by whom, and what stops one: in sentences. */
import type { Policy } from '../policy.ts'
import { counted, doers } from './words.ts'

const WINDOWS: Readonly<Record<Policy['penalties']['window'], string>> = {
  'whole-weeks': 'in whole weeks',
  'any-day': 'to the day',
}

const formInWords = (code: string, form: Policy['penalties']['forms'][string]): string =>
  `Authority ${code} gets a ${form.name}: a letter with ${form.sections.join(', ')}; row.csv with ${form.rowPer === 'parent' ? 'a row for each parent' : 'one row'}, dates ${form.dates === 'uk' ? 'like 12/01/2026' : 'like 2026-01-12'}, and the columns ${form.row.map(({ column, value }) => `${column} (${value})`).join(', ')}; the tables ${form.tables.join(', ') || 'none'}; and nothing goes without ${form.needs.join(', ') || 'any one thing'}.`

export const towardsNotices = ({ penalties }: Policy): readonly string[] => {
  const { improve, notices } = penalties
  return [
    `From ${penalties.sessions} unauthorised sessions in ${penalties.schoolWeeks} school weeks, counted ${WINDOWS[penalties.window]} across terms and school years, a penalty notice is considered: ${doers(penalties.doers)} decides each case within ${counted(penalties.dueSchoolDays, 'school day', 'school days')}, with the reason. Nothing goes to the authority by itself.`,
    `From ${penalties.warnAt} on, people are told that it is near.`,
    `A matter that was considered is asked about again after ${counted(penalties.considerAgainAfter, 'further session', 'further sessions')}. Sessions that were referred never count again.`,
    'Never while a session is N, outside compulsory school age, or while a hold stands on the child.',
    penalties.lookedAfter === 'never'
      ? 'Never for a looked-after child.'
      : 'For a looked-after child a person decides for each parent.',
    `Referrals go to ${penalties.sendTo.join(', ')}.`,
    ...Object.entries(penalties.forms).map(([code, form]) => formInWords(code, form)),
    `A notice to improve gives ${counted(improve.schoolDays, 'school day', 'school days')}, from ${counted(improve.startsAfterSchoolDays, 'school day', 'school days')} after the decision; more than ${counted(improve.mostUnauthorised, 'unauthorised session', 'unauthorised sessions')} in it is a breach. Each night watches it.`,
    `Each parent has at most ${counted(notices.most, 'notice', 'notices')} for each child in ${counted(notices.years, 'year', 'years')}, those before ${notices.since} not counted; after that it is prosecution or another way.`,
  ]
}
