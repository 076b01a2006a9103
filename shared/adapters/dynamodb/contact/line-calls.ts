import * as z from 'zod'
import type { CallState, Learned, Move, Phrase, Place } from '../../../domain/line/call.ts'
import { addDays } from '../../../domain/time.ts'
import type { LineCall, LineStore } from '../../../ports/line-store.ts'
import { getItem } from '../read.ts'
import { lineCallKey, TTL_ATTRIBUTE } from '../table.ts'
import { code, type Words } from '../values.ts'
import { type Db, IF_NEW, putIf } from '../write.ts'

/** Days after which no transcript comes any more; what the call told is with its reply by then. */
const DAYS_KEPT = 7

const place = z.enum({
  child: 'child',
  'birth-date': 'birth-date',
  reason: 'reason',
  told: 'told',
  days: 'days',
  'read-back': 'read-back',
  message: 'message',
  transfer: 'transfer',
  over: 'over',
} satisfies Words<Place>)
const phrase = z.enum({
  greeting: 'greeting',
  closed: 'closed',
  again: 'again',
  'one-child': 'one-child',
  'which-child': 'which-child',
  'birth-date': 'birth-date',
  stranger: 'stranger',
  reasons: 'reasons',
  tell: 'tell',
  days: 'days',
  'read-back': 'read-back',
  'leave-message': 'leave-message',
  'not-followed': 'not-followed',
  'office-busy': 'office-busy',
  'putting-through': 'putting-through',
  thanks: 'thanks',
  'thanks-report': 'thanks-report',
} satisfies Words<Phrase>)
const learned = z.object({
  pupils: z.array(z.string()),
  birthDate: z.string().exactOptional(),
  reason: z.string().exactOptional(),
  code: code.exactOptional(),
  until: z.string().exactOptional(),
  askedDays: z.boolean(),
  confirmed: z.boolean(),
  office: z.enum(['asked', 'reached']).exactOptional(),
  said: z.array(z.string()),
  recordings: z.array(z.string()),
}) satisfies z.ZodType<Learned>
const state = z.object({
  place,
  tries: z.int(),
  rounds: z.int(),
  step: z.int(),
  learned,
}) satisfies z.ZodType<CallState>
const move = z.object({
  do: z.enum(['key', 'date', 'record', 'transfer', 'hang-up']),
  say: z.array(phrase),
}) satisfies z.ZodType<Move>

const CallItem = z.object({
  v: z.int(),
  body: z.object({
    id: z.string(),
    academy: z.string(),
    from: z.string().exactOptional(),
    began: z.string(),
    about: z.string(),
    state,
    moves: z.array(move),
    transcripts: z.record(z.string(), z.string()),
  }) satisfies z.ZodType<Omit<LineCall, 'version'>>,
})

const clearedAt = (began: string): number => Date.parse(`${addDays(began.slice(0, 10), DAYS_KEPT)}T00:00:00Z`) / 1000

/** Calls have no act of their own: what a call tells is chronicled with the reply it becomes. */
export const lineStore = (db: Db): LineStore => ({
  call: async (academy, id) => {
    const item = await getItem(db, lineCallKey(academy, id))
    if (item === undefined) return undefined
    const { v, body } = CallItem.parse(item)
    return { ...body, version: v }
  },
  keepCall: async ({ version: _, ...body }, expected) => {
    const kept = await putIf(db, {
      Item: {
        ...lineCallKey(body.academy, body.id),
        v: expected + 1,
        body,
        [TTL_ATTRIBUTE]: clearedAt(body.began),
      },
      ...(expected === 0
        ? { ConditionExpression: IF_NEW }
        : { ConditionExpression: 'v = :expected', ExpressionAttributeValues: { ':expected': expected } }),
    })
    return kept.won ? 'kept' : 'stale'
  },
})
