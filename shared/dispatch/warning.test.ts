import { beforeEach, describe, expect, test } from 'vitest'
import { TextPlannedV1 } from '../../events/text-planned.v1.ts'
import { aContact, aPupil, at, DATE } from '../../test/builders.ts'
import { springbankPolicy } from '../../test/support/policies.ts'
import { type FreshStores, freshStores } from '../../test/support/stores.ts'
import type { Tally } from '../domain/counting/tally.ts'
import { noStage } from '../domain/stages/stage.ts'
import { dispatchText } from './dispatch-text.ts'

const ACADEMY = 'springbank'
const YEAR = '2025-09-01'
const act = { at: at('08:00'), by: 'test', kind: 'set-up' }
const below: Tally = { possible: 100, attended: 92, authorised: 3, unauthorised: 5, late: 0 }
let fresh: FreshStores

const counted = async (tally: Tally) => {
  const [was] = await fresh.stores.tallies(ACADEMY, YEAR, true)
  const empty = { classId: '3b', year: YEAR, version: 0, pupils: {}, past: {}, enrolled: {}, amended: {} }
  await fresh.stores.saveTally(
    ACADEMY,
    { ...(was ?? empty), through: '2026-01-09', pupils: { P001: tally } },
    was ?? empty,
    act,
  )
}

beforeEach(async () => {
  fresh = await freshStores()
  const { stores } = fresh
  await stores.policies.publish(ACADEMY, { version: 'v1', policy: springbankPolicy, from: '2000-01-01' }, act)
  const pupil = aPupil('P001', { contacts: [aContact('mum'), aContact('dad', { mobile: '+447700900102' })] })
  await stores.roll.stage(ACADEMY, 1, { file: 'roll', pupils: [pupil] })
  await stores.roll.stage(ACADEMY, 1, { file: 'contacts', byPupil: { P001: pupil.contacts } })
  await stores.roll.goLive(ACADEMY, 'roll', 0, 1, [{ id: '3b', name: '3B', yearGroup: '3', pupils: 1 }], act)
  await stores.roll.goLive(ACADEMY, 'contacts', 0, 1, undefined, act)
  await counted(below)
  const crossing = { step: 'warning', on: '2026-01-09', tally: below } as const
  await stores.saveStage(ACADEMY, { ...noStage('P001', YEAR), due: crossing }, act)
})

const dispatch = async (contactId: string, date = DATE): Promise<readonly string[]> => {
  const sent: string[] = []
  const planned = TextPlannedV1.parse({
    to: 'contact',
    academy: ACADEMY,
    date,
    session: 'PM',
    kind: 'warning',
    step: 'once',
    pupils: ['P001'],
    contactId,
    ringOnly: false,
    usefulUntil: at('18:00', date),
    rule: 'warning-at-93',
    clause: 'A clause',
    policy: 'v1',
  })
  await dispatchText(planned, {
    stores: fresh.stores,
    texts: { send: async () => undefined },
    texterOf: () => ({
      send: async ({ body }) => {
        sent.push(body)
        return { outcome: 'accepted', providerId: `p-${contactId}-${date}` }
      },
    }),
    now: () => at('16:00', date),
    log: { write: () => undefined },
  })
  return sent
}

describe('a warning about attendance', () => {
  test('says the days and the date they are counted from, and no percentage', async () => {
    const [body] = await dispatch('mum')
    expect(body).toMatch(/Days missed since .*1 September.*: 4\. /)
    expect(body).not.toMatch(/%|per ?cent/)
  })

  test('goes once to each parent, is then no longer due, and never again another day', async () => {
    const { stores } = fresh
    expect((await stores.open(ACADEMY)).due).toMatchObject([{ pupil: 'P001', year: YEAR, step: 'warning' }])
    expect([await dispatch('mum'), await dispatch('dad')].map(({ length }) => length)).toEqual([1, 1])
    expect((await stores.open(ACADEMY)).due).toEqual([])
    expect((await stores.stage(ACADEMY, YEAR, 'P001')).sent).toMatchObject([{ step: 'warning', at: at('16:00') }])
    expect([await dispatch('mum'), await dispatch('mum', '2026-01-13')]).toEqual([[], []])
  })

  test('stands down when marks were corrected since the night, and stays unsent', async () => {
    await counted({ ...below, attended: 94, unauthorised: 3 })
    expect(await dispatch('mum')).toEqual([])
    expect((await fresh.stores.stage(ACADEMY, YEAR, 'P001')).sent).toEqual([])
  })

  test('stands down for a child on hold, or who is missing today', async () => {
    const { stores } = fresh
    const card = { pupil: 'P001', classId: '3b', date: DATE, vulnerable: false }
    await stores.setStanding(ACADEMY, card, 'PM', { standing: 'unexplained', since: at('13:15') }, undefined, [], act)
    expect(await dispatch('mum')).toEqual([])
    const hold = { pupil: 'P001', because: 'x', by: 's-dsl', at: at('10:30'), review: '2026-02-02' }
    await stores.putHold(ACADEMY, hold, act)
    expect(await dispatch('mum', '2026-01-13')).toEqual([])
  })
})
