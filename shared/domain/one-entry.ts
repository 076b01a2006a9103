/**
 * A pupil has one entry in each session, wherever they are taught by now: who moves to another class after the register keeps the mark that was
 * made there, and whatever is learned later amends that one.
 * Source: SI 2024/208 regulation 10: one entry for each pupil in each session; an amendment keeps the original.
 */
import type { Session } from './codes.ts'
import type { PupilKey } from './people.ts'
import type { Mark, Register } from './register.ts'

/**
 * The mark says something. A register that is not in is no absence, so what its teacher has begun to enter says nothing; an arrival, an office mark
 * or a known absence in it does.
 */
export const isEntry = ({ submitted }: Pick<Register, 'submitted'>, mark: Mark | undefined): mark is Mark =>
  mark !== undefined && (submitted || mark.source !== 'teacher')

/**
 * The register that has a pupil's entry of a session, or `undefined` when none has: that of their class where it has one, then one that is in,
 * then a draft.
 */
export const entryOf = (
  registers: readonly Register[],
  session: Session,
  pupil: PupilKey,
  classId: string,
): Register | undefined => {
  const found = registers.filter((each) => each.session === session && isEntry(each, each.marks[pupil]))
  return found.find((each) => each.classId === classId) ?? found.find(({ submitted }) => submitted) ?? found[0]
}

/** Of these pupils, those whose entry a register of another class has: what a draft says of them besides is no second one. */
export const enteredElsewhere = (
  draft: Pick<Register, 'classId' | 'session'>,
  pupils: readonly PupilKey[],
  registers: readonly Register[],
): readonly PupilKey[] =>
  pupils.filter((pupil) =>
    registers.some(
      (each) => each.session === draft.session && each.classId !== draft.classId && isEntry(each, each.marks[pupil]),
    ),
  )

/** The marks without those of these pupils. */
export const withoutMarksOf = (marks: Register['marks'], pupils: readonly PupilKey[]): Register['marks'] =>
  pupils.length === 0 ? marks : Object.fromEntries(Object.entries(marks).filter(([key]) => !pupils.includes(key)))
