/** A register while it is being taken: who may be given what, and what is still to be said. Data in, data out. */
import type * as z from 'zod'
import type { ClassAnswer } from '../../events/api/people.ts'
import type { RegisterAnswer } from '../../events/api/registers.ts'
import { CODES, presentCode, readCode, type Session } from '../../shared/domain/codes.ts'

export type RegisterShown = z.output<typeof RegisterAnswer>
/** Code by pupil id; whoever has none is not marked yet. */
export type Marking = Readonly<Record<string, string>>

export interface Choice {
  readonly code: string
  readonly says: string
  /** The key that gives it. */
  readonly key: 'p' | 'l' | 'a'
}

export interface Row {
  readonly id: string
  readonly name: string
  readonly choices: readonly Choice[]
  /** The school was told ahead, or the office knows better. */
  readonly known: string | undefined
  /** The child was marked in the class that they were in this morning: look whether they are here now. */
  readonly isMarkedBefore: boolean
}

/** The meaning of a code in words. */
export const meaningOf = (code: string): string => {
  const read = readCode(code)
  return read === undefined ? code : CODES[read].meaning
}

const SAYS: Readonly<Record<string, string>> = { '/': 'Present', '\\': 'Present', L: 'Late', N: 'Absent' }
/** What a teacher says of a mark, in a word or the code's own. */
export const wordFor = (code: string | undefined): string =>
  code === undefined ? 'No mark' : (SAYS[code] ?? meaningOf(code))

/** Each child with what they may be given. A code that others gave takes the place of "absent": a teacher's N never replaces it. */
export const rowsOf = (aClass: z.output<typeof ClassAnswer>, register: RegisterShown): readonly Row[] =>
  aClass.pupils
    .filter(({ id }) => id in register.marks)
    .map(({ id, name }) => {
      const held = register.marks[id]?.code
      const known = held !== undefined && SAYS[held] === undefined ? held : undefined
      return {
        id,
        name,
        known,
        isMarkedBefore: register.markedIn?.[id] !== undefined,
        choices: [
          { code: presentCode(register.session), says: 'Present', key: 'p' },
          { code: 'L', says: 'Late', key: 'l' },
          known === undefined
            ? { code: 'N', says: 'Absent', key: 'a' }
            : { code: known, says: meaningOf(known), key: 'a' },
        ],
      }
    })

/** The marks that stand in a register. */
export const markingOf = ({ marks }: Pick<RegisterShown, 'marks'>): Marking =>
  Object.fromEntries(Object.entries(marks).flatMap(([id, mark]) => (mark ? [[id, mark.code]] : [])))

/** Everybody without a mark is here; what is known of the others stands. */
export const everybodyElsePresent = (rows: readonly Row[], marking: Marking, session: Session): Marking => ({
  ...Object.fromEntries(rows.map(({ id }) => [id, presentCode(session)])),
  ...marking,
})

/** Children nobody has marked yet. */
export const unmarked = (rows: readonly Row[], marking: Marking): readonly Row[] =>
  rows.filter(({ id }) => marking[id] === undefined)

/** "27 present, 2 absent, 1 late", the largest first. */
export const countsOf = (rows: readonly Row[], marking: Marking): string => {
  const counts = new Map<string, number>()
  for (const { id } of rows) {
    const code = marking[id]
    const word = code === undefined ? 'not marked' : (SAYS[code] ?? 'known away').toLowerCase()
    counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  return [...counts]
    .toSorted(([, one], [, other]) => other - one)
    .map(([word, count]) => `${count} ${word}`)
    .join(', ')
}
