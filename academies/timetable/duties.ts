/** How long people have for what Firstbell asks of them. */
import { meaningOf } from '../meaning.ts'
import type { Policy } from '../policy.ts'
import { duration } from './words.ts'

/** Each duty with its time: "To count heads in a class without a register: 5 minutes." */
export const timesAllowed = ({ due }: Policy): readonly string[] =>
  Object.entries(due).map(([duty, minutes]) => `${meaningOf(`due.${duty}`).replace(/\.$/, '')}: ${duration(minutes)}.`)
