import { shortHash } from './ids.ts'

const LETTERS = 5

/**
 * The number of the calling card for a visit: five letters and digits that a parent can read out over the telephone. Known from the
 * moment the visit is asked for, so that it stands on the card that is left.
 * Source: the policy, first day of no contact: a numbered calling card.
 */
export const cardNumber = (visit: string): string => shortHash(`card ${visit}`).slice(-LETTERS).toUpperCase()
