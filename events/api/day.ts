/** The office's one list of a day, and a held batch with what it would say to whom. */
import * as z from 'zod'
import { localDate, localTime } from '../values.ts'

const NamedPupil = z.object({ id: z.string(), name: z.string().nullable(), class: z.string().nullable() })

export const SECTIONS = [
  'vulnerable',
  'missing-register',
  'held',
  'unexplained',
  'answered',
  'undelivered',
  'calls',
  'visits',
  'other',
  'back-in-school',
  'explained',
] as const

const RowTask = z.object({
  id: z.string(),
  kind: z.string(),
  why: z.string(),
  urgent: z.boolean(),
  due: z.iso.datetime(),
  doers: z.array(z.string()),
})

const RowReply = z.object({
  id: z.string(),
  words: z.string().nullable().describe('As the parent wrote or said it.'),
  code: z.string().nullable().describe('What plain rules make of it; only the school authorises.'),
  meaning: z.string().nullable(),
  until: localDate.nullable(),
  contact: z.string().nullable().describe('Who wrote it, when the number is a contact’s.'),
  entitled: z.boolean().describe('The sender may speak for this child.'),
})

const RowWords = z.object({
  id: z.string(),
  at: z.iso.datetime(),
  words: z.string().nullable(),
})

export const DayRow = z.object({
  section: z.enum(SECTIONS),
  pupils: z.array(NamedPupil),
  class: z.string().optional(),
  session: z.enum(['AM', 'PM']).optional(),
  happened: z.string().describe('What has happened, in a sentence.'),
  next: z.string().describe('What will happen next, and when by the local clock.'),
  textAt: localTime.optional().describe('When the first text about the child goes by itself; it may be sent sooner.'),
  tasks: z.array(RowTask).describe('What a person must do about it, the urgent first.'),
  reply: RowReply.optional().describe('An answer that waits for the school to confirm it.'),
  said: z
    .array(RowWords)
    .optional()
    .describe('What was written or said that a task is about, the first first; of an unknown number all of the day.'),
  brake: z.string().optional().describe('The held batch it is about.'),
})

export const DayAnswer = z
  .object({
    date: localDate,
    asOf: z.iso.datetime(),
    classes: z.record(z.string(), z.string()).describe('The name of each class by its id.'),
    rows: z.array(DayRow),
    brakes: z.array(
      z.object({
        id: z.string(),
        kind: z.string(),
        because: z.string(),
        pupils: z.array(z.string()),
        since: z.iso.datetime(),
      }),
    ),
  })
  .describe('The office’s one list.')

export const BrakeAnswer = z
  .object({
    id: z.string(),
    kind: z.string(),
    because: z.enum(['class-share', 'academy-share', 'closure-day', 'stale-register']),
    state: z.enum(['held', 'released', 'refused']),
    since: z.iso.datetime(),
    texts: z
      .array(z.object({ to: z.string(), relationship: z.string(), pupils: z.array(NamedPupil), body: z.string() }))
      .describe('What would go now, were it released now.'),
    withoutText: z
      .array(z.object({ pupil: NamedPupil, why: z.string() }))
      .describe('Held pupils about whom nothing would go, and why.'),
  })
  .describe('A held batch as it would go on the marks of this moment.')
