import { textSlot } from '../domain/absence.ts'
import type { Instant } from '../domain/time.ts'
import type { Cards, PlannedForContact } from './still-true.ts'

/**
 * The text went or is going: the message came twice, or the text was planned again while it waited. A claim past its lease is not handled.
 */
export const isHandled = (planned: PlannedForContact, cards: Cards, now: Instant): boolean =>
  planned.pupils.every((pupil) => {
    const record = cards.get(pupil)?.texts[textSlot(planned)]
    return record !== undefined && (record.state !== 'claimed' || record.leaseUntil > now)
  })
