import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { countedStores } from '../../../../test/support/counted-stores.ts'
import { ANY, cardsIn, home, SLOT, WHILE_UNEXPLAINED } from '../../../../test/support/stored-cards.ts'
import { AT, act, aTask, aText, DATE, SCHOOL } from '../../../../test/support/stored-examples.ts'
import { type FreshStores, freshStores } from '../../../../test/support/stores.ts'
import { TEXT_RANK, type TextState, textSlot } from '../../../domain/absence.ts'
import type { TextHome } from '../../../ports/stores.ts'

let stores: FreshStores['stores']
let absent: ReturnType<typeof cardsIn>['absent']
let claim: ReturnType<typeof cardsIn>['claim']
let newPupil: ReturnType<typeof cardsIn>['newPupil']
beforeAll(async () => {
  stores = (await freshStores()).stores
  ;({ absent, claim, newPupil } = cardsIn(stores))
})

const RECEIPTS: readonly TextState[] = ['uncertain', 'refused', 'accepted', 'failed', 'delivered']

describe('the state of a text', () => {
  test('never goes down, in whatever order and however often receipts come', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...RECEIPTS), { minLength: 1, maxLength: 6 }), async (order) => {
        const where = home(await absent())
        await claim(where)
        let highest: TextState = 'claimed'
        for (const state of order) {
          const up = TEXT_RANK[state] > TEXT_RANK[highest]
          const moved = await stores.moveText(SCHOOL, where, SLOT, { state, at: AT }, act())
          expect(moved).toBe(up ? 'moved' : 'kept')
          if (up) highest = state
          expect((await stores.card(SCHOOL, DATE, where.owner))?.texts[SLOT]?.state).toBe(highest)
        }
      }),
      { numRuns: 25 },
    )
  })

  test('ends at the highest when receipts come all at once', async () => {
    const where = home(await absent())
    await claim(where)
    await Promise.all(RECEIPTS.map((state) => stores.moveText(SCHOOL, where, SLOT, { state, at: AT }, act())))
    expect((await stores.card(SCHOOL, DATE, where.owner))?.texts[SLOT]?.state).toBe('delivered')
  })

  test('of a text nobody claimed cannot be moved', async () => {
    const where = home(await absent())
    await expect(stores.moveText(SCHOOL, where, SLOT, { state: 'delivered', at: AT }, act())).resolves.toBe('nowhere')
  })

  test('is found by the provider’s id', async () => {
    const where = home(await absent())
    await claim(where)
    await stores.moveText(SCHOOL, where, SLOT, { state: 'accepted', at: AT, providerId: 'prov-1', lookUp: true }, act())
    await expect(stores.textOfProviderId('prov-1')).resolves.toEqual({ academy: SCHOOL, home: where, slot: SLOT })
    await expect(stores.textOfProviderId('prov-2')).resolves.toBeUndefined()
    expect((await stores.card(SCHOOL, DATE, where.owner))?.texts[SLOT]).toMatchObject({
      state: 'accepted',
      acceptedAt: AT,
      providerId: 'prov-1',
    })
  })
})

describe('a claim that the provider did not take', () => {
  test('is released, and the text can be claimed again', async () => {
    const [a, b] = [await absent(), await absent()]
    for (const where of [home(a, b), home(a), home(b)]) {
      await claim(where)
      await expect(stores.releaseText(SCHOOL, where, SLOT, AT, act())).resolves.toBe('released')
      for (const pupil of [a, b]) expect((await stores.card(SCHOOL, DATE, pupil))?.texts).toEqual({})
    }
  })

  test('is kept when it is another claim, or has moved on', async () => {
    const where = home(await absent(), await absent())
    await claim(where)
    await expect(stores.releaseText(SCHOOL, where, SLOT, '2026-01-12T10:31:00.000Z', act())).resolves.toBe('kept')
    await stores.moveText(SCHOOL, where, SLOT, { state: 'uncertain', at: AT }, act())
    await expect(stores.releaseText(SCHOOL, where, SLOT, AT, act())).resolves.toBe('kept')
    await expect(claim(where)).resolves.toMatchObject({ claim: 'taken' })
  })
})

