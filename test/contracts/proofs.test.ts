/** Calls that are not proved to be the provider's, and those that are. Whoever may call without a proof is said to be none. */
import { beforeAll, describe, expect, test } from 'vitest'
import { HOOK_ROUTES } from '../../functions/hooks/routes-table.ts'
import type { HookCall } from '../../local/accounts.ts'
import { PROVIDERS } from './providers/index.ts'
import { type WaysIn, waysIn } from './ways-in.ts'

const routesOf = (provider: string) => HOOK_ROUTES.filter((route) => route.includes(`/hooks/${provider}/`))

const without = ({ headers, ...call }: HookCall, header: string): HookCall => ({
  ...call,
  headers: Object.fromEntries(Object.entries(headers).filter(([name]) => name !== header)),
})
const reproved = ({ headers, ...call }: HookCall, header: string, proof: string): HookCall => ({
  ...call,
  headers: { ...headers, [header]: proof },
})
/** The proof with its last letter but one another. */
const almost = (proof: string): string => {
  const place = proof.length - 2
  return `${proof.slice(0, place)}${proof[place] === 'a' ? 'b' : 'a'}${proof.slice(place + 1)}`
}

describe.each(PROVIDERS.map((provider) => [provider.name, provider] as const))('a call of %s', (_name, provider) => {
  const { proof } = provider
  if (proof === null || 'none' in proof) {
    test(`is none that anybody could forge: ${proof?.none}`, () => {
      expect(routesOf(provider.provider)).toEqual([])
    })
    return
  }
  let ways: WaysIn
  beforeAll(async () => {
    ways = await waysIn()
  })
  const { header } = proof
  const everywhere = async (change: (call: HookCall) => HookCall, from: 'accounts' | 'before' | 'stale' = 'accounts') =>
    Promise.all(proof.calls(ways[from]).map((call) => ways.call(change(call))))
  const nothing = async () => [await ways.again(), ways.put.length]

  test('comes to every address that it has', () => {
    expect(
      proof
        .calls(ways.accounts)
        .map(({ route }) => route)
        .toSorted(),
    ).toEqual(routesOf(provider.provider).toSorted())
  })
  test.each<[string, (call: HookCall) => HookCall]>([
    ['without a proof', (call) => without(call, header)],
    ['with an empty proof', (call) => reproved(call, header, '')],
    ['with a proof that is nearly right', (call) => reproved(call, header, almost(call.headers[header] ?? ''))],
    ['with a proof and a half', (call) => reproved(call, header, `${call.headers[header]}${call.headers[header]}`)],
    ['with half a proof', (call) => reproved(call, header, (call.headers[header] ?? '').slice(0, -4))],
  ])('%s is refused, and nothing of it is kept', async (_what, change) => {
    const before = await nothing()
    expect(new Set(await everywhere(change))).toEqual(new Set([401]))
    expect(await nothing()).toEqual(before)
  })
  test('with a proof that was replaced twice is refused, and nothing of it is kept', async () => {
    const before = await nothing()
    expect(new Set(await everywhere((call) => call, 'stale'))).toEqual(new Set([401]))
    expect(await nothing()).toEqual(before)
  })
  if (proof.ofTheWords)
    test.each<[string, (call: HookCall) => HookCall]>([
      ['of other words', (call) => ({ ...call, body: `${call.body}1` })],
      ['of more words', (call) => ({ ...call, body: `${call.body}&Body=forged` })],
    ])('proved %s is refused, and nothing of it is kept', async (_what, change) => {
      const before = await nothing()
      expect(new Set(await everywhere(change))).toEqual(new Set([401]))
      expect(await nothing()).toEqual(before)
    })
  test('with the proof that holds, and the one before it, is taken', async () => {
    for (const each of ['accounts', 'before'] as const)
      for (const status of await everywhere((call) => call, each)) expect([200, 204]).toContain(status)
  })
})
