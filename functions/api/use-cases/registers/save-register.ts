import type { AbsenceCard, Standing } from '../../../../shared/domain/absence.ts'
import { isUnexplained } from '../../../../shared/domain/codes.ts'
import { onRoll, type RollEntry } from '../../../../shared/domain/people.ts'
import type { Mark, Register } from '../../../../shared/domain/register.ts'
import { ok, type Result, refused } from '../../../../shared/domain/result.ts'
import type { Call } from '../../call.ts'
import { askOffice, DISPUTED, OVER_KNOWN } from '../conversation/ask-office.ts'
import { noteChangedMarks } from '../letters/note-changed-marks.ts'
import { setCard, standingAfter } from '../office/card-first.ts'
import { changeElsewhere, markedElsewhere, marksIn, type OtherRegisters, placeMarks } from './marked-elsewhere.ts'
import { refuseObservances } from './refuse-observance.ts'
import { type RegisterRefusal, refuseStale, refuseVersion, sawNone } from './refuse-version.ts'
import { readSessionDay } from './session-day.ts'
import { type Body, type RegisterPlace, readMarks, type Settled } from './settle-marks.ts'

export type { RegisterPlace } from './settle-marks.ts'

export interface SavedRegister {
  readonly register: Register
  readonly roster: readonly RollEntry[]
  /** Pupils marked present over a known absence: the office looks. */
  readonly overKnown: readonly string[]
  /** Pupils whose N stands although the teacher marked them present, because the family was texted: the office decides. */
  readonly disputed: readonly string[]
  /** Whose mark is in the register of the class that they were in before. */
  readonly others: OtherRegisters
}

/** What an entered mark changes on the card that stands, if anything. */
const standingBy = (mark: Mark, standing: Standing | undefined): Standing | undefined => {
  if (isUnexplained(mark.code)) return standing === 'arrived' ? 'unexplained' : undefined
  return standing === 'unexplained' || standing === 'answered' ? standingAfter(mark) : undefined
}

/** Cards of pupils who were missing and are not any more, and of those who were taken for arrived and are missing after all. */
const settleCards = async (
  call: Call,
  place: RegisterPlace,
  settled: readonly Settled[],
  cards: ReadonlyMap<string, AbsenceCard>,
): Promise<void> => {
  for (const { key, mark } of settled) {
    const card = cards.get(key)
    const standing = standingBy(mark, card?.sessions[place.session]?.standing)
    if (!card || !standing) continue
    const act = call.act(`absence-${standing}`, { pupils: [key], detail: { session: place.session } })
    await setCard(call, card, place.session, { date: place.date, standing, since: call.now }, act)
  }
}

const changesOf = (settled: readonly Settled[], current: Register | undefined) =>
  settled
    .filter(({ key, mark }) => current?.marks[key] !== undefined && current.marks[key].code !== mark.code)
    .map(({ key, mark, was }) => ({ pupil: key, was: was?.code, now: mark.code }))

/** What is about to be saved: checked, and nothing written yet. */
interface Draft {
  readonly roster: readonly RollEntry[]
  readonly current: Register | undefined
  readonly cards: ReadonlyMap<string, AbsenceCard>
  readonly settled: readonly Settled[]
  readonly marks: Readonly<Record<string, Mark>>
  readonly others: OtherRegisters
  /** The session's register has closed by the clock. */
  readonly hasClosed: boolean
}

