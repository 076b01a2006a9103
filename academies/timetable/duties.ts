/** Who does what Firstbell asks of people, and in what time. */
import { meaningOf } from '../meaning.ts'
import type { Policy } from '../policy.ts'
import { doers, duration } from './words.ts'

/** Each duty with its doers and its time: "To count heads in a class without a register: the Head, within 5 minutes." */
export const otherDuties = ({ duties }: Policy): readonly string[] =>
  Object.entries(duties).map(
    ([name, duty]) =>
      `${meaningOf(`duties.${name}`).replace(/\.$/, '')}: ${doers(duty.doers)}, within ${duration(duty.dueInMinutes)}.`,
  )
