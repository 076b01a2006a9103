import { beforeAll, describe, expect, test } from 'vitest'
import { hilltopPolicy, springbankPolicy } from '../../test/support/policies.ts'
import { act, aPupil, aRegister } from '../../test/support/stored-examples.ts'
import { type FreshStores, freshStores } from '../../test/support/stores.ts'
import type { Code } from '../domain/codes.ts'
import { runNight } from './nightly.ts'
import { trustCounts } from './trust-counts.ts'
import { trustInWords } from './trust-in-words.ts'

const YEAR = '2025-09-01'
let fresh: FreshStores

const take = (academy: string, date: string, codes: Readonly<Record<string, Code>>) =>
  fresh.stores.saveRegister(
    academy,
    aRegister({
      classId: '7a',
      date,
      session: 'AM',
      marks: Object.fromEntries(Object.entries(codes).map(([pupil, code]) => [pupil, { code, source: 'teacher' }])),
    }),
    0,
    act('register-saved', { at: `${date}T09:10:00.000Z` }),
  )

beforeAll(async () => {
  fresh = await freshStores()
  const { stores } = fresh
  for (const [academy, policy] of [
    ['springbank', springbankPolicy],
    ['hilltop', hilltopPolicy],
  ] as const) {
    await stores.policies.publish(academy, { version: 'v1', policy, from: YEAR }, act())
    await stores.roll.stage(academy, 1, { file: 'roll', pupils: [aPupil()] })
    await stores.roll.goLive(academy, 'roll', 0, 1, [{ id: '7a', name: '7A', yearGroup: '7', pupils: 2 }], act())
  }
  await take('springbank', '2025-12-08', { P001: 'I', P002: 'I' })
  await take('springbank', '2026-01-12', { P001: '/', P002: '/', P003: 'D' })
  await take('springbank', '2026-01-13', { P001: '/', P002: 'O', P003: 'D' })
  await take('hilltop', '2026-01-12', { P001: 'N' })
  for (const academy of ['springbank', 'hilltop'])
    await runNight(academy, '2026-01-14T02:00:00.000Z', { stores, log: { write: () => undefined } })
})

const of = async (asked: Parameters<typeof trustCounts>[2]) =>
  trustInWords(await trustCounts(fresh.stores, ['springbank', 'hilltop'], asked))

describe('the attendance of the trust', () => {
  test('is the sum of every session over every academy, the year to date', async () => {
    expect(await of({ of: 'year', date: '2026-01-14' })).toEqual([
      'hilltop, 2025-09-01 to 2026-01-13: 0.0% (0 attended of 1 possible); 1 missed (0 authorised, 1 unauthorised); 1 enrolment: 1 persistently and 1 severely absent, 1 below the school’s line, 0 persistently late.',
      'springbank, 2025-09-01 to 2026-01-13: 50.0% (3 attended of 6 possible); 3 missed (2 authorised, 1 unauthorised); 2 enrolments: 2 persistently and 1 severely absent, 2 below the school’s line, 0 persistently late.',
      'The Trust, 2025-09-01 to 2026-01-13: 42.9% (3 attended of 7 possible); 4 missed (2 authorised, 2 unauthorised); 3 enrolments: 3 persistently and 2 severely absent, 3 below the school’s line, 0 persistently late.',
    ])
  })
  test('of the term, or of any dates, is read from the registers', async () => {
    const term = await trustCounts(fresh.stores, ['springbank', 'hilltop'], { of: 'term', date: '2026-01-14' })
    expect(term.trust.tally).toMatchObject({ possible: 5, attended: 3 })
    const span = { from: '2025-12-01', until: '2026-01-12' }
    const some = await trustCounts(fresh.stores, ['springbank', 'hilltop'], { of: 'span', span })
    expect(some.trust.tally).toMatchObject({ possible: 5, attended: 2, authorised: 2, unauthorised: 1 })
    expect(some.span).toEqual(span)
  })
  test('of a date between two terms has no academy in it, and says so', async () => {
    expect(await of({ of: 'term', date: '2025-12-28' })).toEqual(['No academy has sessions on these dates.'])
  })
})
