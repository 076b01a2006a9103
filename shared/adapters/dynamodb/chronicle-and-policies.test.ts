import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { springbankPolicy as aPolicy } from '../../../test/support/policies.ts'
import { AT, aCase, act, aRegister, aTask, DATE, SCHOOL } from '../../../test/support/stored-examples.ts'
import { type FreshStores, freshStores } from '../../../test/support/stores.ts'
import type { ChronicleEntry, ImportReport } from '../../ports/stores.ts'

let stores: FreshStores['stores']
beforeAll(async () => {
  stores = (await freshStores()).stores
})

const entry = (id: string, more: Partial<ChronicleEntry> = {}): ChronicleEntry => ({
  ...act('text-claimed', { pupils: ['P001'], rule: 'unreported-absence', detail: { texts: 1 } }),
  id,
  academy: SCHOOL,
  about: { pupil: 'P001' },
  ...more,
})

describe('the chronicle', () => {
  test('keeps an entry once however often it comes, and never changes it', async () => {
    await stores.appendChronicle([entry('e1'), entry('e1')])
    await stores.appendChronicle([entry('e1', { by: 'somebody-else' }), entry('e2')])
    await expect(stores.chronicleOf(SCHOOL, { pupil: 'P001' })).resolves.toEqual([entry('e1'), entry('e2')])
  })

  test('of a pupil and of a day are apart, and read in order of time, page by page', async () => {
    const about = { date: DATE }
    const entries = Array.from({ length: 60 }, (_, index) =>
      entry(`d${index}`, { about, at: new Date(Date.parse(AT) + index * 1000).toISOString() }),
    )
    await stores.appendChronicle(entries.toReversed())
    await expect(stores.chronicleOf(SCHOOL, about)).resolves.toEqual(entries)
    const first = await stores.chronicleOf(SCHOOL, about, undefined, 25)
    const last = first.at(-1)
    const second = await stores.chronicleOf(SCHOOL, about, `${last?.at}#${last?.id}`, 25)
    expect([...first, ...second]).toEqual(entries.slice(0, 50))
    await expect(stores.chronicleOf('other', about)).resolves.toEqual([])
  })
})

describe('a policy', () => {
  const publish = (version: string, from: string, at = AT) =>
    stores.policies.publish(SCHOOL, { version, from, policy: aPolicy }, act('policy-published', { at }))

  test('is in force from its date until the next one', async () => {
    await publish('v1', '2025-09-01')
    await publish('v2', '2026-01-12')
    const version = async (date: string) => (await stores.policies.inForce(SCHOOL, date)).version
    await expect(version('2026-01-11')).resolves.toBe('v1')
    await expect(version('2026-01-12')).resolves.toBe('v2')
    await expect(version('2026-07-01')).resolves.toBe('v2')
    expect((await stores.policies.inForce(SCHOOL, DATE)).policy).toEqual(aPolicy)
  })

  test('published later for the same date takes the place of the earlier one', async () => {
    await publish('zz', '2026-03-02', '2026-03-01T09:00:00.000Z')
    await publish('aa', '2026-03-02', '2026-03-01T10:00:00.000Z')
    expect((await stores.policies.inForce(SCHOOL, '2026-03-02')).version).toBe('aa')
  })

  test('that begins too late, or is not there, is said in a sentence', async () => {
    await expect(stores.policies.inForce(SCHOOL, '2025-08-31')).rejects.toThrow(/no policy in force on 2025-08-31/)
  })

  test('names the academy and its number', async () => {
    await publish('v1', '2025-09-01')
    await expect(stores.policies.academies()).resolves.toEqual([SCHOOL])
    await expect(stores.policies.academyOfNumber(aPolicy.texts.number)).resolves.toBe(SCHOOL)
    await expect(stores.policies.academyOfNumber('+447700900999')).resolves.toBeUndefined()
  })
})

describe('an import', () => {
  test('is reported as it stands now', async () => {
    const report: ImportReport = {
      id: 'imp1',
      file: 'roll',
      state: 'refused',
      at: AT,
      rows: 3,
      done: 2,
      problems: [{ line: 3, column: 'admitted', what: 'is not a date', remedy: 'write it as 2026-01-12' }],
    }
    await stores.putImport(SCHOOL, { ...report, state: 'checking', problems: [] })
    await stores.putImport(SCHOOL, report)
    await expect(stores.importReport(SCHOOL, 'imp1')).resolves.toEqual(report)
    await expect(stores.importReport('other', 'imp1')).resolves.toBeUndefined()
  })
})

describe('two academies', () => {
  const slug = fc.stringMatching(/^[a-z0-9-]{2,12}$/)

  test('never see anything of each other, whatever they are called', async () => {
    const property = fc.asyncProperty(slug, slug, async (one, other) => {
      fc.pre(one !== other)
      const { stores: own } = await freshStores()
      await own.saveRegister(one, aRegister(), 0, act())
      await own.raiseTask(one, aTask(), act())
      await own.openCase(one, aCase(), act())
      await own.putStop(one, { contactId: 'C1', because: 'stop' as const, mobile: '+447700900001' }, act())
      await own.appendChronicle([entry('e1', { academy: one })])
      const day = await own.day(other, DATE)
      expect([day.registers, day.cards, day.endedTasks]).toEqual([[], [], []])
      const open = await own.open(other)
      expect([open.tasks, open.cases, open.stopped]).toEqual([[], [], []])
      await expect(own.casesOf(other, 'P001')).resolves.toEqual([])
      await expect(own.task(other, aTask().id)).resolves.toBeUndefined()
      await expect(own.chronicleOf(other, { pupil: 'P001' })).resolves.toEqual([])
    })
    await fc.assert(property, { numRuns: 10 })
  })
})
