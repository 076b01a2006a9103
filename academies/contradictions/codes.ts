import { ALL_CODES, isReason, readCode } from '../../shared/domain/codes.ts'
import { type Check, when } from './check.ts'

const remedy = `Use a national code: ${ALL_CODES.join(' ')}.`

export const knownCodes: Check = ({ registers, replies }) => [
  ...(['teacherCodes', 'leadCodes'] as const).flatMap((list) =>
    registers[list].flatMap((code) =>
      when(readCode(code) !== code, `registers.${list}`, `has ${code}, which is not a national code.`, remedy),
    ),
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

/** What only the Head or the lead may grant, no teacher may give; and the office must at least be able to say why a child is away. */
export const leadsGrant: Check = ({ registers }) =>
  registers.leadCodes.flatMap((code) => [
    ...when(
      registers.teacherCodes.includes(code),
      'registers.teacherCodes',
      `has ${code}, which registers.leadCodes keeps for the Head and the lead.`,
      'Take it out of one of the two lists.',
    ),
    ...when(
      ['/', '\\', 'L', 'N', 'U', 'I', 'O'].includes(code),
      'registers.leadCodes',
      `has ${code}, without which the office could not keep the register.`,
      'Keep to codes of leave, such as C.',
    ),
  ])

/** Words in a reply lead to a reason, never to a mark that says the child is here, or that nothing is known. */
export const repliesGiveReasons: Check = ({ replies }) =>
  replies.meanings.flatMap(({ code: typed }, index) => {
    const code = readCode(typed)
    return when(
      code !== undefined && !isReason(code),
      `replies.meanings.${index}.code`,
      `proposes ${typed}, which is no reason for an absence.`,
      'Propose the code of a reason, such as I or M.',
    )
  })
