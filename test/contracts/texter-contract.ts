/** What every texter must do, whoever carries: the real ones against their provider's documented answers, and the one of one machine. */
import { describe, expect, test } from 'vitest'
import { AccountUnusable } from '../../shared/adapters/texting/accounts.ts'
import { routedTexter } from '../../shared/adapters/texting/routed.ts'
import type { Handover, OutgoingText, Texter } from '../../shared/ports/texter.ts'

/** What the carrier will do with the next text. */
export const CARRIERS = [
  'takes it',
  'refuses the number',
  'refuses our account',
  'is busy',
  'cannot be reached',
  'hangs up',
  'says nothing',
  'breaks',
  'talks nonsense',
] as const
export type Carrier = (typeof CARRIERS)[number]

export const aTextToSend: OutgoingText = {
  to: '+447700900101',
  from: '+447700900900',
  senderId: 'Springbank',
  body: 'Springbank Academy: Siân is not in school this morning.',
  reference: 'abc123',
  key: '0k3y',
  usefulUntil: '2026-01-12T12:00:00.000Z',
}

const NOW = '2026-01-12T10:30:00.000Z'

/** What comes of a text, and whether a second provider may be asked after it. */
const OUTCOMES: Readonly<Record<Carrier, { readonly outcome: Handover['outcome']; readonly another: boolean }>> = {
  'takes it': { outcome: 'accepted', another: false },
  'refuses the number': { outcome: 'refused', another: false },
  'refuses our account': { outcome: 'refused', another: true },
  'is busy': { outcome: 'busy', another: true },
  'cannot be reached': { outcome: 'busy', another: true },
  'hangs up': { outcome: 'uncertain', another: false },
  'says nothing': { outcome: 'uncertain', another: false },
  breaks: { outcome: 'uncertain', another: false },
  'talks nonsense': { outcome: 'uncertain', another: false },
}

/** `make` gives a texter whose carrier behaves as told, and counts what reached it. */
export const texterContract = (
  name: string,
  make: (carrier: Carrier) => { readonly texter: Texter; attempts(): number },
): void => {
  describe(`${name}, as every texter`, () => {
    test.each(CARRIERS)('when the carrier %s', async (carrier) => {
      const { texter, attempts } = make(carrier)
      const { outcome, another } = OUTCOMES[carrier]
      const handover = await texter.send(aTextToSend, NOW)
      expect(handover.outcome).toBe(outcome)
      // A text is handed over at most once, whatever becomes of it.
      expect(attempts()).toBeLessThanOrEqual(1)
      if (carrier !== 'cannot be reached') expect(attempts()).toBe(1)
      if (handover.outcome === 'accepted') expect(handover.providerId).toMatch(/^\S{4,128}$/)

      const asked: string[] = []
      const second: Texter = {
        send: async ({ to }) => {
          asked.push(to)
          return { outcome: 'accepted', providerId: 'of the second' }
        },
      }
      const routed = await routedTexter(make(carrier).texter, second).send(aTextToSend, NOW)
      expect(asked).toEqual(another ? [aTextToSend.to] : [])
      expect(routed.outcome).toBe(another ? 'accepted' : outcome)
    })
  })
}

/** What every texter must do that goes by an account of the trust. `make` gives one whose account is had, or not, as told. */
export const accountContract = (name: string, make: (account: () => Promise<never>) => Texter): void => {
  describe(`${name}, as every texter with an account`, () => {
    test('an account that is not in order took nothing: another route may be asked', async () => {
      const texter = make(() => Promise.reject(new AccountUnusable('no account')))
      expect(await texter.send(aTextToSend, NOW)).toMatchObject({ outcome: 'refused', elsewhere: true })
    })
    test('a secret that does not answer took nothing, and will answer', async () => {
      const texter = make(() => Promise.reject(new Error('throttled')))
      expect(await texter.send(aTextToSend, NOW)).toEqual({ outcome: 'busy' })
    })
  })
}
