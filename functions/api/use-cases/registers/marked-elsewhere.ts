/**
 * Pupils of a class whose entry of the session is in another class's register: they were marked there before they moved. It stays where it was
 * made, if that register is in, and what the teacher of the new class says amends it there; a draft gives it up to the register that comes in.
 * Source: SI 2024/208 regulation 10: one entry for each pupil in each session.
 */
import { enteredElsewhere, entryOf, isEntry, withoutMarksOf } from '../../../../shared/domain/one-entry.ts'
import { onRoll, type PupilKey, type RollEntry } from '../../../../shared/domain/people.ts'
import type { Mark, Register } from '../../../../shared/domain/register.ts'
import type { Call } from '../../call.ts'
import { changeMark } from './change-mark.ts'
import type { RegisterPlace, Settled } from './settle-marks.ts'

/** The register of another class that has the entry, by pupil. */
export type Elsewhere = ReadonlyMap<PupilKey, Register>

export interface OtherRegisters {
  readonly elsewhere: Elsewhere
  /** Who is in this class's draft still, and in another class's register by now. */
  readonly gone: readonly PupilKey[]
}

/** Whom another register may have: today those who have moved today, on an earlier day whoever has no entry here. */
const mayBeElsewhere = (
  call: Call,
  { date }: RegisterPlace,
  roster: readonly RollEntry[],
  current: Register | undefined,
): readonly RollEntry[] =>
  roster.filter(
    (entry) =>
      onRoll(entry, date) &&
      (date < call.date || entry.moved === date) &&
      !(current !== undefined && isEntry(current, current.marks[entry.key])),
  )

const drafted = (roster: readonly RollEntry[], current: Register | undefined): readonly PupilKey[] => {
  if (current === undefined || current.submitted) return []
  const ofClass = new Set(roster.map(({ key }) => key))
  return Object.keys(current.marks).filter((key) => !ofClass.has(key))
}

/** Reads the day's other registers where somebody of the class may be in one: almost never. */
export const markedElsewhere = async (
  call: Call,
  place: RegisterPlace,
  roster: readonly RollEntry[],
  current: Register | undefined,
): Promise<OtherRegisters> => {
  const asked = mayBeElsewhere(call, place, roster, current)
  const others = drafted(roster, current)
  if (asked.length + others.length === 0) return { elsewhere: new Map(), gone: [] }
  const registers = (await call.stores.registersOn(call.academy, place.date)).filter(
    ({ classId }) => classId !== place.classId,
  )
  const found = asked.flatMap(({ key }) => {
    const register = entryOf(registers, place.session, key, place.classId)
    return register ? [[key, register] as const] : []
  })
  return { elsewhere: new Map(found), gone: enteredElsewhere(place, others, registers) }
}

/** The marks that pupils of the class have in registers of other classes. */
export const marksIn = (elsewhere: Elsewhere): Register['marks'] =>
  Object.fromEntries(
    [...elsewhere].flatMap(([key, { marks }]) => {
      const mark = marks[key]
      return mark ? [[key, mark] as const] : []
    }),
  )

interface Change {
  readonly pupil: PupilKey
  readonly classId: string
  readonly was: Mark
  /** `none`: the entry is in this class's register from now on. */
  readonly to: Mark | 'none'
}

export interface Placed extends Pick<Register, 'marks' | 'left'> {
  /** What changes in registers of other classes. */
  readonly changes: readonly Change[]
}

const isOther = (one: Mark, other: Mark): boolean =>
  one.code !== other.code || one.note !== other.note || one.minutesLate !== other.minutesLate

/** Puts each mark into the register that it belongs to. `marks`: this class's, as they would be if nobody had moved. */
export const placeMarks = (
  { elsewhere, gone }: OtherRegisters,
  settled: readonly Settled[],
  { marks: all, left: signedOut = {} }: Pick<Register, 'marks' | 'left'>,
  isIn: boolean,
): Placed => {
  const marks = { ...withoutMarksOf(all, gone) }
  const left = { ...signedOut }
  const changes: Change[] = []
  for (const [pupil, { classId, submitted, marks: theirs, left: theirLeft }] of elsewhere) {
    const was = theirs[pupil]
    const mark = settled.find(({ key }) => key === pupil)?.mark
    // What this teacher has begun to enter says nothing yet, here or there.
    if (was === undefined || (!isIn && (mark === undefined || mark.source === 'teacher'))) continue
    const to = mark ?? was
    if (isIn && !submitted) {
      marks[pupil] = to
      const leftAt = theirLeft?.[pupil]
      if (leftAt !== undefined) left[pupil] = leftAt
      changes.push({ pupil, classId, was, to: 'none' })
    } else {
      delete marks[pupil]
      if (isOther(was, to)) changes.push({ pupil, classId, was, to })
    }
  }
  return { marks, ...(Object.keys(left).length === 0 ? {} : { left }), changes }
}

const BECAUSE = 'the pupil has moved to another class, whose register says so'

/** Makes the changes in other registers, each unless somebody has given another code there meanwhile. */
export const changeElsewhere = async (
  call: Call,
  { date, session }: RegisterPlace,
  changes: readonly Change[],
  hasClosed: boolean,
): Promise<void> => {
  for (const { pupil, classId, was: seen, to } of changes)
    await changeMark(call, {
      date,
      session,
      pupil: { key: pupil, classId },
      without: 'nothing',
      to: (was) => (was === undefined || (to !== 'none' && was.code !== seen.code) ? undefined : to),
      act: (was, now) =>
        call.act('mark-amended', {
          pupils: [pupil],
          detail: { date, session, was: was?.code ?? null, now: now?.code ?? null, because: BECAUSE },
          ...(hasClosed ? { look: true as const } : {}),
        }),
    })
}