const draftOf = async (
  call: Call,
  place: RegisterPlace,
  body: Body,
  current: Register | undefined,
): Promise<Result<Draft, RegisterRefusal>> => {
  const { academy, stores } = call
  const [roster, day] = await Promise.all([
    stores.roll.roster(academy, place.classId),
    readSessionDay(call, place.date, place.session),
  ])
  if (roster.length === 0) return refused('not-found', 'There is no such class.', 'Use the id of a class on the roll.')
  const version = refuseVersion(call, current)
  if (version) return version
  const others = await markedElsewhere(call, place, roster, current)
  const stands = { ...current?.marks, ...marksIn(others.elsewhere) }
  const mayHaveCards = Object.entries(stands)
    .filter(([, mark]) => ['N', 'L', 'U'].includes(mark.code) || mark.source === 'arrival')
    .map(([key]) => key)
  const found = await Promise.all(mayHaveCards.map((key) => stores.card(academy, place.date, key)))
  const cards = new Map(found.flatMap((card) => (card ? [[card.pupil, card] as const] : [])))
  const { settled, refusals } = readMarks(call, place, day, body, roster, current, stands, cards)
  const marks: Record<string, Mark> = {
    ...current?.marks,
    ...Object.fromEntries(settled.map(({ key, mark }) => [key, mark])),
  }
  const due = roster.filter((entry) => onRoll(entry, place.date))
  for (const { key } of due) {
    const known = marks[key] === undefined && !others.elsewhere.has(key) ? day.premark(key) : undefined
    if (known) marks[key] = known
  }
  refusals.push(...(await refuseObservances(call, place, roster, settled)))
  const refusedPupils = new Set(refusals.map(({ pupil }) => pupil))
  const unmarked = due.filter(
    ({ key, pupilId }) => marks[key] === undefined && !others.elsewhere.has(key) && !refusedPupils.has(pupilId),
  )
  const gaps = body.submitted
    ? unmarked.map((entry) => ({
        pupil: entry.pupilId,
        code: 'unmarked',
        why: 'The pupil has no mark.',
        remedy: 'Mark the pupil; not in the room is N.',
      }))
    : []
  if (refusals.length + gaps.length > 0) {
    return {
      ok: false,
      refusal: {
        code: 'marks-refused',
        why: 'Some marks cannot stand; nothing was saved.',
        remedy: 'Correct the pupils listed and send the register again.',
        pupils: [...refusals, ...gaps],
      },
    }
  }
  return ok({ roster, current, cards, settled, marks, others, hasClosed: day.hasClosed })
}

const save = async (
  call: Call,
  place: RegisterPlace,
  body: Body,
  draft: Draft,
): Promise<Result<SavedRegister, RegisterRefusal>> => {
  const { academy, stores } = call
  const { roster, current, settled, others } = draft
  await settleCards(call, place, settled, draft.cards)
  const disputed = settled.filter((each) => each.disputed).map((each) => each.key)
  const overKnown = settled.filter((each) => each.overKnown).map((each) => each.key)
  for (const pupil of disputed) await askOffice(call, place, pupil, DISPUTED)
  for (const pupil of overKnown) await askOffice(call, place, pupil, OVER_KNOWN)
  const submitted = body.submitted || (current?.submitted ?? false)
  const { changes: elsewhere, ...placed } = placeMarks(
    others,
    settled,
    { marks: draft.marks, ...(current?.left === undefined ? {} : { left: current.left }) },
    submitted,
  )
  const register: Register = {
    ...place,
    version: (current?.version ?? 0) + 1,
    submitted,
    asOf: call.now,
    ...placed,
    ...(submitted ? { submittedAt: current?.submittedAt ?? call.now } : {}),
  }
  const changes = changesOf(settled, current)
  const act = call.act('register-saved', {
    detail: {
      class: place.classId,
      session: place.session,
      date: place.date,
      submitted,
      ...(changes.length > 0 ? { changes } : {}),
    },
    ...(draft.hasClosed ? { look: true as const } : {}),
  })
  const saved = await stores.saveRegister(academy, register, current?.version ?? 0, act)
  if (saved === 'stale') return refuseStale(await stores.register(academy, place.date, place.session, place.classId))
  await noteChangedMarks(call, current, register)
  await changeElsewhere(call, place, elsewhere, draft.hasClosed)
  return ok({
    register,
    roster,
    overKnown,
    disputed,
    others: elsewhere.length > 0 ? await markedElsewhere(call, place, roster, register) : others,
  })
}

/** It asks the office about what stands, so it must rest on the register that is read. */
const asksOffice = ({ settled }: Draft): boolean => settled.some((each) => each.disputed || each.overKnown)

/**
 * Saves a register, or says which pupils' marks cannot stand and saves nothing. Most registers are saved once, so where the caller saw
 * none the first try reads none: a first version cannot be saved where there is one, and whatever comes of that try but a saved register
 * is tried again on the register as it stands.
 */
export const saveRegister = async (
  call: Call,
  place: RegisterPlace,
  body: Body,
): Promise<Result<SavedRegister, RegisterRefusal>> => {
  const first = sawNone(call) ? await draftOf(call, place, body, undefined) : undefined
  if (first?.ok && !asksOffice(first.value)) {
    const saved = await save(call, place, body, first.value)
    if (saved.ok) return saved
  }
  const current = await call.stores.register(call.academy, place.date, place.session, place.classId)
  const draft = await draftOf(call, place, body, current)
  return draft.ok ? save(call, place, body, draft.value) : draft
}
