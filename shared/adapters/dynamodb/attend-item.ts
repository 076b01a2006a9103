/** An attendance case as an item, and the meeting in it that every look at the day knows of. */
import * as z from 'zod'
import {
  type AttendCase,
  arrangedMeeting,
  MEETING_STATES,
  type MeetingDue,
  TELLINGS,
} from '../../domain/attend/attend-case.ts'
import type { Act } from '../../ports/act.ts'
import { type Key, openKey, restOfKey } from './table.ts'
import { coded, toCoded } from './tally-item.ts'
import { holding } from './values.ts'
import type { Item } from './write.ts'

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
        governors: z.array(z.string()),
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
    closed: z.object({ ...deed, on: z.string(), because: z.string() }).exactOptional(),
  }),
)

/** The case as its next version. */
export const toAttendItem = (key: Key, { version, proposal, ...body }: AttendCase, act: Act): Item => ({
  ...key,
  v: version + 1,
  body: {
    ...body,
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
