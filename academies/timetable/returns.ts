/** When a return to the local authority is asked for, and by when: in sentences. */
import type { Policy } from '../policy.ts'
import { counted, doers, sentence } from './words.ts'

const days = (count: number): string => counted(count, 'school day', 'school days')
const CLASSES: Readonly<Record<Policy['returns']['juniorClass'], string>> = {
  'left-out': 'needs none',
  returned: 'has one too',
}

export const toTheAuthority = ({ returns, localAuthority }: Policy): readonly string[] => [
  sentence(
    `${doers(returns.doers)} sends what the law asks to ${localAuthority.name}; Firstbell asks once for each, and sends nothing.`,
  ),
  `After ${days(returns.absenceDays)} in a row of unauthorised absence: the attendance return. After ${returns.jointEnquiryDays}: school and authority enquire together; nothing is ever deleted from the roll by itself.`,
  `At ${counted(returns.sicknessDays, 'day', 'days')} of illness in a school year, together or not: a person judges whether a sickness return is due.`,
  `After ${days(returns.missingDays)} without contact: a referral as a child missing education, with at least ${counted(returns.enquiriesFirst, 'enquiry', 'enquiries')} recorded, or at once where the child may be harmed.`,
  `A new name in the register: within ${counted(returns.newPupilDays, 'day', 'days')} of the ${returns.newPupilCount === 'calendar' ? 'calendar' : 'school'}. The most junior class on the first day of the year ${CLASSES[returns.juniorClass]}.`,
  `A name to be deleted: no later than the day itself. The most senior class at the end of the year ${CLASSES[returns.seniorClass]}.`,
  `Those without a time in law: within ${days(returns.dueSchoolDays)}.`,
]
