/**
 * Providers that list the texts they have received. A parent's text whose call to us failed is found there: GOV.UK Notify gives a call up after
 * half an hour, Twilio at once. Source: GOV.UK Notify API documentation, "Get received text messages"; Twilio documentation, "Messages
 * resource: list" and "Availability and reliability".
 */
import type { Policy } from '../../academies/policy.ts'

export const LISTING = ['notify', 'twilio'] as const
export type Listing = (typeof LISTING)[number]

/** The providers of a school, first and second, in whose lists its parents' texts are looked for. */
export const listsOf = ({ provider, second }: Pick<Policy['texts'], 'provider' | 'second'>): readonly Listing[] =>
  LISTING.filter((each) => each === provider || each === second)
