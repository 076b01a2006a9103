/** The academies side by side: for people of the Trust alone, from what is stored, at the same price whatever the number of pupils. */
import { describe, expect, test } from 'vitest'
import { SWEEPS } from '../../academies/policy.ts'
import { TrustOverviewAnswer } from '../../events/api/trust.ts'
import { type TextRecord, textSlot } from '../../shared/domain/absence.ts'
import { instantOf } from '../../shared/domain/time.ts'
import { act, openTrust } from '../support/trust.ts'

const MONDAY = '2026-01-12'
const FRIDAY = '2026-01-09'
const at = (time: string, date = MONDAY) => instantOf(date, time, 'Europe/London')
const GOOD = { possible: 100, attended: 97, authorised: 3, unauthorised: 0, late: 0 }
const POOR = { possible: 100, attended: 40, authorised: 0, unauthorised: 60, late: 0 }

type Trust = Awaited<ReturnType<typeof openTrust>>
const overview = async ({ ask }: Trust) => TrustOverviewAnswer.parse((await ask('trust.operator')).body)
const of = async (trust: Trust, academy: string) => {
  const found = (await overview(trust)).academies.find(({ academy: { id } }) => id === academy)
  if (!found) throw new Error(`${academy} is not in the overview`)
  return found
}
const ran = (trust: Trust, date: string, times: Readonly<Record<string, string>>) =>
  Promise.all(
    Object.entries(times).map(([sweep, time]) => trust.stores.ranSweep('springbank', date, sweep, at(time, date))),
  )

/** One text of two parts about these pupils, as it stands. */
const texted = async (
  { stores }: Trust,
  contactId: string,
  pupils: readonly [string, ...string[]],
  state: TextRecord['state'],
) => {
  const home = { on: 'cards', date: MONDAY, owner: pupils[0], pupils } as const
  const slot = textSlot({ kind: 'ladder', step: 'first', session: 'AM', contactId })
  const about = { kind: 'ladder', step: 'first', session: 'AM', contactId, parts: 2 } as const
  const claimed: TextRecord = { ...about, state: 'claimed', at: at('10:30'), leaseUntil: at('10:32'), pupils }
  await stores.claimText('springbank', home, slot, claimed, { session: 'AM', while: [] }, act('text-claimed'))
  if (state !== 'claimed')
    await stores.moveText('springbank', home, slot, { state, at: at('10:31') }, act('text-moved'))
}

describe('whose it is', () => {
  test('people of the Trust look at all academies; nobody of a school, of an authority or of another trust does', async () => {
    const { ask } = await openTrust(at('11:00'))
    for (const group of ['trust.operator', 'trust.attendance']) expect((await ask(group)).status).toBe(200)
    for (const group of ['springbank.head', 'springbank.governor', 'la.891.reader', 'trust.reader', 'x.trust.operator'])
      expect(await ask(group)).toMatchObject({ status: 403, body: { code: 'not-yours' }, requests: 0 })
  })
})

describe('the steps of the day', () => {
  test('in time, late, too late to send anything, missed, or still to come', async () => {
    const trust = await openTrust(at('13:00'))
    const { sweeps } = (await trust.stores.policies.inForce('springbank', MONDAY)).policy
    await ran(trust, FRIDAY, sweeps)
    await ran(trust, MONDAY, { 'register-close': '09:16', 'unreported-absence': '11:20' })
    const { today, lastRun, late, missed } = await of(trust, 'springbank')
    expect(Object.fromEntries((today?.sweeps ?? []).map(({ sweep, state }) => [sweep, state]))).toEqual({
      'register-close': 'done',
      'unreported-absence': 'too-late',
      lunch: 'missed',
      'afternoon-close': 'to-come',
      'day-end': 'to-come',
    })
    expect(lastRun).toEqual({ date: MONDAY, sweep: 'unreported-absence', at: at('11:20') })
    expect([late, missed]).toEqual([1, 1])
  })

  test('what was missed on Friday is seen on Monday morning, and on Sunday too', async () => {
    const trust = await openTrust(at('07:00'))
    await ran(trust, FRIDAY, { 'register-close': '09:15' })
    expect((await of(trust, 'springbank')).before).toMatchObject({ date: FRIDAY })
    expect((await of(trust, 'springbank')).missed).toBe(SWEEPS.length - 1)
    trust.world.turnTo(at('12:00', '2026-01-11'))
    expect(await of(trust, 'springbank')).toMatchObject({ today: null, missed: SWEEPS.length - 1 })
  })

  test('an academy that begins next week hides no other', async () => {
    const trust = await openTrust(at('11:00'))
    const { policy } = await trust.stores.policies.inForce('hilltop', MONDAY)
    const version = { version: 'v1', policy: { ...policy, academy: 'newfield' }, from: '2026-01-19' }
    await trust.stores.policies.publish('newfield', version, act('policy-published'))
    const seen = await overview(trust)
    expect(seen.academies.map(({ academy }) => academy.id)).toEqual(['hilltop', 'springbank'])
    expect(seen.notBegun).toEqual(['newfield'])
  })
})

