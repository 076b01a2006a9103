/** Puts a planned text into the words of the policy: preferred first names, date, session, the school's own name and number. */
import type { Policy, WordingName } from '../../academies/policy.ts'
import { withPlainMarks } from '../../shared/domain/carried.ts'
import { firstName } from '../../shared/domain/people.ts'
import { clockAfter, type LocalTime, localTime, spokenDate, spokenTime } from '../../shared/domain/time.ts'
import { fillWording, spokenNames } from '../../shared/domain/wording.ts'
import type { PlannedForContact, Present } from './still-true.ts'

const WORDS: Readonly<Record<PlannedForContact['kind'], WordingName | undefined>> = {
  unreported: 'unreported',
  late: 'late',
  correction: 'correction',
  ladder: 'ladder',
  acknowledgement: 'acknowledgement',
  warning: undefined,
  reminder: undefined,
}

const RING_ONLY: Readonly<Partial<Record<WordingName, WordingName>>> = {
  unreported: 'unreported-ring-only',
  late: 'late-ring-only',
  correction: 'correction-ring-only',
  ladder: 'ladder-ring-only',
}

/** When the child came in, by the mark; else when it was learned. */
const arrivedAt = (planned: PlannedForContact, present: Present, policy: Policy): LocalTime => {
  const { amOpens, pmOpens } = policy.day
  if (present.mark?.minutesLate !== undefined)
    return clockAfter(planned.session === 'AM' ? amOpens : pmOpens, present.mark.minutesLate)
  const since = present.card?.sessions[planned.session]?.since
  return since === undefined ? amOpens : localTime(since, policy.zone)
}

/** The body of a text to a contact about the children it is still true of. Throws when the policy has no wording for its kind. */
export const textFor = (planned: PlannedForContact, present: readonly Present[], policy: Policy): string => {
  const full = WORDS[planned.kind]
  if (full === undefined) throw new RangeError(`The policy has no wording for ${planned.kind}`)
  const name = planned.ringOnly ? (RING_ONLY[full] ?? full) : full
  const times = present.map((each) => arrivedAt(planned, each, policy)).toSorted()
  return withPlainMarks(
    fillWording(
      policy.wordings[name],
      {
        school: policy.name,
        names: spokenNames(present.map((each) => firstName(each.pupil))),
        date: spokenDate(planned.date),
        session: planned.session === 'AM' ? 'morning' : 'afternoon',
        time: spokenTime(times.at(-1) ?? policy.day.amOpens),
        phone: policy.phone,
      },
      present.length,
    ),
  )
}

/** A page to staff: a link and nothing else. */
export const pageText = (
  wording: 'page-brake' | 'page-safeguarding' | 'page-referral' | 'page-late-sweep',
  taskId: string,
  policy: Policy,
): string =>
  fillWording(policy.wordings[wording], { school: policy.name, link: `${policy.console}/tasks/${taskId}` }, 1)