describe('a page to staff', () => {
  const page = aText({ kind: 'page', contactId: 'S1' })
  const slot = textSlot(page)
  const claimPage = (taskId: string) =>
    stores.claimText(SCHOOL, { on: 'task', taskId }, slot, page, ANY, act('text-claimed'))

  test('is claimed once on its task, moves up there, and stays with the task when that ends', async () => {
    const task = aTask({ id: 'paged' })
    const where: TextHome = { on: 'task', taskId: task.id }
    await stores.raiseTask(SCHOOL, task, act())
    await expect(claimPage('paged')).resolves.toEqual({ claim: 'claimed' })
    await expect(claimPage('paged')).resolves.toEqual({ claim: 'taken', record: page })
    await stores.moveText(
      SCHOOL,
      where,
      slot,
      { state: 'accepted', at: AT, providerId: 'prov-page', lookUp: true },
      act(),
    )
    await stores.endTask(SCHOOL, task, 'done', { what: 'dealt-with', by: 'S1', at: AT }, act())
    await expect(stores.moveText(SCHOOL, where, slot, { state: 'delivered', at: AT }, act())).resolves.toBe('moved')
    expect((await stores.task(SCHOOL, 'paged'))?.pages[slot]?.state).toBe('delivered')
    await expect(stores.textOfProviderId('prov-page')).resolves.toEqual({ academy: SCHOOL, home: where, slot })
  })

  test('is not claimed on a task that has ended', async () => {
    const task = aTask({ id: 'paged-late' })
    await stores.raiseTask(SCHOOL, task, act())
    await stores.endTask(SCHOOL, task, 'withdrawn', { what: 'settled', by: 'system', at: AT }, act())
    await expect(claimPage('paged-late')).resolves.toEqual({ claim: 'refused', pupils: [] })
  })

  test('released may be claimed again', async () => {
    await stores.raiseTask(SCHOOL, aTask({ id: 'paged-twice' }), act())
    await claimPage('paged-twice')
    const released = stores.releaseText(SCHOOL, { on: 'task', taskId: 'paged-twice' }, slot, AT, act())
    await expect(released).resolves.toBe('released')
    await expect(claimPage('paged-twice')).resolves.toEqual({ claim: 'claimed' })
  })
})

describe('what a text costs', () => {
  test('is one write unit to claim, to accept and to deliver, with its wording in the act', async () => {
    const { stores: counted, units } = await countedStores()
    const pupil = newPupil()
    const said = (kind: string, detail: Record<string, unknown>) =>
      act(kind, {
        pupils: [pupil],
        rule: 'unreported-absence',
        clause: 'Section 5, step 2',
        policy: 'a1b2c3d4e5f6',
        detail,
      })
    const body = 'B'.repeat(160)
    await counted.setStanding(
      SCHOOL,
      { pupil, classId: '11-springfield', date: DATE, vulnerable: false },
      'AM',
      { standing: 'unexplained', since: AT },
      undefined,
      ['arrived', 'reported'],
      said('absence-unexplained', { session: 'AM' }),
    )
    await counted.claimText(
      SCHOOL,
      home(pupil),
      SLOT,
      aText(),
      WHILE_UNEXPLAINED,
      said('text-claimed', { body, to: '+447700900123' }),
    )
    await counted.moveText(
      SCHOOL,
      home(pupil),
      SLOT,
      { state: 'accepted', at: AT, providerId: 'prov-cost' },
      said('text-accepted', {}),
    )
    await counted.moveText(SCHOOL, home(pupil), SLOT, { state: 'delivered', at: AT }, said('text-delivered', {}))
    expect(units()).toEqual({ UpdateItem: 4 })
  })
})
