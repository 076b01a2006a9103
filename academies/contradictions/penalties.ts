import { type Check, when } from './check.ts'

/** A warning that comes with the threshold is none. */
export const warnedBeforeNotice: Check = ({ penalties: { sessions, warnAt } }) =>
  when(
    warnAt >= sessions,
    'penalties.warnAt',
    `of ${warnAt} sessions is not before the threshold of ${sessions}: nobody would be warned.`,
    `Set it below ${sessions}; 7 is usual.`,
  )
