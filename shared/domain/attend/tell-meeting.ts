/** When a family is texted about a meeting, and under which step: an invitation on the day it was arranged, a reminder shortly before. */
import type { Policy } from '../../../academies/policy.ts'
import { type Calendar, previousSchoolDay } from '../calendar.ts'
import type { LocalDate } from '../time.ts'
import type { MeetingDue } from './attend-case.ts'

/** Beginnings of a text's step; the meeting's id follows, so that a text about a meeting that moved is known for what it is. */
const STEPS = { invitation: 'invite-', reminder: 'remind-' } as const
export type MeetingText = keyof typeof STEPS

export const stepOf = (text: MeetingText, meetingId: string): string => `${STEPS[text]}${meetingId}`
export const isInvitationStep = (step: string): boolean => step.startsWith(STEPS.invitation)
export const isAboutMeeting = (step: string, meetingId: string): boolean =>
  step === stepOf('invitation', meetingId) || step === stepOf('reminder', meetingId)

const schoolDaysBefore = (calendar: Calendar, date: LocalDate, count: number): LocalDate =>
  count === 0 ? date : schoolDaysBefore(calendar, previousSchoolDay(calendar, date), count - 1)

/** The date of the reminder; none for a meeting of which the family heard that same day or later. */
export const remindedOn = (
  { date, arrangedOn }: Pick<MeetingDue, 'date' | 'arrangedOn'>,
  calendar: Calendar,
  { remind }: Policy['attend'],
): LocalDate | undefined => {
  const on = schoolDaysBefore(calendar, date, remind.schoolDaysBefore)
  return on > arrangedOn ? on : undefined
}

/** Something is to be said or asked about the meeting on this date. */
export const concernsDay = (
  meeting: MeetingDue,
  day: LocalDate,
  calendar: Calendar,
  policy: Policy['attend'],
): boolean => meeting.arrangedOn === day || meeting.date < day || remindedOn(meeting, calendar, policy) === day
