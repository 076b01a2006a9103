/** The office's one list for a day, in the order to act, with what has happened and what will happen next. */
import type * as z from 'zod'
import type { Policy } from '../../../../academies/policy.ts'
import { type DayRow, SECTIONS } from '../../../../events/api/day.ts'
import { type AbsenceCard, followsAbsence, standingNow, type TextState } from '../../../../shared/domain/absence.ts'
import type { Session } from '../../../../shared/domain/codes.ts'
import type { Known, Reply } from '../../../../shared/domain/known.ts'
import type { PupilKey } from '../../../../shared/domain/people.ts'
import { waitsFor } from '../../../../shared/domain/replies/proposals.ts'
import type { Task } from '../../../../shared/domain/task.ts'
import { type Instant, type LocalTime, localTime } from '../../../../shared/domain/time.ts'
import { textAhead, whatNext } from './what-next.ts'

export type Section = z.output<typeof DayRow>['section']

export interface ListRow {
  readonly section: Section
  readonly pupils: readonly PupilKey[]
  readonly classId?: string
  readonly session?: Session
  /** What has happened, in a sentence. */
  readonly happened: string
  /** What will happen next, and when by the local clock. */
  readonly next: string
  /** What a person must do about it, the urgent first. */
  readonly tasks: readonly Task[]
  /** When the first text goes by itself, while it may be sent sooner. */
  readonly textAt?: LocalTime
  readonly reply?: Reply
  readonly brake?: string
}

/** Tasks about one missing child, shown with the child and not beside it. */
const OF_A_CHILD: readonly Task['kind'][] = ['call', 'visit', 'confirm-reply', 'unread']

const BECAME: Readonly<Record<TextState, string>> = {
  claimed: 'is on its way',
  uncertain: 'may not have gone',
  refused: 'was refused by the carrier',
  accepted: 'sent, no receipt yet',
  failed: 'reached nobody',
  delivered: 'delivered',
}

const lastText = (card: AbsenceCard) =>
  Object.values(card.texts)
    .filter((text) => text.kind === 'unreported')
    .toSorted((one, other) => other.at.localeCompare(one.at))[0]

const happened = (card: AbsenceCard, policy: Policy): string => {
  const text = lastText(card)
  switch (standingNow(card)) {
    case 'reported':
      return card.reason?.words ? `Reported: ${card.reason.words}.` : 'Reported.'
    case 'arrived':
      return 'In school now.'
    case 'answered':
      return 'A parent answered; nobody has confirmed it.'
    case 'withdrawn':
      return 'There was no absence.'
    default:
      return text
        ? `Not in, nobody has said why. Text of ${localTime(text.at, policy.zone)} ${BECAME[text.state]}.`
        : 'Not in, nobody has said why.'
  }
}

/** Somebody must ring or knock: that comes before waiting for an answer. */
const sectionOfSilent = (card: AbsenceCard, tasks: readonly Task[]): Section => {
  if (card.vulnerable) return 'vulnerable'
  if (tasks.some(({ kind }) => kind === 'visit')) return 'visits'
  if (tasks.some(({ kind }) => kind === 'call')) return 'calls'
  const text = lastText(card)
  return text && ['failed', 'refused', 'uncertain'].includes(text.state) ? 'undelivered' : 'unexplained'
}

const sectionOf = (card: AbsenceCard, tasks: readonly Task[]): Section => {
  const standing = standingNow(card)
  if (standing === 'arrived' || standing === 'withdrawn') return 'back-in-school'
  if (standing === 'reported') return 'explained'
  return standing === 'answered' ? 'answered' : sectionOfSilent(card, tasks)
}

const nextFor = (section: Section, known: Known, policy: Policy, time: LocalTime, card: AbsenceCard): string => {
  if (section === 'back-in-school' || section === 'explained') return 'Nothing more today.'
  if (section === 'answered') return `Confirm it; at ${policy.sweeps['day-end']} it counts as no answer.`
  return whatNext(known, policy, time, card)
}

const TASK_SECTION: Readonly<Partial<Record<Task['kind'], Section>>> = {
  'missing-register': 'missing-register',
  brake: 'held',
  call: 'calls',
  visit: 'visits',
  'visitor-out': 'visits',
}

const dueAt = ({ urgent, due }: Task): string => `${urgent ? 0 : 1} ${due}`
const byDue = (one: Task, other: Task): number => dueAt(one).localeCompare(dueAt(other))

const isFollowed = (card: AbsenceCard): boolean => ['unexplained', 'answered'].includes(standingNow(card) ?? '')

const cardRow = (known: Known, policy: Policy, time: LocalTime, card: AbsenceCard, open: readonly Task[]): ListRow => {
  const tasks = open.filter((task) => isOfCard(card, task)).toSorted(byDue)
  const section = sectionOf(card, tasks)
  const textAt = standingNow(card) === 'unexplained' ? textAhead(known, policy, time, card) : undefined
  const reply = known.replies.find((each) => waitsFor(each, card.pupil, known.date))
  return {
    section,
    pupils: [card.pupil],
    classId: card.classId,
    happened: happened(card, policy),
    next: nextFor(section, known, policy, time, card),
    tasks,
    ...(textAt === undefined ? {} : { textAt }),
    ...(reply && section === 'answered' ? { reply } : {}),
  }
}

const isOfCard = (card: AbsenceCard, { kind, pupils }: Task): boolean =>
  isFollowed(card) && OF_A_CHILD.includes(kind) && pupils.length === 1 && pupils[0] === card.pupil

const taskRow = (task: Task, policy: Policy): ListRow => ({
  section: TASK_SECTION[task.kind] ?? 'other',
  pupils: task.pupils,
  tasks: [task],
  happened: task.why,
  next: `For ${task.doers.join(' or ')}, by ${localTime(task.due, policy.zone)}.`,
  ...(task.classId === undefined ? {} : { classId: task.classId }),
  ...(task.session === undefined ? {} : { session: task.session }),
  ...(task.kind === 'brake' ? { brake: task.about ?? task.id } : {}),
})

/** Within a section: what is due first, then whatever has nothing due. */
const placeOf = ({ section, tasks: [first] }: ListRow): string =>
  `${String(SECTIONS.indexOf(section)).padStart(2, '0')} ${first ? dueAt(first) : '2'}`

/** The list as facts; names are put to it by whoever may see them. */
export const officeList = (known: Known, policy: Policy, now: Instant, isToday: boolean): readonly ListRow[] => {
  const time = isToday ? localTime(now, policy.zone) : '23:59'
  const open = known.tasks.filter((task) => task.state === 'open')
  const cards = known.cards.filter(followsAbsence)
  const rows = cards.map((card) => cardRow(known, policy, time, card, open))
  const shown = new Set(rows.flatMap(({ tasks }) => tasks.map(({ id }) => id)))
  const others = open.filter(({ id }) => !shown.has(id)).map((task) => taskRow(task, policy))
  return [...rows, ...others].toSorted((one, other) => placeOf(one).localeCompare(placeOf(other)))
}
