/** The link to a family's page that a text carries, where the policy says so: made before the text is claimed, kept before it goes. */
import type { Policy } from '../../academies/policy.ts'
import { EXAMPLE_TOKEN } from '../domain/family-page/address.ts'
import { addMinutes } from '../domain/time.ts'
import type { DispatchPorts } from './ports.ts'
import type { Ready } from './ready.ts'
import type { PlannedForContact } from './still-true.ts'

export const tokenFor = ({ familyPage }: Policy, { freshToken }: DispatchPorts): string | undefined =>
  familyPage.inTexts ? (freshToken?.() ?? EXAMPLE_TOKEN) : undefined

/** A link that was kept for a text that then does not go was shown to nobody, and is cleared away with the others. */
export const keepLink = async (
  { academy, contactId }: Pick<PlannedForContact, 'academy' | 'contactId'>,
  { token, text, record }: Ready,
  { familyPage }: Policy,
  { stores, now, freshToken }: DispatchPorts,
): Promise<void> => {
  if (token === undefined || freshToken === undefined) return
  const madeAt = now()
  const until = addMinutes(madeAt, familyPage.hours * 60)
  await stores.keepFamilyLink(token, {
    academy,
    contactId,
    sentTo: text.to,
    pupils: record.pupils ?? [],
    madeAt,
    until,
  })
}
