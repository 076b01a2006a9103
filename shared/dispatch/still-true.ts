/**
 * The last questions before a text goes: read strongly, just before it is claimed. Whatever changed since it was planned stands the
 * text down for that pupil.
 */
import type { TextPlanned } from '../../events/text-planned.v1.ts'
import { type AbsenceCard, type Standing, standingNow } from '../domain/absence.ts'
import { isAboutMeeting } from '../domain/attend/tell-meeting.ts'
import { closureOf, standsThrough } from '../domain/calendar.ts'
import { isOnSite, isUnexplained } from '../domain/codes.ts'
import { isRingOnly, mayText, sharesBarredPhone } from '../domain/contacts.ts'
import { type LateOpening, lateOpeningOn } from '../domain/late-opening.ts'
import type { Meeting } from '../domain/letters/letter.ts'
import { type Contact, onRoll, type Pupil, type PupilKey } from '../domain/people.ts'
import type { Mark, Register } from '../domain/register.ts'
import type { Missed } from '../domain/texts/compose.ts'
import type { Stores } from '../ports/stores.ts'

export type PlannedForContact = Extract<TextPlanned, { to: 'contact' }>

/** What is known of one pupil at the moment of sending. */
export interface Present {
  readonly pupil: Pupil
  readonly contact: Contact
  readonly card: AbsenceCard | undefined
  readonly mark: Mark | undefined
  /** Of a warning about attendance. */
  readonly missed?: Missed
  /** Of a text about a meeting. */
  readonly meeting?: Meeting
}

/** Standings in which a text of this kind may be claimed. */
export const CLAIMABLE: Readonly<Record<PlannedForContact['kind'], readonly Standing[]>> = {
  unreported: ['unexplained'],
  ladder: ['unexplained', 'answered'],
  late: ['arrived'],
  correction: ['arrived', 'withdrawn'],
  warning: [],
  reminder: [],
  acknowledgement: [],
  reply: [],
}

type Open = Awaited<ReturnType<Stores['openButTasks']>>

/** The meeting that a text was planned about, if it is still to be held then and there. */
const meetingOf = ({ kind, step }: PlannedForContact, pupil: PupilKey, open: Open): Meeting | undefined =>
  kind === 'reminder'
    ? open.meetings.find((meeting) => meeting.pupil === pupil && isAboutMeeting(step, meeting.id))
    : undefined

type Closed = (now: Present, register: Register | undefined) => boolean

/**
 * Who may not be texted because the school has closed: everybody whose register was not in before, and whoever the brake holds since
 * then: a text that was planned before the closing has not been held yet.
 */
const closedFor = async (planned: PlannedForContact, open: Open, stores: Stores): Promise<Closed> => {
  const { academy, date, session, kind } = planned
  const closure = closureOf(open.closures, date, session)
  if (closure === undefined) return () => false
  const { brakes } = await stores.day(academy, date)
  const released = brakes.filter((each) => each.state === 'released' && each.kind === kind && each.session === session)
  const isFree = ({ pupil, card }: Present) =>
    card?.vulnerable ||
    open.cases.some((each) => each.pupil === pupil.key) ||
    released.some((brake) => brake.pupils.includes(pupil.key))
  return (now, register) => !standsThrough(closure, register) || !isFree(now)
}

const whyNot = (
  planned: PlannedForContact,
  now: Present,
  register: Register | undefined,
  open: Open,
  isClosed: Closed,
): string | undefined => {
  if (!onRoll(now.pupil, planned.date)) return 'left the roll'
  if (!mayText(now.contact, planned.date, open.stopped)) return 'may not be texted'
  if (sharesBarredPhone(now.pupil, now.contact, planned.date)) return 'a barred phone'
  if (open.holds.some((hold) => hold.pupil === now.pupil.key)) return 'on hold'
  if (isRingOnly(now.contact) && !planned.ringOnly) return 'may not be told'
  const standing = now.card && standingNow(now.card)
  const present = now.mark !== undefined && isOnSite(now.mark.code)
  switch (planned.kind) {
    case 'unreported':
      if (isClosed(now, register)) return 'school is closed'
      return register?.submitted && now.mark && isUnexplained(now.mark.code) && standing === 'unexplained'
        ? undefined
        : 'no longer unexplained'
    case 'ladder':
      return standing === 'unexplained' || standing === 'answered' ? undefined : 'no longer silent'
    case 'late':
      return now.mark?.code === 'U' ? undefined : 'no longer late'
    case 'correction':
      return present ? undefined : 'not marked present'
    case 'warning':
      if (standing === 'unexplained' || standing === 'answered') return 'missing today'
      return open.cases.some((each) => each.pupil === now.pupil.key) ? 'an open case' : undefined
    case 'reminder':
      return now.meeting === undefined ? 'the meeting has changed' : undefined
    case 'acknowledgement':
    case 'reply':
      return undefined
    default:
      return planned.kind satisfies never
  }
}

/** The cards of the pupils a text is about, strongly read. */
export type Cards = ReadonlyMap<PupilKey, AbsenceCard>

/** Read once for a text: what changes after it is caught by the claim, which is made on the cards as they then stand. */
export const cardsOf = async ({ academy, date, pupils }: PlannedForContact, stores: Stores): Promise<Cards> => {
  const cards = await Promise.all(pupils.map((pupil) => stores.card(academy, date, pupil)))
  return new Map(cards.flatMap((card) => (card ? [[card.pupil, card]] : [])))
}

/** The pupils of whom the planned text is still true, for each of the others why it is not, and whether the morning began late. */
export const stillTrue = async (
  planned: PlannedForContact,
  cards: Cards,
  stores: Stores,
): Promise<{
  readonly present: readonly Present[]
  readonly stoodDown: readonly string[]
  readonly lateOpening: LateOpening | undefined
}> => {
  const { academy, date, session } = planned
  // What is open tells which contacts are live at this moment; the pupils are read in those.
  const open = await stores.openButTasks(academy)
  const pupils = await stores.roll.pupils(academy, planned.pupils)
  const isClosed = await closedFor(planned, open, stores)
  const present: Present[] = []
  const stoodDown: string[] = []
  for (const key of planned.pupils) {
    const pupil = pupils[key]
    const contact = pupil?.contacts.find((each) => each.contactId === planned.contactId)
    if (!pupil || !contact) {
      stoodDown.push('no longer a contact')
      continue
    }
    const card = cards.get(key)
    // The class the child was missing from: a move since then is no reason to say nothing.
    const classId = card?.classId || pupil.classId
    const [register, later] = await Promise.all([
      stores.register(academy, date, session, classId),
      // A child who came in between is in the afternoon's register, and N in the morning's.
      planned.kind === 'correction' && session === 'AM'
        ? stores.register(academy, date, 'PM', pupil.classId)
        : undefined,
    ])
    const meeting = meetingOf(planned, key, open)
    const mark = later?.marks[key] ?? register?.marks[key]
    const now = { pupil, contact, card, mark, ...(meeting && { meeting }) }
    const why = whyNot(planned, now, register, open, isClosed)
    if (why === undefined) present.push(now)
    else stoodDown.push(why)
  }
  return { present, stoodDown, lateOpening: lateOpeningOn(open.lateOpenings, date) }
}
