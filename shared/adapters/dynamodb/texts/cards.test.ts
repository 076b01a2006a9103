import { beforeAll, describe, expect, test } from 'vitest'
import { cardsIn, home, SLOT } from '../../../../test/support/stored-cards.ts'
import { AT, aText, DATE, SCHOOL } from '../../../../test/support/stored-examples.ts'
import { type FreshStores, freshStores } from '../../../../test/support/stores.ts'

let stores: FreshStores['stores']
let absent: ReturnType<typeof cardsIn>['absent']
let claim: ReturnType<typeof cardsIn>['claim']
let newPupil: ReturnType<typeof cardsIn>['newPupil']
let stand: ReturnType<typeof cardsIn>['stand']
beforeAll(async () => {
  stores = (await freshStores()).stores
  ;({ absent, claim, newPupil, stand } = cardsIn(stores))
})

describe('an absence card', () => {
  test('keeps the other session, its reason and its texts when one session changes', async () => {
    const pupil = await absent()
    await claim(home(pupil))
    await stand(pupil, 'reported')
    await stand(pupil, 'unexplained', [], 'PM')
    await expect(stores.card(SCHOOL, DATE, pupil)).resolves.toEqual({
      pupil,
      classId: '7a',
      date: DATE,
      version: 4,
      vulnerable: false,
      sessions: { AM: { standing: 'reported', since: AT }, PM: { standing: 'unexplained', since: AT } },
      reason: { by: 'C1', via: 'phone', at: AT, until: DATE, words: 'a temperature', code: 'I' },
      texts: { [SLOT]: aText() },
    })
  })

  test('of a pupil who has arrived stays so when a register that knew less comes after', async () => {
    const pupil = newPupil()
    await expect(stand(pupil, 'arrived', ['arrived', 'reported'])).resolves.toMatchObject({ set: true })
    await expect(stand(pupil, 'unexplained', ['arrived', 'reported'])).resolves.toMatchObject({
      set: false,
      card: { sessions: { AM: { standing: 'arrived' } } },
    })
    expect((await stores.card(SCHOOL, DATE, pupil))?.sessions.AM?.standing).toBe('arrived')
  })

  test('that nobody opened is not there', async () => {
    await expect(stores.card(SCHOOL, DATE, 'nobody')).resolves.toBeUndefined()
  })
})
