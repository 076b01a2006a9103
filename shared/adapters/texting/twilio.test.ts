/** What is particular to Twilio; what it shares with every provider is in `test/contracts`. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OpenedProvider } from '../../../test/contracts/providers/provider.ts'
import { twilio } from '../../../test/contracts/providers/twilio.ts'
import { aTextToSend } from '../../../test/contracts/texter-contract.ts'
import { LONGEST_REFERENCE } from '../../follow-up/text-reference.ts'
import { callbackFor, referenceCalled } from './twilio-callback.ts'

const ACCOUNT = `AC${'0'.repeat(32)}`
const now = '2026-01-12T10:30:00.000Z'

let open: OpenedProvider
beforeAll(async () => {
  open = await twilio.open()
})
afterAll(() => open.close())

test('is told the number, the words, where to say what became of it, and when it no longer helps', async () => {
  const handover = await open.texterWhen('takes it').send(aTextToSend, now)
  expect(handover).toEqual({ outcome: 'accepted', providerId: expect.stringMatching(/^SM[0-9a-f]{32}$/), echoed: true })
  const asked = open.asked.at(-1)
  expect([asked?.method, asked?.url]).toEqual(['POST', `/2010-04-01/Accounts/${ACCOUNT}/Messages.json`])
  expect(Object.fromEntries(new URLSearchParams(asked?.body))).toEqual({
    To: '+447700900101',
    From: '+447700900900',
    Body: aTextToSend.body,
    StatusCallback: callbackFor('https://attendance.example.org/hooks/twilio/receipt', aTextToSend.reference),
    ValidityPeriod: '5400',
  })
  expect(asked?.headers.authorization).toBe(`Basic ${Buffer.from(`${ACCOUNT}:made-up`).toString('base64')}`)
})

test('the validity stays within the provider’s limits', async () => {
  const texter = open.texterWhen('takes it')
  await texter.send({ ...aTextToSend, usefulUntil: now }, now)
  await texter.send({ ...aTextToSend, usefulUntil: '2027-01-12T10:30:00.000Z' }, now)
  const lives = open.asked.slice(-2).map(({ body }) => new URLSearchParams(body).get('ValidityPeriod'))
  expect(lives).toEqual(['1', '14400'])
})

test('a refusal says which, and nothing else', async () => {
  const texter = open.texterWhen('refuses the number')
  expect(await texter.send(aTextToSend, now)).toEqual({ outcome: 'refused', why: 'Twilio 21211' })
  const refusing = async (status: number, code: number) => {
    open.answer({ status, body: { code, message: 'no', more_info: 'https://www.twilio.com/docs/errors', status } })
    return texter.send(aTextToSend, now)
  }
  // 21610: the recipient has said STOP.
  expect(await refusing(400, 21_610)).toEqual({ outcome: 'refused', why: 'Twilio 21610' })
  // 21608: a trial account texts only numbers that it was told; 21408: it may not text the country. Neither is the family's number.
  for (const code of [21_408, 21_606, 21_608])
    expect(await refusing(400, code)).toEqual({ outcome: 'refused', why: `Twilio ${code}`, elsewhere: true })
  // 21611: the queue of our number is full.
  expect(await refusing(400, 21_611)).toEqual({ outcome: 'busy' })
  expect(await refusing(408, 20_408)).toEqual({ outcome: 'uncertain' })
  expect(await refusing(401, 20_003)).toEqual({ outcome: 'refused', why: 'Twilio 20003', elsewhere: true })
})

describe('the address at which Twilio says what became of a text', () => {
  const ADDRESS = 'https://attendance.example.org/hooks/twilio/receipt'
  const called = (address: string) => referenceCalled(Object.fromEntries(new URL(address).searchParams))
  test('brings our reference back as it was, however long, in letters that are never written another way', () => {
    const pupils = Array.from({ length: 20 }, (_, nth) => `P0000${nth}`)
    const reference = JSON.stringify(['springbank', 'unreported|first|AM|c-12', '2026-01-12', pupils])
    for (const each of [reference, 'x'.repeat(LONGEST_REFERENCE)]) {
      const address = callbackFor(ADDRESS, each)
      expect(address).toMatch(/^[A-Za-z0-9:/.?=_-]+$/)
      expect(called(address)).toBe(each)
    }
  })
  test('of a text that was handed over without a reference says none', () => {
    expect(called(ADDRESS)).toBeUndefined()
  })
})
