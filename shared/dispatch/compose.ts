/** Puts a planned text into the words of the policy: preferred first names, date, session, the school's own name and number. */
import type { Policy } from '../../academies/policy.ts'
import { isInvitationStep } from '../domain/attend/tell-meeting.ts'
import { firstName } from '../domain/people.ts'
import { type Composed, compose } from '../domain/texts/compose.ts'
import { FAMILY_WORDINGS, type FamilyWording } from '../domain/texts/preview.ts'
import { clockAfter, type LocalTime, localTime } from '../domain/time.ts'
import { fillWording } from '../domain/wording.ts'
import type { PlannedForContact, Present } from './still-true.ts'

const WORDS: Readonly<Record<PlannedForContact['kind'], FamilyWording | undefined>> = {
  unreported: 'unreported',
  late: 'late',
  correction: 'correction',
  ladder: 'ladder',
  acknowledgement: 'acknowledgement',
  warning: 'warning',
  reminder: 'meeting-reminder',
  // Said by a person: see `written`.
  reply: undefined,
}

/** When the child came in, by the mark; else when it was learned. */
const arrivedAt = (planned: PlannedForContact, present: Present, policy: Policy): LocalTime => {
  const { amOpens, pmOpens } = policy.day
  if (present.mark?.minutesLate !== undefined)
    return clockAfter(planned.session === 'AM' ? amOpens : pmOpens, present.mark.minutesLate)
  const since = present.card?.sessions[planned.session]?.since
  return since === undefined ? amOpens : localTime(since, policy.zone)
}

/** A text to a contact about the children it is still true of. Throws when the policy has no wording for its kind. */
export const textFor = (
  planned: PlannedForContact,
  present: readonly Present[],
  policy: Policy,
  page?: string,
): Composed => {
  const isInvitation = planned.kind === 'reminder' && isInvitationStep(planned.step)
  const wording = isInvitation ? 'meeting-invitation' : WORDS[planned.kind]
  if (wording === undefined) throw new RangeError(`The policy has no wording for ${planned.kind}`)
  const times = present.map((each) => arrivedAt(planned, each, policy)).toSorted()
  const missed = present.flatMap((each) => each.missed ?? [])
  const language = present[0]?.contact.language
  const meeting = present[0]?.meeting
  return compose(policy, {
    wording,
    ringOnly: FAMILY_WORDINGS[wording],
    isRingOnly: planned.ringOnly,
    names: present.map((each) => firstName(each.pupil)),
    date: planned.date,
    session: planned.session,
    time: times.at(-1) ?? policy.day.amOpens,
    ...(missed.length === 0 ? {} : { missed }),
    ...(meeting && { meeting }),
    ...(page === undefined ? {} : { page }),
    ...(language === undefined ? {} : { language }),
  })
}

/** A page to staff: a link and nothing else. */
export const pageText = (
  wording: 'page-brake' | 'page-safeguarding' | 'page-referral' | 'page-late-sweep',
  taskId: string,
  policy: Policy,
): string =>
  fillWording(policy.wordings[wording], { school: policy.name, link: `${policy.console}/tasks/${taskId}` }, 1)
