/** Where registers come from, and who may give which code. */
import type { Policy } from '../policy.ts'
import { duration, listed } from './words.ts'

export const registersAndCodes = ({ registerSource, registers }: Policy): readonly string[] => [
  registerSource === 'mis'
    ? `Registers come from the school's own system. One older than ${duration(registers.freshWithinMinutes)} is not texted upon until a person has looked.`
    : 'Teachers take the register in Firstbell.',
  `A teacher may give ${listed(registers.teacherCodes)}.${registers.leadCodes.length > 0 ? ` Only the Head or the Attendance Lead may grant ${listed(registers.leadCodes)}.` : ''} The office gives every other code.`,
  `R is for ${registers.observanceDays === 1 ? 'the day' : `at most ${registers.observanceDays} school days running,`} set apart for religious observance: days of travel around it are leave, which the Head decides.`,
]
