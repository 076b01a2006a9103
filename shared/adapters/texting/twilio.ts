/**
 * Texts through Twilio's REST interface. Twilio can be asked by its own id of a text and by nothing of ours, so an uncertain text is a person's to
 * settle unless its receipt comes. Source: Twilio documentation, "Messages resource: create a message", "fetch a message" and "Error and warning dictionary".
 */
import * as z from 'zod'
import { receiptOfTwilio } from '../../domain/receipts.ts'
import type { Instant } from '../../domain/time.ts'
import type { Fate, Handover, Texter } from '../../ports/texter.ts'
import { accountFor } from './account-for.ts'
import { wasNeverReached } from './outcome.ts'
import { callbackFor } from './twilio-callback.ts'
import { askTwilio, messagePath, messagesPath, readJson, type TwilioElsewhere, type TwilioKeys } from './twilio-http.ts'

export interface TwilioAccount extends TwilioKeys {
  /** Where Twilio says what became of a text: our own `/hooks/twilio/receipt`. */
  readonly statusCallback: string
}

/** The limits of ValidityPeriod, in seconds. */
const SHORTEST_LIFE = 1
const LONGEST_LIFE = 14_400

const TOO_MANY = 429
const SERVER_FAULT = 500
/** A wrong token or a suspended account: not the recipient. */
const OURS: readonly number[] = [401, 403]
/** The From number is not ours or may not send texts, the account is on trial, or may not text the country. */
const OURS_TOO: readonly number[] = [21_212, 21_408, 21_606, 21_607, 21_608, 21_659, 21_660]
/** The queue of the From number is full: nothing was taken. */
const FULL = 21_611
/** The request was not heard to its end, or was: nobody knows. */
const TIMED_OUT = 408

const MESSAGE_ID = /^(SM|MM)[0-9a-f]{32}$/
const Sent = z.object({ sid: z.string().regex(MESSAGE_ID) })
const Message = z.object({ status: z.string().max(30) })
const Refusal = z.object({ code: z.int() })

const secondsLeft = (now: Instant, until: Instant): number =>
  Math.min(LONGEST_LIFE, Math.max(SHORTEST_LIFE, Math.floor((Date.parse(until) - Date.parse(now)) / 1000)))

const outcomeOf = async (answer: Response): Promise<Handover> => {
  if (answer.status === TOO_MANY) return { outcome: 'busy' }
  if (answer.status >= SERVER_FAULT || answer.status === TIMED_OUT) return { outcome: 'uncertain' }
  const body = await readJson(answer)
  if (!answer.ok) {
    const refusal = Refusal.safeParse(body)
    if (refusal.data?.code === FULL) return { outcome: 'busy' }
    const isOurs = OURS.includes(answer.status) || (refusal.success && OURS_TOO.includes(refusal.data.code))
    const why = refusal.success ? `Twilio ${refusal.data.code}` : `HTTP ${answer.status}`
    return { outcome: 'refused', why, ...(isOurs ? { elsewhere: true as const } : {}) }
  }
  const sent = Sent.safeParse(body)
  return sent.success ? { outcome: 'accepted', providerId: sent.data.sid, echoed: true } : { outcome: 'uncertain' }
}

/** `account` is read when a text goes, so that a replaced token is used at once. */
export const twilioTexter = (account: () => Promise<TwilioAccount>, elsewhere: TwilioElsewhere = {}): Texter => ({
  async send(text, now) {
    const given = await accountFor(account)
    if ('outcome' in given) return given
    const form = new URLSearchParams({
      To: text.to,
      From: text.from,
      Body: text.body,
      StatusCallback: callbackFor(given.statusCallback, text.reference),
      ValidityPeriod: String(secondsLeft(now, text.usefulUntil)),
    })
    try {
      return await outcomeOf(await askTwilio(given, messagesPath(given), elsewhere, form))
    } catch (error) {
      return { outcome: wasNeverReached(error) ? 'busy' : 'uncertain' }
    }
  },
  async fate(providerId): Promise<Fate> {
    if (!MESSAGE_ID.test(providerId)) return 'unknown'
    try {
      const keys = await account()
      const answer = await askTwilio(keys, messagePath(keys, providerId), elsewhere)
      const message = answer.ok ? Message.safeParse(await readJson(answer)) : undefined
      return message?.success ? (receiptOfTwilio(message.data.status) ?? 'waiting') : 'unknown'
    } catch {
      return 'unknown'
    }
  },
})
