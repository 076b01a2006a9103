/** A request for leave as an item, and the days of it that stand refused, which every look at the day knows of. */
import * as z from 'zod'
import { TELLINGS } from '../../../domain/attend/attend-case.ts'
import {
  LEAVE_PURPOSES,
  LEAVE_STATES,
  type LeaveRequest,
  type RefusedLeave,
  refusedDays,
} from '../../../domain/attend/leave.ts'
import { idOf } from '../../../domain/ids.ts'
import { addDays } from '../../../domain/time.ts'
import type { Act } from '../../../ports/act.ts'
import { type Key, openKey, TTL_ATTRIBUTE } from '../table.ts'
import { holding } from '../values.ts'
import type { Item } from '../write.ts'
import { leaveKey } from './attend-keys.ts'

const deed = { by: z.string(), at: z.string() }

const LeaveItem = holding(
  z.object({
    id: z.string(),
    pupil: z.string(),
    state: z.enum(LEAVE_STATES),
    from: z.string(),
    until: z.string(),
    purpose: z.enum(LEAVE_PURPOSES),
    words: z.string(),
    askedBy: z.string(),
    askedOn: z.string(),
    asked: z.object(deed),
    decision: z
      .object({
        ...deed,
        because: z.string(),
        days: z.object({ from: z.string(), until: z.string() }).exactOptional(),
        tell: z.enum(TELLINGS),
      })
      .exactOptional(),
    ended: z.object({ ...deed, because: z.string() }).exactOptional(),
  }),
)

export const toLeaveItem = (academy: string, { version, ...body }: LeaveRequest, act: Act): Item => ({
  ...leaveKey(academy, body.pupil, body.id),
  v: version + 1,
  body,
  act,
})

export const fromLeaveItem = (found: Item): LeaveRequest => {
  const { v, body } = LeaveItem.parse(found)
  return { ...body, version: v }
}

/** Days of grace before the table clears a refusal away: its days are over, and no look asks for it. */
const KEPT_DAYS = 3

const clearedAfter = (until: string): number => Date.parse(`${addDays(until, KEPT_DAYS)}T00:00:00Z`) / 1000

/** A request has at most two spans of refused days: before and after those that were granted. */
const SPANS = ['1', '2'] as const

export const refusedKeys = (academy: string, { pupil, id }: Pick<LeaveRequest, 'pupil' | 'id'>): readonly Key[] =>
  SPANS.map((span) => openKey(academy, 'REFUSED', `${pupil}~${idOf(id, span)}`))

/** Its history is the request's, so it carries no act. */
export const toRefusedItems = (academy: string, request: LeaveRequest): readonly Item[] => {
  const keys = refusedKeys(academy, request)
  const { id, pupil, purpose } = request
  return refusedDays(request).flatMap(({ from, until }, index) => {
    const key = keys[index]
    return key ? [{ ...key, id, pupil, purpose, from, until, [TTL_ATTRIBUTE]: clearedAfter(until) }] : []
  })
}

const RefusedItem = z.object({
  id: z.string(),
  pupil: z.string(),
  purpose: z.enum(LEAVE_PURPOSES),
  from: z.string(),
  until: z.string(),
}) satisfies z.ZodType<RefusedLeave>

export const fromRefusedItem = (item: Item): RefusedLeave => RefusedItem.parse(item)
