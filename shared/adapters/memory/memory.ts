/**
 * What a record in memory holds: one academy, for as long as whoever plays with it. The same conditions as in the table decide who was first,
 * so that whatever runs on the one runs on the other.
 */
import type { AbsenceCard, TextRecord } from '../../domain/absence.ts'
import type { AttendCase } from '../../domain/attend/attend-case.ts'
import type { Case } from '../../domain/case.ts'
import type { ClassTally } from '../../domain/counting/class-tally.ts'
import type { Brake } from '../../domain/known.ts'
import type { Letter } from '../../domain/letters/stored.ts'
import type { PenaltyRecord } from '../../domain/penalties/record.ts'
import type { PupilKey } from '../../domain/people.ts'
import type { Register } from '../../domain/register.ts'
import type { AuthorityReturn } from '../../domain/returns/authority-return.ts'
import type { StageRecord } from '../../domain/stages/stage.ts'
import type { Task } from '../../domain/task.ts'
import type { Instant, LocalDate } from '../../domain/time.ts'
import type { Act } from '../../ports/act.ts'

/** On a brother's or sister's card: the card that holds the record. */
export interface Pointer {
  readonly owner: PupilKey
}
export type KeptText = TextRecord | Pointer
export const isPointer = (text: KeptText): text is Pointer => !('state' in text)

/** A card whose shared texts point to the one that holds them. */
export type KeptCard = Omit<AbsenceCard, 'texts'> & { readonly texts: Readonly<Record<string, KeptText>> }

export interface KeptDay {
  readonly registers: Map<string, Register>
  readonly cards: Map<PupilKey, KeptCard>
  readonly brakes: Map<string, Brake>
  readonly runs: Map<string, Instant>
}

export interface Memory {
  readonly days: Map<LocalDate, KeptDay>
  /** Open and ended alike. */
  readonly tasks: { readonly open: Map<string, Task>; readonly ended: Map<string, Task> }
  readonly cases: { readonly open: Map<PupilKey, Case>; closed: readonly Case[] }
  readonly attend: { readonly open: Map<PupilKey, AttendCase>; closed: readonly AttendCase[] }
  /** By year and class, and by year and pupil. */
  readonly tallies: Map<LocalDate, Map<string, ClassTally>>
  readonly stages: Map<LocalDate, Map<PupilKey, StageRecord>>
  /** By date, then by session and class. */
  readonly absences: Map<LocalDate, Map<string, Register>>
  readonly penalties: Map<PupilKey, PenaltyRecord>
  readonly returns: Map<string, AuthorityReturn>
  readonly letters: Map<string, Letter>
  /** Pence by date. */
  readonly spend: Map<LocalDate, number>
  /** Hears every act with which something was written. */
  readonly hear: (act: Act) => void
}

/** All that it holds, as data: maps of what was written. */
export type Remembered = Omit<Memory, 'hear'>

export const emptyMemory = (hear: (act: Act) => void): Memory => ({
  days: new Map(),
  tasks: { open: new Map(), ended: new Map() },
  cases: { open: new Map(), closed: [] },
  attend: { open: new Map(), closed: [] },
  tallies: new Map(),
  stages: new Map(),
  absences: new Map(),
  penalties: new Map(),
  returns: new Map(),
  letters: new Map(),
  spend: new Map(),
  hear,
})

export const dayOf = ({ days }: Memory, date: LocalDate): KeptDay => {
  const found = days.get(date)
  if (found) return found
  const day = { registers: new Map(), cards: new Map(), brakes: new Map(), runs: new Map() }
  days.set(date, day)
  return day
}

/** The map under a key, made when there is none. */
export const within = <K, V>(maps: Map<string, Map<K, V>>, key: string): Map<K, V> => {
  const found = maps.get(key) ?? new Map<K, V>()
  maps.set(key, found)
  return found
}

/** Values in the order of their keys, as the table gives them. */
export const inOrder = <V>(map: ReadonlyMap<string, V>): readonly V[] =>
  [...map].toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([, value]) => value)
