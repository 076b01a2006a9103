/** The phone network of one machine keeps the contract of every texter, as each provider it stands in for. */
import { expect, test } from 'vitest'
import type { Provider } from '../shared/ports/texter.ts'
import { aTextToSend, type Carrier, texterContract } from '../test/contracts/texter-contract.ts'
import { runAccounts } from './accounts.ts'
import { phoneNetwork } from './carrier.ts'
import { type Faults, faultBoard } from './faults.ts'
import { providerWords } from './provider-words.ts'

const NOW = '2026-01-12T10:30:00.000Z'

const FAULTS: Readonly<Record<Carrier, Faults['provider']>> = {
  'takes it': 'up',
  'refuses the number': 'refuses',
  'refuses our account': 'shut',
  'is busy': '429',
  'cannot be reached': 'down',
  'hangs up': 'slow',
  'says nothing': 'slow',
  breaks: 'broken',
  'talks nonsense': 'broken',
}

const network = (carrier: Carrier) => {
  const board = faultBoard()
  board.set({ ...board.now(), provider: FAULTS[carrier] })
  let attempts = 0
  const asked = {
    ...board,
    now: () => {
      attempts++
      return board.now()
    },
  }
  const said: unknown[] = []
  const channels = {
    receipt: (event: unknown) => said.push(event),
    deliveryLog: (event: unknown) => said.push(event),
    inbound: () => undefined,
    hook: (call: unknown) => said.push(call),
  }
  const network = phoneNetwork(asked, providerWords(channels, runAccounts()), () => NOW)
  return { said, attempts: () => attempts, network }
}

const as = (provider: Provider) => (carrier: Carrier) => {
  const { attempts, network: phones } = network(carrier)
  return { attempts, texter: phones.texter(provider) }
}

texterContract('The phone network on one machine, as SNS', as('sns'))
texterContract('The phone network on one machine, as End User Messaging', as('end-user-messaging'))
texterContract('The phone network on one machine, as GOV.UK Notify', as('notify'))
texterContract('The phone network on one machine, as Twilio', as('twilio'))

test.each([
  ['takes it', ['accepted']],
  ['refuses the number', []],
  ['is busy', []],
  ['cannot be reached', []],
  ['refuses our account', []],
  ['says nothing', ['uncertain']],
] as const)('when it %s, the phones hold what it took', async (carrier, states) => {
  const { network: phones } = network(carrier)
  await phones.texter('sns').send(aTextToSend, NOW)
  expect(phones.texts().map(({ state }) => state)).toEqual(states)
})
