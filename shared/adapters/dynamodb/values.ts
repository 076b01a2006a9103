/** Shapes that several items share. Each list is checked against the domain's: a word missing or too many does not compile. */
import * as z from 'zod'
import type { Standing, TextKind, TextState, Via } from '../../domain/absence.ts'
import { ALL_CODES, type Session } from '../../domain/codes.ts'
import type { ReplyReading } from '../../domain/known.ts'
import type { AgencyKind, PupilFlag, StaffRole } from '../../domain/people.ts'
import type { MarkSource } from '../../domain/register.ts'

/** Every word of a list of the domain, each once. */
export type Words<T extends string> = { readonly [K in T]: K }

export const code = z.enum(ALL_CODES)
export const session = z.enum({ AM: 'AM', PM: 'PM' } satisfies Words<Session>)
export const via = z.enum({
  phone: 'phone',
  text: 'text',
  line: 'line',
  page: 'page',
  'in-person': 'in-person',
} satisfies Words<Via>)
export const role = z.enum({
  teacher: 'teacher',
  office: 'office',
  lead: 'lead',
  head: 'head',
  dsl: 'dsl',
  'deputy-dsl': 'deputy-dsl',
  governor: 'governor',
  trust: 'trust',
  visitor: 'visitor',
} satisfies Words<StaffRole>)
export const standing = z.enum({
  unexplained: 'unexplained',
  answered: 'answered',
  reported: 'reported',
  arrived: 'arrived',
  withdrawn: 'withdrawn',
} satisfies Words<Standing>)
export const markSource = z.enum({
  teacher: 'teacher',
  office: 'office',
  known: 'known',
  arrival: 'arrival',
  close: 'close',
  import: 'import',
  closure: 'closure',
} satisfies Words<MarkSource>)
export const textKind = z.enum({
  unreported: 'unreported',
  late: 'late',
  correction: 'correction',
  warning: 'warning',
  ladder: 'ladder',
  reminder: 'reminder',
  acknowledgement: 'acknowledgement',
  reply: 'reply',
  page: 'page',
} satisfies Words<TextKind>)
export const textState = z.enum({
  claimed: 'claimed',
  uncertain: 'uncertain',
  refused: 'refused',
  accepted: 'accepted',
  failed: 'failed',
  delivered: 'delivered',
} satisfies Words<TextState>)
export const readingKind = z.enum({
  reason: 'reason',
  stop: 'stop',
  start: 'start',
  danger: 'danger',
  unclear: 'unclear',
  'wrong-number': 'wrong-number',
  coming: 'coming',
  elsewhere: 'elsewhere',
  foreign: 'foreign',
  automatic: 'automatic',
  empty: 'empty',
} satisfies Words<ReplyReading['kind']>)
export const agencyKind = z.enum({
  'social-worker': 'social-worker',
  'youth-offending': 'youth-offending',
  'virtual-school': 'virtual-school',
  'early-help': 'early-help',
} satisfies Words<AgencyKind>)
export const pupilFlag = z.enum({
  socialWorker: 'socialWorker',
  lookedAfter: 'lookedAfter',
  youngCarer: 'youngCarer',
  fsm: 'fsm',
  eal: 'eal',
  alert: 'alert',
} satisfies Words<PupilFlag>)

/** An item that holds one thing whole, with the version beside it. */
export const holding = <S extends z.ZodType>(body: S) => z.object({ sk: z.string(), v: z.int(), body })
