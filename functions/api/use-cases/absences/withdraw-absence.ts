/**
 * The office takes back an absence that was entered by mistake: the wrong child, the wrong day. Whatever it filled in or explained today
 * is as if it had never been said; what others have said or seen stands. Marks of days gone by are the office's to amend.
 */
import type { AbsenceCard } from '../../../../shared/domain/absence.ts'
import { type Code, isUnexplained, type Session } from '../../../../shared/domain/codes.ts'
import { covering, type KnownAbsence, premarkOf } from '../../../../shared/domain/known-absence.ts'
import type { Pupil } from '../../../../shared/domain/people.ts'
import type { Mark, Register } from '../../../../shared/domain/register.ts'
import { ok, type Result, refused } from '../../../../shared/domain/result.ts'
import { addDays } from '../../../../shared/domain/time.ts'
import type { Call } from '../../call.ts'
import { setCard } from '../office/card-first.ts'
import { changeMark } from '../registers/change-mark.ts'
import { placeOf } from '../registers/register-of.ts'
import { withdrawAbsenceTasks } from './absence-tasks.ts'

export interface WithdrawnAbsence {
  readonly id: string
  readonly from: string
  readonly until: string
  /** Marks of today that went with it. */
  readonly undone: readonly { date: string; session: Session; was: Code; now: Code | null }[]
  /** Marks of days gone by that came from it, and stand until the office amends them. */
  readonly toAmend: readonly { date: string; session: Session; code: Code }[]
}

/** How far back its marks are looked up: longer leave than this is in the pupil's history. */
const MOST_DAYS_BACK = 30

const cameFrom = (absence: KnownAbsence, mark: Mark | undefined): mark is Mark =>
  mark !== undefined && mark.code === absence.code && (mark.source === 'known' || mark.source === 'office')

/** The mark that takes its place: what else is known, N in a register that is in, else none. */
const inItsPlace = (other: Mark | undefined, register: Register | undefined): Mark | 'none' => {
  if (other !== undefined) return other
  return register?.submitted ? { code: 'N', source: 'office' } : 'none'
}

interface Withdrawal {
  readonly call: Call
  readonly pupil: Pupil
  readonly absence: KnownAbsence
  /** What else is known of the pupil. */
  readonly others: readonly KnownAbsence[]
  readonly because: string
}

/** Gives today's register back what it would hold, and says what the mark is and was. */
const undoMark = async ({ call, pupil: now, absence, others, because }: Withdrawal, session: Session) => {
  const { date } = call
  const { pupil } = await placeOf(call, now, date, session)
  let was: Code | undefined
  const register = await changeMark(call, {
    date,
    session,
    pupil,
    without: 'nothing',
    to: (mark, current) => {
      was = cameFrom(absence, mark) ? mark.code : undefined
      return was && inItsPlace(premarkOf(others, pupil.key, date, session), current)
    },
    act: (mark, then) => {
      const detail = { date, session, was: mark?.code, now: then?.code ?? null, because }
      return call.act('mark-amended', { pupils: [pupil.key], detail })
    },
  })
  return { was, now: register?.marks[pupil.key]?.code }
}

/** The reason on the card is this absence's, or an older one: nobody has made contact since. */
const isItsReason = (card: AbsenceCard, absence: KnownAbsence): boolean =>
  card.reason === undefined || card.reason.at <= absence.at

/** The card forgets the absence. Where the register has no N, the child is not missing; where it has, the child is unexplained. */
const undoCard = async (
  { call, pupil, absence, others, because }: Withdrawal,
  session: Session,
  mark: Code | undefined,
): Promise<void> => {
  const card = await call.stores.card(call.academy, call.date, pupil.key)
  if (card?.sessions[session]?.standing !== 'reported' || !isItsReason(card, absence)) return
  const [other] = covering(others, pupil.key, call.date, session)
  const standing = other ? 'reported' : mark !== undefined && isUnexplained(mark) ? 'unexplained' : 'withdrawn'
  const reason = other && card.reason && { ...card.reason, words: other.words ?? '', at: other.at, until: other.until }
  const act = call.act(`absence-${standing}`, { pupils: [pupil.key], detail: { session, because } })
  await setCard(
    call,
    card,
    session,
    { date: call.date, standing, since: call.now, unless: ['arrived'], ...(reason ? { reason } : {}) },
    act,
  )
}

const marksGoneBy = async ({ call, pupil, absence }: Withdrawal): Promise<WithdrawnAbsence['toAmend']> => {
  const earliest = addDays(call.date, -MOST_DAYS_BACK)
  const dates: string[] = []
  for (let date = absence.from < earliest ? earliest : absence.from; date < call.date; date = addDays(date, 1))
    dates.push(date)
  const places = dates.flatMap((date) => absence.sessions.map((session) => ({ date, session })))
  const placed = await Promise.all(places.map(({ date, session }) => placeOf(call, pupil, date, session)))
  return places.flatMap((place, index) => {
    const mark = placed[index]?.register?.marks[pupil.key]
    return cameFrom(absence, mark) ? [{ ...place, code: mark.code }] : []
  })
}

/** Takes back an absence of today or to come. The record of it goes last, so that what was begun can be asked for again. */
export const withdrawAbsence = async (
  call: Call,
  pupil: Pupil,
  id: string,
  because: string,
): Promise<Result<WithdrawnAbsence>> => {
  const known = (await call.stores.knownAbsences(call.academy, call.date)).filter((each) => each.pupil === pupil.key)
  const absence = known.find((each) => each.id === id)
  if (!absence)
    return refused(
      'not-found',
      'The pupil has no such absence today or to come.',
      'Look at the pupil again; amend the marks of days gone by.',
    )
  const withdrawal = { call, pupil, absence, others: known.filter((each) => each !== absence), because }
  const isToday = absence.from <= call.date
  const undone: WithdrawnAbsence['undone'][number][] = []
  for (const session of isToday ? absence.sessions : []) {
    const { was, now } = await undoMark(withdrawal, session)
    if (was !== undefined) undone.push({ date: call.date, session, was, now: now ?? null })
    await undoCard(withdrawal, session, now)
  }
  if (!withdrawal.others.some((each) => each.from === absence.from))
    await withdrawAbsenceTasks(call, pupil.key, absence.from, because)
  const { from, until, code } = absence
  const detail = { absence: id, from, until, ...(code === undefined ? {} : { code }), because }
  const look = isToday && call.time >= call.policy.day.amCloses ? { look: true as const } : {}
  const act = call.act('known-absence-withdrawn', { pupils: [pupil.key], detail, ...look })
  await call.stores.endKnownAbsence(call.academy, absence, act)
  return ok({ id, from, until, undone, toAmend: isToday ? await marksGoneBy(withdrawal) : [] })
}
