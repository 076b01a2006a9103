/**
 * Letters through GOV.UK Notify as precompiled PDF, by its own client. Notify keeps our reference, so a letter of which nobody knows
 * whether it was taken is looked for before it is ever handed over again.
 * Source: GOV.UK Notify API documentation, "Send a precompiled letter", "Get message status".
 */
import * as z from 'zod'
import type { LetterPost, PostState } from '../../ports/letters.ts'
import { accountFor } from '../texting/account-for.ts'
import { notifyOutcome } from '../texting/notify.ts'
import { type NotifyAccount, notifyClient } from '../texting/notify-client.ts'

const Sent = z.object({ data: z.object({ id: z.string().min(1).max(64) }) })
const Status = z.object({ data: z.object({ status: z.string() }) })
const Listed = z.object({
  data: z.object({ notifications: z.array(z.object({ id: z.string(), reference: z.string().nullish() })) }),
})

const STATES: Readonly<Record<string, PostState>> = {
  'pending-virus-check': 'waiting',
  created: 'waiting',
  accepted: 'taken',
  sending: 'taken',
  received: 'taken',
  delivered: 'taken',
  cancelled: 'refused',
  'virus-scan-failed': 'refused',
  'validation-failed': 'refused',
  'technical-failure': 'refused',
  'permanent-failure': 'refused',
}

/** `account` is read when a letter goes, so that a replaced key is used at once. `baseUrl` is another address only in tests. */
export const notifyPost = (account: () => Promise<NotifyAccount>, baseUrl?: string): LetterPost => ({
  async send({ pdf, reference, postage }) {
    const given = await accountFor(account)
    if ('outcome' in given) return given
    try {
      const client = notifyClient(given, { baseUrl })
      const sent = Sent.safeParse(await client.sendPrecompiledLetter(reference, Buffer.from(pdf), postage))
      return sent.success ? { outcome: 'accepted', providerId: sent.data.data.id } : { outcome: 'uncertain' }
    } catch (error) {
      return notifyOutcome(error)
    }
  },
  async find(reference) {
    try {
      const client = notifyClient(await account(), { baseUrl })
      const { data } = Listed.parse(await client.getNotifications('letter', undefined, reference))
      const match = data.notifications.find((each) => each.reference === reference)
      return match ? { found: 'taken', providerId: match.id } : { found: 'none' }
    } catch {
      return { found: 'unknown' }
    }
  },
  async state(providerId) {
    try {
      const client = notifyClient(await account(), { baseUrl })
      const { data } = Status.parse(await client.getNotificationById(providerId))
      return STATES[data.status] ?? 'unknown'
    } catch {
      return 'unknown'
    }
  },
})
