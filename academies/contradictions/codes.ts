import { ALL_CODES, readCode } from '../../shared/domain/codes.ts'
import { type Check, when } from './check.ts'

const remedy = `Use a national code: ${ALL_CODES.join(' ')}.`

export const knownCodes: Check = ({ registers, replies }) => [
  ...registers.teacherCodes.flatMap((code) =>
    when(readCode(code) !== code, 'registers.teacherCodes', `has ${code}, which is not a national code.`, remedy),
  ),
  ...replies.meanings.flatMap(({ code }, index) =>
    when(
      readCode(code) !== code,
      `replies.meanings.${index}.code`,
      `proposes ${code}, which is not a national code.`,
      remedy,
    ),
  ),
]

/** A teacher must at least be able to say present and not here. */
export const teachersCanMark: Check = ({ registers }) =>
  ['/', '\\', 'N'].flatMap((code) =>
    when(
      !registers.teacherCodes.includes(code),
      'registers.teacherCodes',
      `leaves out ${code}: no register could be completed.`,
      'Keep / (present in the morning), \\ (present in the afternoon) and N (not here, reason unknown).',
    ),
  )
