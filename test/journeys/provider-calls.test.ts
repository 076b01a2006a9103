/** Calls of the providers outside AWS to the real addresses of the gateway: refused without a proof, and kept until what they name is known. */
import { createHash } from 'node:crypto'
import { ScanCommand } from '@aws-sdk/lib-dynamodb'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { type HookCall, type RunAccounts, runAccounts } from '../../local/accounts.ts'
import { localClient } from '../../shared/adapters/dynamodb/client.ts'
import { PROVIDERS } from '../contracts/providers/index.ts'
import { openSchool, type School } from './support/school.ts'

/** Everything that anybody could have stored of a call: the record, and whatever waits on a queue. */
const storedIn = async ({ stack }: School): Promise<string> => {
  const client = localClient(inject('ddbEndpoint'), stack.table)
  const items: unknown[] = []
  let from: Record<string, unknown> | undefined
  do {
    const page = await client.send(
      new ScanCommand({ TableName: stack.table, ...(from ? { ExclusiveStartKey: from } : {}) }),
    )
    items.push(...(page.Items ?? []))
    from = page.LastEvaluatedKey
  } while (from)
  client.destroy()
  const queues = stack.wiring.queues.map(({ arn }) => [arn, stack.queues.holds(arn)])
  return createHash('sha256')
    .update(JSON.stringify([items, queues]))
    .digest('hex')
}

const call = async ({ stack }: School, { route, query, headers, body }: HookCall): Promise<number> => {
  const [method = '', path = ''] = route.split(' ')
  const address = query ? `${path}?${query}` : path
  const { status } = await stack.gateway({ method, path: address, headers, body: Buffer.from(body) })
  await stack.turning.quiet()
  return status
}

const aCallOnTheLine = (accounts: RunAccounts): HookCall =>
  accounts.byTwilio('POST /hooks/twilio/voice', {
    CallSid: `CA${'0'.repeat(32)}`,
    From: '+447700900001',
    To: '+447700900901',
    CallStatus: 'ringing',
  })

const callsOf = (accounts: RunAccounts): readonly HookCall[] => [
  ...PROVIDERS.flatMap(({ proof }) => ('none' in proof ? [] : proof.calls(accounts))),
  aCallOnTheLine(accounts),
]

const proofOf = ({ route }: HookCall): string => (route.includes('/notify/') ? 'authorization' : 'x-twilio-signature')
const proved = (made: HookCall, proof: string | undefined): HookCall => {
  const { [proofOf(made)]: _, ...headers } = made.headers
  return { ...made, headers: proof === undefined ? headers : { ...headers, [proofOf(made)]: proof } }
}

describe('a call to the gateway that is not proved', () => {
  let school: School
  beforeAll(async () => {
    school = await openSchool()
    await school.clock.to('10:31')
  })
  afterAll(() => school.close())
  const routes = callsOf(runAccounts()).map(({ route }, index) => [route, index] as const)

  test.each(routes)('%s: wrong, missing or stale, it hears 401 and nothing of it is stored', async (route, index) => {
    const { accounts } = school.stack
    const [good, stale] = [callsOf(accounts)[index], callsOf(runAccounts())[index]]
    if (!good || !stale) throw new Error(`There is no call of ${route}`)
    const proof = good.headers[proofOf(good)] ?? ''
    const before = await storedIn(school)
    const forged = [
      proved(good, undefined),
      proved(good, ''),
      proved(good, 'Bearer '),
      proved(good, proof.toUpperCase()),
      proved(good, `${proof}x`),
      stale,
      ...(route.includes('/twilio/') ? [{ ...good, body: `${good.body}1` }] : []),
    ]
    for (const each of forged) expect(await call(school, each)).toBe(401)
    expect(await storedIn(school)).toBe(before)
    expect([200, 204]).toContain(await call(school, good))
  })
  test('and every address that providers call was asked', () => {
    const open = school.stack.wiring.routes.map(({ RouteKey }) => RouteKey).filter((route) => route.includes('/hooks/'))
    expect(routes.map(([route]) => route).toSorted()).toEqual(open.toSorted())
  })
})

