/** A task whose matter has settled itself is withdrawn, with the reason, so that nobody rings a family whose child is in class. */
import { type Facts, SESSIONS } from '../facts.ts'
import { idOf } from '../ids.ts'
import { whyOver } from '../pipeline/brake.ts'
import type { Rule } from '../rule.ts'
import { meetingFor } from '../stages/meeting.ts'
import type { Task, TaskKind } from '../task.ts'
import { uncertainTextId, unsentReplyId } from '../unsent-reply.ts'
import { hasCorrectionArrived, lostCorrection } from './lost-correction.ts'
import { hasArrivedAfterAll, undelivered } from './undelivered.ts'
import { visitorNotBack } from './visitor-not-back.ts'

type Settled = (facts: Facts, task: Task) => string | undefined

const whenAccountedFor: Settled = (facts, task) => {
  if (task.pupils.length > 0 && task.pupils.every(facts.isAccountedFor)) return 'contact made'
  const wasSchool = (classId: string | undefined) => SESSIONS.some((session) => facts.isOpen(session, classId))
  const classes = [task.classId, ...task.pupils.map((pupil) => facts.card(pupil)?.classId)]
  const closedToday = task.date === facts.known.date && !classes.some(wasSchool)
  return closedToday && !task.pupils.some((pupil) => facts.caseOf(pupil)) ? 'school is closed' : undefined
}

const whenRegisterIsIn: Settled = (facts, task) => {
  if (task.classId === undefined || task.session === undefined || task.date !== facts.known.date) return undefined
  if (!facts.isOpen(task.session)) return 'school is closed'
  return facts.register(task.classId, task.session)?.submitted ? 'the register is in' : undefined
}

const whenReplySettled: Settled = (facts, task) => {
  const reply = facts.known.replies.find((each) => each.id === task.about)
  if (reply === undefined) return undefined
  if (reply.state === 'confirmed' || reply.state === 'dismissed') return 'the reply was dealt with'
  const urgent = idOf(facts.known.date, 'urgent', reply.id)
  return task.id !== urgent && facts.task(urgent) ? 'it is urgent now' : undefined
}

const whenBrakeSettled: Settled = (facts, task) => {
  const brake = facts.known.brakes.find((each) => each.id === task.about)
  if (brake === undefined) return undefined
  if (brake.state !== 'held') return `the batch was ${brake.state}`
  return whyOver(facts, brake)
}

const whenTextSettled: Settled = (facts, task) => {
  const owner =
    task.pupils[0] === undefined ? undefined : facts.known.cards.filter((card) => task.pupils.includes(card.pupil))
  const went = owner
    ?.flatMap((card) =>
      Object.entries(card.texts).map(([slot, text]) => ({ id: uncertainTextId(card.date, card.pupil, slot), text })),
    )
    .find((each) => each.id === task.id)?.text
  return went && ['accepted', 'delivered', 'failed'].includes(went.state) ? `the text was ${went.state}` : undefined
}

/** A receipt came late: what a person was asked to do because a text seemed lost is not needed. At lunch silence is a call whatever arrived. */
const whenArrived: Settled = (facts, { rule, date, pupils: [pupil] }) =>
  rule === undelivered.name &&
  pupil !== undefined &&
  date === facts.known.date &&
  !facts.reached('lunch') &&
  hasArrivedAfterAll(facts, pupil)
    ? 'the text arrived after all'
    : undefined

const whenReplyArrived: Settled = (facts, task) => {
  const cards = facts.known.cards.filter(({ pupil }) => task.pupils.includes(pupil))
  const text = cards
    .flatMap((card) =>
      Object.values(card.texts).map((text) => ({ id: unsentReplyId(card.date, card.pupil, text), text })),
    )
    .find(({ id }) => id === task.id)?.text
  return text?.state === 'delivered' ? 'the reply arrived after all' : undefined
}

/** The text was right after all, or the correction of it arrived. */
const whenPutRight: Settled = (facts, task) => {
  const [pupil] = task.pupils
  if (task.date !== facts.known.date || pupil === undefined) return undefined
  if (facts.isSilent(pupil)) return 'the child is not in after all'
  return task.rule === lostCorrection.name && hasCorrectionArrived(facts, pupil)
    ? 'the correction arrived after all'
    : undefined
}

/** An honest late mark was none after all. */
const whenNotLate: Settled = (facts, task) => {
  const [pupil] = task.pupils
  if (task.date !== facts.known.date || pupil === undefined) return undefined
  const isLate = SESSIONS.some((session) => facts.mark(pupil, session)?.code === 'U')
  return isLate ? undefined : 'the child is not marked late any more'
}

/** A newcomer's mark was given; a teacher's mark over a known absence is settled by a person. */
const whenMarked: Settled = (facts, task) => {
  const [pupil] = task.pupils
  if (task.rule !== 'unmarked-at-close') return undefined
  const isMarked = task.session && pupil !== undefined && facts.mark(pupil, task.session) !== undefined
  return isMarked && task.date === facts.known.date ? 'the mark was given' : undefined
}

const whenReviewed: Settled = (facts, task) => {
  const hold = task.pupils[0] === undefined ? undefined : facts.hold(task.pupils[0])
  if (hold === undefined) return 'the hold has ended'
  return hold.review > facts.known.date ? 'the hold was placed again' : undefined
}

const whenMeetingSet: Settled = (facts, task) => {
  const due = facts.known.due.find(({ pupil, step }) => step === 'stage-2' && task.pupils.includes(pupil))
  if (due === undefined) return 'stage 2 is not due any more'
  const { meetings, date } = facts.known
  return meetingFor(due.pupil, meetings, date) ? 'a meeting is set' : undefined
}

const whenVisitorBack: Settled = (facts, { rule, about }) =>
  rule === visitorNotBack.name && (about === undefined || facts.task(about)?.state !== 'open')
    ? 'the visitor is back'
    : undefined

const SETTLED: Readonly<Partial<Record<TaskKind, Settled>>> = {
  'missing-register': whenRegisterIsIn,
  call: (facts, task) => whenAccountedFor(facts, task) ?? whenArrived(facts, task),
  visit: whenAccountedFor,
  'wider-search': whenAccountedFor,
  referral: whenAccountedFor,
  'tell-agency': whenAccountedFor,
  'held-duty': whenAccountedFor,
  'disputed-mark': whenAccountedFor,
  safeguarding: whenVisitorBack,
  'tell-late': whenNotLate,
  'put-right': whenPutRight,
  'hold-review': whenReviewed,
  'set-meeting': whenMeetingSet,
  'amend-mark': whenMarked,
  'confirm-reply': whenReplySettled,
  unread: whenReplySettled,
  brake: whenBrakeSettled,
  'uncertain-text': whenTextSettled,
  'unsent-reply': whenReplyArrived,
}

export const settledTasks: Rule = {
  name: 'settled-tasks',
  clause: 'Corrections: tasks close when the matter is settled',
  wishes: (facts) =>
    facts.known.tasks
      .filter((task) => task.state === 'open')
      .flatMap((task) => {
        const because = SETTLED[task.kind]?.(facts, task)
        return because === undefined ? [] : [{ do: 'settle' as const, taskId: task.id, because }]
      }),
}
