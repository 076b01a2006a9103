/** An attendance case as an item, and the meeting in it that every look at the day knows of. */
import * as z from 'zod'
import {
  type AttendCase,
  arrangedMeeting,
  MEETING_STATES,
  type MeetingDue,
  TELLINGS,
} from '../../../domain/attend/attend-case.ts'
import { nextChase } from '../../../domain/attend/plan.ts'
import type { Act } from '../../../ports/act.ts'
import { coded, toCoded } from '../registers/tally-item.ts'
import { type Key, openKey, restOfKey } from '../table.ts'
import { holding } from '../values.ts'
import type { Item } from '../write.ts'

const deed = { by: z.string(), at: z.string() }
const meeting = { id: z.string(), date: z.string(), time: z.string(), place: z.string() }
const told = { arrangedOn: z.string(), tell: z.enum(TELLINGS) }
const ended = z.object({ ...deed, because: z.string() })

const CaseItem = holding(
  z.object({
    id: z.string(),
    pupil: z.string(),
    opened: z.string(),
    openedBy: z.string(),
    because: z.string(),
    proposal: z.object({ ...deed, on: z.string(), because: z.string(), tally: coded.exactOptional() }).exactOptional(),
    meetings: z.array(
      z.object({
        ...deed,
        ...meeting,
        ...told,
        state: z.enum(MEETING_STATES),
        stage: z.literal('stage-2').exactOptional(),
        governors: z.array(z.string()),
        together: z.array(z.string()).exactOptional(),
        held: z
          .object({
            ...deed,
            came: z.array(z.string()),
            minutes: z.string(),
            pupilSaid: z.string().exactOptional(),
            parentsSaid: z.string().exactOptional(),
            dutyExplained: z.boolean(),
          })
          .exactOptional(),
        ended: ended.exactOptional(),
      }),
    ),
    plan: z
      .object({ ...deed, owner: z.string(), words: z.string(), agreedOn: z.string(), agreedWith: z.array(z.string()) })
      .exactOptional(),
    barriers: z.array(z.object({ ...deed, kind: z.string(), words: z.string() })),
    actions: z.array(
      z.object({
        ...deed,
        id: z.string(),
        words: z.string(),
        owner: z.string(),
        agreedOn: z.string(),
        due: z.string(),
        state: z.enum(['open', 'done', 'dropped']),
        ended: z.object({ ...deed, words: z.string() }).exactOptional(),
        chasedOn: z.string().exactOptional(),
      }),
    ),
    checkIns: z.array(z.object({ ...deed, on: z.string(), with: z.enum(['child', 'family']), words: z.string() })),
    reviews: z.array(
      z.object({
        ...deed,
        on: z.string(),
        words: z.string(),
        impact: z.object({ since: z.string(), before: coded, after: coded }),
      }),
    ),
    review: z.string(),
    chaseAfter: z.string().exactOptional(),
    closed: z.object({ ...deed, on: z.string(), because: z.string() }).exactOptional(),
  }),
)

const dueOf = (body: Pick<AttendCase, 'actions' | 'closed'>) => {
  const after = nextChase(body)
  return after === undefined ? {} : { chaseAfter: after }
}

/** The case as its next version. */
export const toAttendItem = (
  key: Key,
  { version, proposal, reviews, chaseAfter: _was, ...body }: AttendCase,
  act: Act,
): Item => ({
  ...key,
  v: version + 1,
  body: {
    ...body,
    ...dueOf(body),
    reviews: reviews.map(({ impact, ...review }) => ({
      ...review,
      impact: { ...impact, before: toCoded(impact.before), after: toCoded(impact.after) },
    })),
    ...(proposal && { proposal: { ...proposal, ...(proposal.tally && { tally: toCoded(proposal.tally) }) } }),
  },
  act,
})

export const fromAttendItem = (found: Item): AttendCase => {
  const { v, body } = CaseItem.parse(found)
  return { ...body, version: v }
}

const MeetingItem = z.object({ ...meeting, ...told, sk: z.string() })

/** The arranged meeting among what is open, without a word of the case; its history is the case's, so it carries no act. */
export const toMeetingItem = (academy: string, aCase: AttendCase): Item | undefined => {
  const arranged = arrangedMeeting(aCase)
  if (arranged === undefined) return undefined
  const { id, date, time, place, arrangedOn, tell } = arranged
  return { ...openKey(academy, 'MEETING', aCase.pupil), id, date, time, place, arrangedOn, tell }
}

export const fromMeetingItem = (item: Item): MeetingDue => {
  const { sk, ...due } = MeetingItem.parse(item)
  return { ...due, pupil: restOfKey(sk, 1) }
}
