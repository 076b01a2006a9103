/** What the API takes about ATTEND panels and casework. */
import * as z from 'zod'
import { localDate, localTime, pathId } from '../values.ts'

const because = z.string().trim().min(3, 'a reason has at least 3 letters').max(300)
const words = (most: number) => z.string().trim().min(2).max(most)

export const AttendCaseBody = z.strictObject({ because: because.describe('Why a case is opened.') })

const slot = {
  date: localDate,
  time: localTime,
  place: z.string().trim().min(2).max(60).describe('Where, as a text or a letter says it: at school, in the library.'),
  tell: z.enum(['letter', 'text', 'person']).describe('How the family is told: by letter, by text, or by a person.'),
  governors: z.array(pathId).max(5).default([]).describe('Staff ids of governors asked to sit on the panel.'),
}

export const MeetingBody = z.strictObject({
  ...slot,
  together: z
    .array(pathId)
    .max(5)
    .optional()
    .describe('Brothers and sisters whose meeting it is too, by pupil id: one hour, one invitation by text.'),
})
export const RearrangeBody = z.strictObject({ ...slot, because: because.describe('Why the meeting moves.') })

export const MeetingOutcomeBody = z.strictObject({
  outcome: z.enum(['attended', 'not-attended']),
  came: z.array(pathId).max(10).default([]).describe('Contact ids of those of the family who came.'),
  minutes: words(4000).describe('What was said and agreed, or what was done when nobody came.'),
  pupilSaid: words(1000).optional().describe('The child’s own account.'),
  parentsSaid: words(1000).optional().describe('The parents’ account.'),
  dutyExplained: z.boolean().describe('The parents were told of their duty in law and of advice that would help.'),
})

const staffId = pathId.describe('A staff id of the list of staff.')
const action = z.strictObject({
  words: words(500).describe('What will be done.'),
  owner: staffId.describe('Who does it.'),
  due: localDate.describe('By the end of this day.'),
})
const barrier = z.strictObject({
  kind: z.string().min(2).max(31).describe('One of the policy’s categories.'),
  words: words(500).describe('What keeps the child from school.'),
})

export const PlanBody = z.strictObject({
  owner: staffId.describe('Who sees to the plan.'),
  words: words(1000).describe('What is to be reached.'),
  agreedWith: z.array(pathId).max(10).default([]).describe('Contact ids of those it was agreed with.'),
  barriers: z.array(barrier).max(10).default([]),
  actions: z.array(action).max(20).default([]),
  review: localDate.optional().describe('When it is looked at; as often as the policy says when left out.'),
})

export const ActionBody = action
export const BarrierBody = barrier

export const ActionOutcomeBody = z.strictObject({
  state: z.enum(['done', 'dropped']),
  words: words(500).describe('What came of it, or why it is dropped.'),
})

export const CheckInBody = z.strictObject({
  on: localDate.optional().describe('Today when left out.'),
  with: z.enum(['child', 'family']),
  words: words(500).describe('How it goes.'),
})

export const ReviewBody = z.strictObject({
  words: words(500).describe('What was seen, and what is changed because of it.'),
  next: localDate.optional().describe('The next review; as often as the policy says when left out.'),
})

export const LeaveRequestBody = z
  .strictObject({
    from: localDate,
    until: localDate,
    purpose: z.enum(['holiday', 'other']),
    words: words(1000).describe('Why leave is asked for, in the parent’s words.'),
    askedBy: z.string().trim().min(1).max(80).describe('A contact id, or who asked.'),
  })
  .refine((body) => body.from <= body.until, { path: ['until'], error: 'until is not before from' })

const told = z.enum(['letter', 'text', 'person']).describe('How the family is told of the decision.')

export const LeaveDecisionBody = z.discriminatedUnion('decision', [
  z.strictObject({
    decision: z.literal('granted'),
    exceptional: z.literal(true, { error: 'leave is granted only in exceptional circumstances' }),
    because: because.describe('What makes the circumstances exceptional. Kept, and not told to the family.'),
    from: localDate.optional().describe('The first day granted; the first asked for when left out.'),
    until: localDate.optional().describe('The last day granted; the last asked for when left out.'),
    tell: told,
  }),
  z.strictObject({
    decision: z.literal('refused'),
    because: because.describe('Why it is refused. Kept, and not told to the family.'),
    tell: told,
  }),
])

export const SupportBody = z.discriminatedUnion('is', [
  z.strictObject({ is: z.literal('offer'), words: words(500).describe('What was offered.') }),
  z.strictObject({
    is: z.literal('request'),
    agency: z.string().min(2).max(31).describe('One of the policy’s services.'),
    words: words(500).describe('What was asked for.'),
  }),
  z.strictObject({
    is: z.literal('return'),
    owner: staffId.describe('Who sees to the return.'),
    words: words(500).describe('How the child comes back.'),
    catchUp: z.array(words(200)).max(20).default([]).describe('What is caught up with, and how.'),
    review: localDate,
  }),
])

export const SupportAnswerBody = z.strictObject({
  answer: z.enum(['accepted', 'declined', 'done']),
  words: words(500).describe('In whose words, and what follows.'),
})

export const ConferenceBody = z.strictObject({
  with: z.array(pathId).max(10).default([]).describe('Contact ids of those who were there.'),
  words: z.string().trim().max(500).default('').describe('What was said, where it is worth keeping.'),
})
