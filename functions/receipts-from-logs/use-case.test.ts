import { gzipSync } from 'node:zlib'
import { beforeAll, describe, expect, test } from 'vitest'
import { cardsIn, home, SLOT } from '../../test/support/stored-cards.ts'
import { AT, act, DATE, SCHOOL } from '../../test/support/stored-examples.ts'
import { type FreshStores, freshStores } from '../../test/support/stores.ts'
import { keepReceipts, ReceiptsLeft } from './use-case.ts'

let fresh: FreshStores
let texts = 0

beforeAll(async () => {
  fresh = await freshStores()
})

const acceptedText = async () => {
  const { stand, claim } = cardsIn(fresh.stores)
  const pupil = `L${++texts}`
  await stand(pupil, 'unexplained')
  const providerId = `sns-${texts}`
  await claim(home(pupil))
  await fresh.stores.moveText(SCHOOL, home(pupil), SLOT, { state: 'accepted', at: AT, providerId, lookUp: true }, act())
  return { providerId, state: async () => (await fresh.stores.card(SCHOOL, DATE, pupil))?.texts[SLOT]?.state }
}

/** A line as SNS writes it to its delivery log. */
const line = (messageId: string, status: string): string =>
  JSON.stringify({
    notification: { messageId, timestamp: '2026-01-12 10:30:05.000' },
    delivery: { destination: '+447700900123', smsType: 'Transactional', dwellTimeMs: 420 },
    status,
  })

const waiting: unknown[] = []
const ports = () => ({
  stores: fresh.stores,
  receipts: { send: async (messages: readonly unknown[]) => void waiting.push(...messages) },
  now: AT,
  log: { write: () => undefined },
  function: 'test',
})

const receive = (lines: readonly string[], messageType = 'DATA_MESSAGE') => {
  const logEvents = lines.map((message, index) => ({ id: `${index}`, timestamp: 0, message }))
  const data = gzipSync(JSON.stringify({ messageType, logGroup: 'sns', logEvents })).toString('base64')
  return keepReceipts(data, ports())
}

describe('SNS’s delivery log', () => {
  test('says which texts came and which were lost', async () => {
    const [came, lost] = [await acceptedText(), await acceptedText()]
    await receive([line(came.providerId, 'SUCCESS'), line(lost.providerId, 'FAILURE')])
    expect([await came.state(), await lost.state()]).toEqual(['delivered', 'failed'])
  })
  test('with a line that cannot be read keeps all others, and comes again', async () => {
    const text = await acceptedText()
    await expect(receive(['not JSON', line(text.providerId, 'SUCCESS')])).rejects.toThrow(ReceiptsLeft)
    expect(await text.state()).toBe('delivered')
  })
  test('that overtakes the record of its text waits where all receipts wait', async () => {
    const text = await acceptedText()
    await receive([line('nobody-knows-yet', 'FAILURE'), line(text.providerId, 'SUCCESS')])
    expect(waiting).toEqual([{ providerId: 'nobody-knows-yet', state: 'failed' }])
    expect(await text.state()).toBe('delivered')
  })
  test('asks nothing when CloudWatch only looks whether anybody is there', async () => {
    await expect(receive(['CWL CONTROL MESSAGE: Checking health of destination'], 'CONTROL_MESSAGE')).resolves.toBe(
      undefined,
    )
  })
  test('that unpacks to more than any log is refused', async () => {
    const bomb = gzipSync(Buffer.alloc(20_000_000)).toString('base64')
    await expect(keepReceipts(bomb, ports())).rejects.toThrow()
  })
})