/** What waits on the queues of receipts and of letters, and what was given up there. */
const receiptsAndLetters = ({ stack }: School) => {
  const named = (queue: string): boolean => /(Receipts|Letters)Queue/.test(queue)
  const working = stack.wiring.queues.filter(({ arn }) => named(arn) && !arn.includes('DeadLetters'))
  return {
    waiting: working.flatMap(({ arn }) => stack.queues.holds(arn)).length,
    givenUp: stack.queues
      .deadLetters()
      .filter(({ queue }) => named(queue))
      .flatMap(({ bodies }) => bodies)
      .map((body): unknown => JSON.parse(body)),
  }
}

const openTextingBy = (provider: 'notify' | 'twilio') =>
  openSchool({
    change: (loaded) => ({
      ...loaded,
      policy: { ...loaded.policy, texts: { ...loaded.policy.texts, provider, account: 'trust' } },
    }),
  })

describe('what a provider says by the gateway of something that is not known', () => {
  test('is kept until it is: the receipt of a text of which nobody knew whether it went', async () => {
    const school = await openTextingBy('notify')
    await school.clock.to('09:05')
    await school.takeRegister('3B', 'AM', { absent: ['P001'] })
    school.faults({ provider: 'slow' })
    await school.clock.to('10:30')
    school.faults({})
    const [text] = await school.texts('unreported')
    if (!text) throw new Error('Nothing was texted')
    await school.receipt(text, 'delivered')
    expect(await school.timeline('text-delivered')).toEqual([])
    expect(receiptsAndLetters(school)).toEqual({ waiting: 1, givenUp: [] })
    await school.clock.to('10:45')
    expect(await school.timeline('text-delivered')).toHaveLength(1)
    expect(receiptsAndLetters(school)).toEqual({ waiting: 0, givenUp: [] })
    expect(await school.tasks('uncertain-text')).toEqual([])
    await school.close()
  })
  test('by Twilio finds its text by our own reference, though nobody ever heard the provider’s id', async () => {
    const school = await openTextingBy('twilio')
    await school.clock.to('09:05')
    await school.takeRegister('3B', 'AM', { absent: ['P001'] })
    school.faults({ provider: 'slow' })
    await school.clock.to('10:45')
    school.faults({})
    const [text] = await school.texts('unreported')
    if (!text) throw new Error('Nothing was texted')
    expect(await school.tasks('uncertain-text')).toHaveLength(1)
    await school.receipt(text, 'delivered')
    expect(await school.timeline('text-delivered')).toHaveLength(1)
    expect(receiptsAndLetters(school)).toEqual({ waiting: 0, givenUp: [] })
    expect((await school.tasks('uncertain-text')).filter(({ state }) => state === 'open')).toEqual([])
    expect(await school.texts('unreported')).toHaveLength(1)
    await school.close()
  })
  test('is tried for two hours, and then is there for the operator: nothing is lost, nothing else is done', async () => {
    const school = await openTextingBy('twilio')
    await school.clock.to('10:31')
    const { accounts } = school.stack
    const unknown = callsOf(accounts).filter(({ route }) => /receipt|returned/.test(route))
    expect(unknown).toHaveLength(3)
    const before = await school.tasks()
    for (const each of unknown) expect(await call(school, each)).toBe(204)
    expect(receiptsAndLetters(school)).toEqual({ waiting: 3, givenUp: [] })
    await school.clock.to('12:29')
    expect(receiptsAndLetters(school)).toEqual({ waiting: 3, givenUp: [] })
    await school.clock.to('13:30')
    expect(receiptsAndLetters(school)).toEqual({
      waiting: 0,
      givenUp: expect.arrayContaining([
        expect.objectContaining({ do: 'returned' }),
        { providerId: expect.stringMatching(/^SM/), state: 'delivered' },
        { providerId: expect.stringMatching(/^[0-9a-f-]{36}$/), state: 'delivered' },
      ]),
    })
    const kinds = async () =>
      (await school.tasks()).map(({ kind }) => kind).filter((kind) => kind !== 'missing-register')
    expect(await kinds()).toEqual(before.map(({ kind }) => kind).filter((kind) => kind !== 'missing-register'))
    await school.close()
  })
})
