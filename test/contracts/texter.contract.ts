import { describe, expect, test } from 'vitest'
import { AccountUnusable } from '../../shared/adapters/texting/accounts.ts'
import type { OutgoingText, Texter } from '../../shared/ports/texter.ts'

/** What the carrier will do with the next text. */
export type Carrier = 'takes it' | 'refuses the number' | 'is busy' | 'cannot be reached' | 'does not answer' | 'breaks'

export const aTextToSend: OutgoingText = {
  to: '+447700900101',
  from: '+447700900900',
  senderId: 'Springbank',
  body: 'Springbank Academy: Siân is not in school this morning.',
  reference: 'abc123',
  key: '0k3y',
  usefulUntil: '2026-01-12T12:00:00.000Z',
}

/** What every texter must do, whoever carries. `make` gives a texter whose carrier behaves as told, and counts attempts. */
export const texterContract = (
  name: string,
  make: (carrier: Carrier) => { texter: Texter; attempts: () => number },
): void => {
  const now = '2026-01-12T10:30:00.000Z'
  const send = async (carrier: Carrier) => {
    const { texter, attempts } = make(carrier)
    return { handover: await texter.send(aTextToSend, now), attempts: attempts() }
  }
  describe(`${name}, as every texter`, () => {
    test('a text the carrier takes is accepted under the carrier’s id', async () => {
      const { handover } = await send('takes it')
      expect(handover).toMatchObject({ outcome: 'accepted', providerId: expect.stringMatching(/.+/) })
    })
    test('a number the carrier refuses is refused, before anything was taken', async () => {
      expect((await send('refuses the number')).handover.outcome).toBe('refused')
    })
    test('a busy carrier took nothing', async () => {
      expect((await send('is busy')).handover).toEqual({ outcome: 'busy' })
    })
    test('a carrier that cannot be reached took nothing', async () => {
      expect((await send('cannot be reached')).handover).toEqual({ outcome: 'busy' })
    })
    test.each(['does not answer', 'breaks'] as const)('a carrier that %s leaves nobody knowing', async (carrier) => {
      expect((await send(carrier)).handover).toEqual({ outcome: 'uncertain' })
    })
    test.each(['takes it', 'refuses the number', 'is busy', 'cannot be reached', 'does not answer', 'breaks'] as const)(
      'when the carrier %s it is asked once',
      async (carrier) => {
        expect((await send(carrier)).attempts).toBe(1)
      },
    )
  })
}

/** What every texter must do that goes by an account of the trust. `make` gives one whose account is had, or not, as told. */
export const accountContract = (name: string, make: (account: () => Promise<never>) => Texter): void => {
  const now = '2026-01-12T10:30:00.000Z'
  describe(`${name}, as every texter with an account`, () => {
    test('an account that is not in order took nothing: another route may be asked', async () => {
      const texter = make(() => Promise.reject(new AccountUnusable('no account')))
      expect(await texter.send(aTextToSend, now)).toMatchObject({ outcome: 'refused', elsewhere: true })
    })
    test('a secret that does not answer took nothing, and will answer', async () => {
      const texter = make(() => Promise.reject(new Error('throttled')))
      expect(await texter.send(aTextToSend, now)).toEqual({ outcome: 'busy' })
    })
  })
}
