/**
 * Texts through GOV.UK Notify, by its own client. Notify keeps our key as its reference, so a text of which nobody knows whether it went is
 * looked for before it is ever sent again. Everything goes through one template whose only field is the whole text.
 * Source: GOV.UK Notify API documentation, "Send a text message", "Get the status of multiple messages" and "Error codes".
 */
import axios from 'axios'
import * as z from 'zod'
import { asCarried } from '../../domain/carried.ts'
import type { Fate, Found, Handover, Texter } from '../../ports/texter.ts'
import { accountFor } from './account-for.ts'
import { type Elsewhere, type NotifyAccount, notifyClient } from './notify-client.ts'
import { notifyFate } from './notify-fate.ts'
import { wasNeverReached } from './outcome.ts'

const TOO_MANY = 429
const SERVER_FAULT = 500
/** A key that is revoked, or a service that may not send: our account, not the recipient. */
const OURS: readonly number[] = [401, 403]
/** A key for the team alone, a service in trial mode, a template that is gone: what is wrong with a recipient is a ValidationError. */
const OURS_TOO = 'BadRequestError'

const Sent = z.object({ data: z.object({ id: z.string().min(1).max(64) }) })
const Listed = z.object({
  data: z.object({ notifications: z.array(z.object({ id: z.string(), reference: z.string().nullish() })) }),
})
const Refusal = z.object({ errors: z.array(z.object({ error: z.string().max(60) })).min(1) })

/** What an answer other than 201 means: a 4xx took nothing, a 429 asks for patience, anything else leaves nobody knowing. */
export const notifyOutcome = (error: unknown): Handover => {
  const response = axios.isAxiosError(error) ? error.response : undefined
  if (wasNeverReached(error)) return { outcome: 'busy' }
  if (response === undefined || response.status >= SERVER_FAULT) return { outcome: 'uncertain' }
  if (response.status === TOO_MANY) return { outcome: 'busy' }
  const refusal = Refusal.safeParse(response.data)
  const why = refusal.data?.errors[0]?.error ?? `HTTP ${response.status}`
  const isOurs = OURS.includes(response.status) || why === OURS_TOO
  return { outcome: 'refused', why, ...(isOurs ? { elsewhere: true as const } : {}) }
}

/** `account` is read when a text goes, so that a replaced key is used at once. */
export const notifyTexter = (account: () => Promise<NotifyAccount>, elsewhere: Elsewhere = {}): Texter => {
  return {
    async send(text) {
      const given = await accountFor(account)
      if ('outcome' in given) return given
      const { templateId, smsSenderId, apiKey } = given
      try {
        const answer = await notifyClient({ apiKey }, elsewhere).sendSms(templateId, text.to, {
          // What Notify would turn into a plain letter is one already, so that what is sent is what was counted.
          personalisation: { text: asCarried('notify', text.body).body },
          reference: text.key,
          ...(smsSenderId === undefined ? {} : { smsSenderId }),
        })
        const sent = Sent.safeParse(answer)
        return sent.success ? { outcome: 'accepted', providerId: sent.data.data.id } : { outcome: 'uncertain' }
      } catch (error) {
        return notifyOutcome(error)
      }
    },
    async find(key): Promise<Found> {
      try {
        const answer = Listed.parse(
          await notifyClient(await account(), elsewhere).getNotifications('sms', undefined, key),
        )
        const match = answer.data.notifications.find((each) => each.reference === key)
        return match ? { found: 'taken', providerId: match.id } : { found: 'none' }
      } catch {
        return { found: 'unknown' }
      }
    },
    async fate(providerId): Promise<Fate> {
      try {
        return await notifyFate(await account(), providerId, elsewhere)
      } catch {
        return 'unknown'
      }
    },
  }
}
