/** The office's one list for a day, in the order to act, with what has happened and what will happen next. */
import type { Policy } from '../../../academies/policy.ts'
import { type AbsenceCard, followsAbsence, standingNow } from '../../../shared/domain/absence.ts'
import type { Known } from '../../../shared/domain/known.ts'
import type { PupilKey } from '../../../shared/domain/people.ts'
import type { Task } from '../../../shared/domain/task.ts'
import { localTime } from '../../../shared/domain/time.ts'
import { whatNext } from './what-next.ts'

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
export type Section = (typeof SECTIONS)[number]

export interface ListRow {
  readonly section: Section
  readonly pupils: readonly PupilKey[]
  readonly classId?: string
  readonly task?: string
  /** What has happened, in a sentence. */
  readonly happened: string
  /** What will happen next, and when by the local clock. */
  readonly next: string
}

const lastText = (card: AbsenceCard) =>
  Object.values(card.texts)
    .filter((text) => text.kind === 'unreported')
    .toSorted((one, other) => other.at.localeCompare(one.at))[0]

const happened = (card: AbsenceCard): string => {
  const text = lastText(card)
  switch (standingNow(card)) {
    case 'reported':
      return 'Reported.'
    case 'arrived':
      return 'In school now.'
    case 'answered':
      return 'A parent answered; nobody has confirmed it.'
    case 'withdrawn':
      return 'There was no absence.'
    default:
      return text ? `Not in, nobody has said why. Text ${text.state}.` : 'Not in, nobody has said why.'
  }
}

const sectionOf = (card: AbsenceCard): Section => {
  const standing = standingNow(card)
  if (standing === 'arrived' || standing === 'withdrawn') return 'back-in-school'
  if (standing === 'reported') return 'explained'
  if (standing === 'answered') return 'answered'
  if (card.vulnerable) return 'vulnerable'
  const text = lastText(card)
  return text && ['failed', 'refused', 'uncertain'].includes(text.state) ? 'undelivered' : 'unexplained'
}

const nextFor = (section: Section, known: Known, policy: Policy, time: string, card: AbsenceCard): string => {
  if (section === 'back-in-school' || section === 'explained') return 'Nothing more today.'
  if (section === 'answered') return `Confirm it; at ${policy.sweeps['day-end']} it counts as no answer.`
  return whatNext(known, policy, time, card)
}

const TASK_SECTION: Readonly<Partial<Record<Task['kind'], Section>>> = {
  'missing-register': 'missing-register',
  brake: 'held',
  call: 'calls',
  visit: 'visits',
}

/** The list as facts; names are put to it by whoever may see them. */
export const officeList = (known: Known, policy: Policy, time: string): readonly ListRow[] => {
  const cards = known.cards.filter(followsAbsence).map((card): ListRow => {
    const section = sectionOf(card)
    return {
      section,
      pupils: [card.pupil],
      classId: card.classId,
      happened: happened(card),
      next: nextFor(section, known, policy, time, card),
    }
  })
  const tasks = known.tasks
    .filter((task) => task.state === 'open')
    .map(
      (task): ListRow => ({
        section: TASK_SECTION[task.kind] ?? 'other',
        pupils: task.pupils,
        task: task.id,
        happened: task.why,
        next: `For ${task.doers.join(' or ')}, by ${localTime(task.due, policy.zone)}.`,
        ...(task.classId === undefined ? {} : { classId: task.classId }),
      }),
    )
  return [...cards, ...tasks].toSorted((one, other) => SECTIONS.indexOf(one.section) - SECTIONS.indexOf(other.section))
}
