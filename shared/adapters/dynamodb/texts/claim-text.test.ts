import { GetCommand } from '@aws-sdk/lib-dynamodb'
import { beforeAll, describe, expect, test } from 'vitest'
import { ANY, cardsIn, home, SLOT } from '../../../../test/support/stored-cards.ts'
import { AT, act, aText, DATE, SCHOOL } from '../../../../test/support/stored-examples.ts'
import { type FreshStores, freshStores } from '../../../../test/support/stores.ts'
import { cardKey } from '../table.ts'

let fresh: FreshStores
let stores: FreshStores['stores']
let absent: ReturnType<typeof cardsIn>['absent']
let claim: ReturnType<typeof cardsIn>['claim']
let newPupil: ReturnType<typeof cardsIn>['newPupil']
let stand: ReturnType<typeof cardsIn>['stand']
beforeAll(async () => {
  fresh = await freshStores()
  stores = fresh.stores
  ;({ absent, claim, newPupil, stand } = cardsIn(stores))
})

describe('claiming a text', () => {
  test('is won by one of many who try at once', async () => {
    const where = home(await absent())
    const claims = await Promise.all(Array.from({ length: 20 }, () => claim(where)))
    expect(claims.filter(({ claim: answer }) => answer === 'claimed')).toHaveLength(1)
    expect(claims.filter(({ claim: answer }) => answer === 'taken')).toHaveLength(19)
  })

  test('and a parent’s report at the same moment: exactly one side comes first', async () => {
    for (let round = 0; round < 15; round++) {
      const pupil = await absent()
      const [claimed, reported] = await Promise.all([claim(home(pupil)), stand(pupil, 'reported')])
      expect(reported).toMatchObject({ set: true })
      const card = await stores.card(SCHOOL, DATE, pupil)
      expect(Object.keys(card?.texts ?? {})).toHaveLength(claimed.claim === 'claimed' ? 1 : 0)
      await expect(claim(home(pupil))).resolves.toMatchObject({
        claim: claimed.claim === 'claimed' ? 'taken' : 'refused',
      })
    }
  })

  test('is refused once the parent has reported, and when there is no card', async () => {
    const pupil = await absent()
    await stand(pupil, 'reported')
    await expect(claim(home(pupil))).resolves.toEqual({ claim: 'refused', pupils: [pupil] })
    await expect(claim(home('nobody'))).resolves.toEqual({ claim: 'refused', pupils: ['nobody'] })
  })

  test('whatever the standing works for a pupil without a card, who then has one that carries only the text', async () => {
    const pupil = newPupil()
    const text = () => stores.claimText(SCHOOL, home(pupil), SLOT, aText(), ANY, act())
    await expect(text()).resolves.toEqual({ claim: 'claimed' })
    await expect(text()).resolves.toEqual({ claim: 'taken', record: aText() })
    await expect(stores.card(SCHOOL, DATE, pupil)).resolves.toMatchObject({ sessions: {}, texts: { [SLOT]: aText() } })
  })

  test('past its lease is still taken: nobody knows whether it went', async () => {
    const where = home(await absent())
    await claim(where, aText({ leaseUntil: '2026-01-12T10:00:00.000Z' }))
    await expect(claim(where)).resolves.toMatchObject({ claim: 'taken', record: { state: 'claimed' } })
  })
})

describe('one text about brothers and sisters', () => {
  test('is held by one card, and every other card shows the same record', async () => {
    const [a, b, c] = [await absent(), await absent(), await absent()]
    await expect(claim(home(a, b, c))).resolves.toEqual({ claim: 'claimed' })
    await stores.moveText(SCHOOL, home(a, b, c), SLOT, { state: 'accepted', at: AT }, act())
    const shown = aText({ state: 'accepted', acceptedAt: AT, owner: a })
    expect((await stores.card(SCHOOL, DATE, c))?.texts).toEqual({ [SLOT]: shown })
    const cards = (await stores.day(SCHOOL, DATE)).cards
    expect(cards.find((card) => card.pupil === b)?.texts).toEqual({ [SLOT]: shown })
    expect(cards.find((card) => card.pupil === a)?.texts[SLOT]).toMatchObject({ state: 'accepted', pupils: [a, b, c] })
  })

  test('moves on the owner’s card even when it is looked for on another’s', async () => {
    const [a, b] = [await absent(), await absent()]
    await claim(home(a, b))
    const moved = stores.moveText(SCHOOL, home(b), SLOT, { state: 'uncertain', at: AT }, act())
    await expect(moved).resolves.toBe('moved')
    expect((await stores.card(SCHOOL, DATE, a))?.texts[SLOT]?.state).toBe('uncertain')
  })

  test('is told once in each pupil’s history', async () => {
    const [a, b] = [await absent(), await absent()]
    await stores.claimText(SCHOOL, home(a, b), SLOT, aText(), ANY, act('text-claimed', { pupils: [a, b] }))
    for (const pupil of [a, b]) {
      const { Item } = await fresh.client.send(
        new GetCommand({ TableName: fresh.table, Key: cardKey(SCHOOL, DATE, pupil) }),
      )
      expect(Item?.act).toEqual(act('text-claimed', { pupils: [pupil] }))
    }
  })

  test('is claimed for all of them or for none', async () => {
    const [a, b, c] = [await absent(), await absent(), await absent()]
    await stand(b, 'arrived')
    await expect(claim(home(a, b, c))).resolves.toEqual({ claim: 'refused', pupils: [b] })
    for (const pupil of [a, b, c]) expect((await stores.card(SCHOOL, DATE, pupil))?.texts).toEqual({})
    await expect(claim(home(a, c))).resolves.toEqual({ claim: 'claimed' })
  })

  test('is taken when one of them was in such a text already, and the owner’s record is given', async () => {
    const [a, b, c] = [await absent(), await absent(), await absent()]
    await claim(home(a, b))
    const record = aText({ owner: a, pupils: [a, b] })
    await expect(claim(home(b, c))).resolves.toEqual({ claim: 'taken', record })
    await expect(claim(home(b))).resolves.toEqual({ claim: 'taken', record })
    expect((await stores.card(SCHOOL, DATE, c))?.texts).toEqual({})
  })

  test('claimed by many at once, in overlapping families, is never claimed twice for one child', async () => {
    for (let round = 0; round < 5; round++) {
      const [a, b, c] = [await absent(), await absent(), await absent()]
      const claims = await Promise.all([claim(home(a, b)), claim(home(b, c)), claim(home(a, c)), claim(home(a, b, c))])
      expect(claims.filter(({ claim: answer }) => answer === 'claimed')).toHaveLength(1)
    }
  })
})