describe('registers, texts and cost', () => {
  test('a register that should be in and is not is named by its class; before the close none is missing', async () => {
    const trust = await openTrust(at('09:05'))
    await trust.enrols('springbank', 2, 3, GOOD)
    expect((await of(trust, 'springbank')).registers).toEqual({ due: 0, missing: [] })
    trust.world.turnTo(at('09:40'))
    const saved = { classId: 'c0', date: MONDAY, session: 'AM', submitted: true, asOf: at('09:10') } as const
    const marks = { 'c0-0': { code: '/', source: 'teacher' } } as const
    await trust.stores.saveRegister('springbank', { ...saved, version: 1, marks }, 0, act('register-saved'))
    expect((await of(trust, 'springbank')).registers).toEqual({
      due: 2,
      missing: [{ class: { id: 'c1', name: 'C1' }, session: 'AM' }],
    })
  })

  test('texts of today by what became of them, one about two brothers once, and what they are held to cost beside the month', async () => {
    const trust = await openTrust(at('11:00'))
    const { stores } = trust
    await stores.spend.put('springbank', FRIDAY, 100, act('texts-counted'))
    await stores.spend.put('springbank', '2025-12-19', 900, act('texts-counted'))
    await texted(trust, 'm1', ['c0-0', 'c0-1'], 'delivered')
    await texted(trust, 'm2', ['c0-2'], 'failed')
    await texted(trust, 'm3', ['c0-3'], 'claimed')
    const { texts, cost } = await of(trust, 'springbank')
    expect(texts).toEqual({ sent: 2, delivered: 1, failed: 1, uncertain: 0 })
    const { pencePerPart, provider } = (await stores.policies.inForce('springbank', MONDAY)).policy.texts
    const today = Math.round(3 * 2 * pencePerPart[provider] * 100) / 100
    expect(cost).toMatchObject({ todayPence: today, monthPence: 100 + today })
  })

  test('the day counted at its end is not counted twice', async () => {
    const trust = await openTrust(at('16:00'))
    await texted(trust, 'm1', ['c0-0'], 'delivered')
    const { cost } = await of(trust, 'springbank')
    await trust.stores.spend.put('springbank', MONDAY, cost.todayPence, act('texts-counted'))
    expect((await of(trust, 'springbank')).cost).toEqual(cost)
  })
})

describe('attendance', () => {
  test('of the Trust is sessions over sessions, not the mean of its academies', async () => {
    const trust = await openTrust(at('11:00'))
    await trust.enrols('springbank', 3, 10, GOOD)
    await trust.enrols('hilltop', 1, 2, POOR)
    const seen = await overview(trust)
    const shown = seen.academies.map(({ academy, figures }) => [academy.id, figures.rates.attendance])
    expect(shown).toEqual([
      ['hilltop', '40.0'],
      ['springbank', '97.0'],
    ])
    expect(seen.trust).toMatchObject({
      pupils: 32,
      possible: 3200,
      attended: 30 * 97 + 2 * 40,
      rates: { attendance: '93.4' },
      persistentlyAbsent: 2,
      severelyAbsent: 2,
    })
    expect(seen.isUneven).toBe(false)
  })

  test('costs the same requests for eight pupils as for eight hundred, and names none of them', async () => {
    const requestsFor = async (each: number): Promise<number> => {
      const trust = await openTrust(at('11:00'))
      for (const academy of ['springbank', 'hilltop'] as const) await trust.enrols(academy, 4, each, GOOD)
      await trust.ask('trust.operator')
      const { requests, body } = await trust.ask('trust.operator')
      expect(JSON.stringify(body)).not.toMatch(/Ashdown|Amelia|P-c0/)
      return requests
    }
    const few = await requestsFor(1)
    expect(await requestsFor(100)).toBe(few)
    // For each academy: calendar, day, what is open, counts, the day before, the month's cost, the rolls of classes that are missing.
    expect(few).toBeLessThanOrEqual(2 * 9)
  })
})
