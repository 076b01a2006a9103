/** The values of the fields in a letter's wording. */
import type { Policy } from '../../../academies/policy.ts'
import { firstName } from '../people.ts'
import { spokenTime } from '../time.ts'
import { missedOf, spokenDays, spokenPercent, spokenSessions } from './figures.ts'
import type { Improvement, LetterMatter, Meeting } from './letter.ts'
import { shortDate, writtenDate } from './written-date.ts'

/** A date, a number or a place in the middle of a line is not cut in two: its spaces hold. */
const unbroken = (text: string): string => text.replaceAll(' ', '\u00a0')

const meetingFields = ({ date, time, place }: Meeting) => ({
  'meeting-day': unbroken(writtenDate(date)),
  'meeting-time': spokenTime(time),
  'meeting-place': place,
})

const leaveFields = ({ from, until }: NonNullable<LetterMatter['order']['leave']>) => ({
  'leave-from': unbroken(shortDate(from)),
  'leave-until': unbroken(shortDate(until)),
})

const improveFields = ({ from, until, mostUnauthorised }: Improvement) => ({
  'improve-from': unbroken(shortDate(from)),
  'improve-until': unbroken(shortDate(until)),
  improvement:
    mostUnauthorised === 0
      ? 'there must be no unauthorised absence.'
      : `there must be no more than ${spokenSessions(mostUnauthorised)} of unauthorised absence.`,
})

/** First name and surname: a letter, unlike a text, may be read by somebody with two children of one name. */
export const fullName = (pupil: LetterMatter['pupil']): string => `${firstName(pupil)} ${pupil.surname}`

/** Every field that this matter can fill. A wording that asks for another is refused, never printed with a gap. */
export const letterFields = (policy: Policy, { order, pupil }: LetterMatter): Readonly<Record<string, string>> => ({
  school: policy.name,
  pupil: fullName(pupil),
  child: firstName(pupil),
  phone: unbroken(policy.letters.signatory.phone),
  from: unbroken(shortDate(order.figures.from)),
  until: unbroken(shortDate(order.figures.until)),
  percent: spokenPercent(order.figures),
  target: `${policy.thresholds.target}%`,
  threshold: `${policy.thresholds.stage1}%`,
  missed: spokenSessions(missedOf(order.figures)),
  days: spokenDays(missedOf(order.figures)),
  authorised: spokenSessions(order.figures.authorised),
  unauthorised: spokenSessions(order.figures.unauthorised),
  ...(order.meeting && meetingFields(order.meeting)),
  ...(order.improve && improveFields(order.improve)),
  ...(order.leave && leaveFields(order.leave)),
  ...(order.term === undefined ? {} : { term: order.term }),
})
