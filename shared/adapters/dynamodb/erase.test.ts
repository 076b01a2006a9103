import { expect, test } from 'vitest'
import { aPupil } from '../../../test/support/stored-examples.ts'
import { freshStores } from '../../../test/support/stores.ts'
import { eraseRecord } from './erase.ts'

const UPN = 'A801200005001'
const nothing = { years: [], generations: {} }

test('whoever is erased is known to no school of the trust by their number, and a school that has them still is', async () => {
  const { stores, ...db } = await freshStores()
  const { key, dateOfBirth } = aPupil()
  const at = (academy: string) => ({ academy, pupil: key, dateOfBirth, joined: '2024-09-02' })
  for (const academy of ['springbank', 'hilltop']) await stores.keepEnrolment(UPN, at(academy))
  await eraseRecord(db, 'springbank', key, nothing)
  expect(await stores.enrolmentsOf(UPN)).toEqual([at('hilltop')])
  await eraseRecord(db, 'hilltop', key, nothing)
  expect(await stores.enrolmentsOf(UPN)).toEqual([])
})
