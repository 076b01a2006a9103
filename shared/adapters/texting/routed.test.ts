import { describe, expect, test } from 'vitest'
import { aTextToSend } from '../../../test/contracts/texter-contract.ts'
import type { Fate, Found, Handover, Texter } from '../../ports/texter.ts'
import { routedTexter } from './routed.ts'

const now = '2026-01-12T10:30:00.000Z'
const accepted = (providerId: string): Handover => ({ outcome: 'accepted', providerId })

const answering = (handover: Handover, found?: Found) => {
  const asked: string[] = []
  const texter: Texter = {
    send: async (text) => {
      asked.push(text.to)
      return handover
    },
    ...(found ? { find: async () => found } : {}),
  }
  return { texter, asked }
}

describe('a second provider', () => {
  test.each<[Handover, boolean]>([
    [accepted('a1'), false],
    [{ outcome: 'busy' }, true],
    [{ outcome: 'refused', why: 'AccessDeniedException', elsewhere: true }, true],
    [{ outcome: 'refused', why: 'the number said STOP' }, false],
    [{ outcome: 'uncertain' }, false],
  ])('after %j is asked: %s', async (handover, isAsked) => {
    const first = answering(handover)
    const second = answering(accepted('b1'))
    const came = await routedTexter(first.texter, second.texter).send(aTextToSend, now)
    expect(second.asked).toHaveLength(isAsked ? 1 : 0)
    expect(came).toEqual(isAsked ? accepted('b1') : handover)
  })
  test('that refuses us while the first is only busy does not end the asking', async () => {
    const second = answering({ outcome: 'refused', why: 'AuthError', elsewhere: true })
    const came = await routedTexter(answering({ outcome: 'busy' }).texter, second.texter).send(aTextToSend, now)
    expect(came).toEqual({ outcome: 'busy' })
  })
})

describe('a text looked for at two providers', () => {
  const none: Found = { found: 'none' }
  const find = (one?: Found, other?: Found) =>
    routedTexter(answering(accepted('a'), one).texter, answering(accepted('b'), other).texter).find?.('key')
  test('is nowhere only when both say so', async () => {
    expect(await find(none, none)).toEqual(none)
    expect(await find(none, { found: 'unknown' })).toEqual({ found: 'unknown' })
    expect(await find({ found: 'unknown' }, { found: 'taken', providerId: 'b1' })).toEqual({
      found: 'taken',
      providerId: 'b1',
    })
  })
  test('is found by the one that can be asked, and is never said to be nowhere while the other cannot', async () => {
    expect(await find({ found: 'taken', providerId: 'a1' })).toEqual({ found: 'taken', providerId: 'a1' })
    expect(await find(undefined, { found: 'taken', providerId: 'b1' })).toEqual({ found: 'taken', providerId: 'b1' })
    expect(await find(none)).toEqual({ found: 'unknown' })
  })
  test('cannot be looked for where neither can be asked', () => {
    expect(find()).toBeUndefined()
  })
})

describe('a text asked after at two providers', () => {
  const fate = (one?: Fate, other?: Fate) => {
    const asked = (answer: Handover, says?: Fate): Texter => ({
      ...answering(answer).texter,
      ...(says === undefined ? {} : { fate: async () => says }),
    })
    return routedTexter(asked(accepted('a'), one), asked(accepted('b'), other)).fate?.('an-id')
  }
  test('is known by the one that took it', async () => {
    expect([
      await fate('delivered', 'unknown'),
      await fate('unknown', 'failed'),
      await fate(undefined, 'waiting'),
    ]).toEqual(['delivered', 'failed', 'waiting'])
  })
  test('is not known where neither says anything, and is not asked after where neither can be asked', async () => {
    expect(await fate('unknown', 'unknown')).toBe('unknown')
    expect(fate()).toBeUndefined()
  })
})
