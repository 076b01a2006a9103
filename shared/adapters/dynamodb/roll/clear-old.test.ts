import { beforeEach, describe, expect, test } from 'vitest'
import { AT, aContact, act, aPupil } from '../../../../test/support/stored-examples.ts'
import { type FreshStores, freshStores } from '../../../../test/support/stores.ts'
import type { StagedFile } from '../../../ports/stores.ts'
import { queryItems } from '../read.ts'
import { generationPk } from '../table.ts'
import { mobilePk } from './mobile-keys.ts'
import { hashMobile } from './mobiles.ts'

const SCHOOL = 'springbank'
const MOBILE = '+447700900123'

let fresh: FreshStores
beforeEach(async () => {
  fresh = await freshStores()
})

const goLive = async (staged: StagedFile, from: number, at = AT) => {
  await fresh.stores.roll.stage(SCHOOL, from + 1, staged, { importId: `i${from}`, at })
  await fresh.stores.roll.goLive(SCHOOL, staged.file, from, from + 1, undefined, act('file-imported', { at }))
}
const clear = (file: StagedFile['file']) => fresh.stores.roll.clearOld(SCHOOL, file)
const held = async (file: StagedFile['file'], generation: number) =>
  (await queryItems({ client: fresh.client, table: fresh.table }, { pk: generationPk(SCHOOL, file, generation) }))
    .length

describe('an imported file', () => {
  const roll: StagedFile = { file: 'roll', pupils: [aPupil(), aPupil({ key: 'P002', pupilId: 'a-long-pupil-id' })] }

  test('is kept with the one before it, which others may still be reading; older ones go', async () => {
    for (const from of [0, 1, 2, 3]) await goLive(roll, from)
    await clear('roll')
    expect(await Promise.all([1, 2, 3, 4].map((generation) => held('roll', generation)))).toEqual([0, 0, 4, 4])
    await expect(fresh.stores.roll.keyOf(SCHOOL, 'a-long-pupil-id')).resolves.toBe('P002')
  })

  test('leaves nothing behind when clearing was missed for many imports', async () => {
    for (const from of [0, 1, 2, 3, 4, 5, 6, 7]) await goLive(roll, from)
    await clear('roll')
    const left = await Promise.all([1, 2, 3, 4, 5, 6].map((generation) => held('roll', generation)))
    expect(left).toEqual([0, 0, 0, 0, 0, 0])
  })

  test('of which nothing is old loses nothing', async () => {
    await goLive(roll, 0)
    await clear('roll')
    expect(await held('roll', 1)).toBe(4)
    await clear('staff')
  })
})

describe('contacts', () => {
  const contacts: StagedFile = { file: 'contacts', byPupil: { P001: [aContact({ mobile: MOBILE })] } }
  const moved: StagedFile = { file: 'contacts', byPupil: { P001: [aContact({ mobile: '+447700900777' })] } }
  const hashes = async () => {
    const { version, hash } = hashMobile({ version: '1', value: 'a key for hashing telephone numbers in tests' })(
      MOBILE,
    )
    return (await queryItems({ client: fresh.client, table: fresh.table }, { pk: mobilePk(SCHOOL, version, hash) }))
      .length
  }

  test('stay for the thirty days in which a number given up still matches, then go with their hashes', async () => {
    await goLive(contacts, 0)
    await goLive(moved, 1, '2026-01-13T18:00:00.000Z')
    await goLive(moved, 2, '2026-01-14T18:00:00.000Z')
    await clear('contacts')
    await expect(fresh.stores.roll.contactsOfNumber(SCHOOL, MOBILE, '2026-02-11')).resolves.toHaveLength(1)
    await goLive(moved, 3, '2026-03-01T18:00:00.000Z')
    await clear('contacts')
    expect(await Promise.all([1, 2, 3, 4].map((generation) => held('contacts', generation)))).toEqual([0, 0, 1, 1])
    expect(await hashes()).toBe(0)
    await expect(fresh.stores.roll.contactsOfNumber(SCHOOL, '+447700900777', '2026-03-02')).resolves.toHaveLength(1)
  })
})
