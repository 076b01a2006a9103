import { ukPostcode } from '../../shared/domain/letters/address.ts'
import { type Check, when } from './check.ts'

/** A warning that comes with the threshold is none. */
export const warnedBeforeNotice: Check = ({ penalties: { sessions, warnAt } }) =>
  when(
    warnAt >= sessions,
    'penalties.warnAt',
    `of ${warnAt} sessions is not before the threshold of ${sessions}: nobody would be warned.`,
    `Set it below ${sessions}; 7 is usual.`,
  )

/** A referral that cannot be posted helps nobody. */
export const referralsArrive: Check = ({ penalties: { sendTo } }) =>
  when(
    ukPostcode(sendTo.at(-1) ?? '') === undefined,
    'penalties.sendTo',
    'does not end with a UK postcode.',
    'Write the postcode as the last line, like NG9 3AA.',
  )
