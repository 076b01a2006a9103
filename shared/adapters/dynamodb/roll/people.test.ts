import { beforeAll, describe, expect, test } from 'vitest'
import { AT, aContact, act, aPupil } from '../../../../test/support/stored-examples.ts'
import { type FreshStores, freshStores } from '../../../../test/support/stores.ts'
import type { StaffMember } from '../../../domain/people.ts'
import type { StagedFile } from '../../../ports/stores.ts'
import { dynamoStores } from '../dynamo-stores.ts'

let fresh: FreshStores
let stores: FreshStores['stores']
beforeAll(async () => {
  fresh = await freshStores()
  stores = fresh.stores
})

const MOBILE = '+447700900123'
const TODAY = '2026-01-12'

const importFile = async (academy: string, staged: StagedFile, from = 0, at = AT) => {
  await stores.roll.stage(academy, from + 1, staged)
  return stores.roll.goLive(academy, staged.file, from, from + 1, undefined, act('import-live', { at }))
}

const contacts = (byPupil: Extract<StagedFile, { file: 'contacts' }>['byPupil']): StagedFile => ({
  file: 'contacts',
  byPupil,
})

describe('an academy that has imported nothing', () => {
  test('has no pupils, staff or listed dates', async () => {
    await expect(stores.roll.live('empty')).resolves.toEqual({
      generations: { roll: 0, contacts: 0, staff: 0, agencies: 0, calendar: 0 },
      classes: [],
    })
    await expect(stores.roll.roster('empty', '7a')).resolves.toEqual([])
    await expect(stores.roll.rosters('empty', ['7a'])).resolves.toEqual({})
    await expect(stores.roll.staff('empty')).resolves.toEqual([])
    await expect(stores.roll.listedDates('empty')).resolves.toBeUndefined()
    await expect(stores.roll.pupils('empty', ['P001'])).resolves.toEqual({})
    await expect(stores.roll.keyOf('empty', 'P001')).resolves.toBeUndefined()
    await expect(stores.roll.contactsOfNumber('empty', MOBILE, TODAY)).resolves.toEqual([])
  })
})

describe('an imported roll', () => {
  test('is read only once it is live, by class in surname order, with contacts and agencies', async () => {
    const academy = 'rolled'
    const pupils = [
      aPupil({ key: 'P001', surname: 'Zephyr' }),
      aPupil({ key: 'P002', pupilId: 'pupil-number-2', surname: 'Abbott', left: '2026-03-01' }),
      aPupil({ key: 'P003', pupilId: 'P003', surname: 'Öztürk', classId: '7b' }),
    ]
    const classes = [{ id: '7a', name: '7A', yearGroup: '7', pupils: 2 }]
    const agency = { kind: 'social-worker', name: 'Sam Example', phone: '+441134960000' } as const
    await stores.roll.stage(academy, 1, { file: 'roll', pupils })
    await expect(stores.roll.roster(academy, '7a')).resolves.toEqual([])
    await expect(stores.roll.goLive(academy, 'roll', 0, 1, classes, act())).resolves.toBe('live')
    await importFile(academy, contacts({ P001: [aContact()] }))
    await importFile(academy, { file: 'agencies', byPupil: { P001: [agency] } })

    expect((await stores.roll.roster(academy, '7a')).map(({ key }) => key)).toEqual(['P002', 'P001'])
    const rosters = await stores.roll.rosters(academy, ['7a', '7b', 'none'])
    expect(Object.entries(rosters).map(([classId, of]) => [classId, of.map(({ key }) => key)])).toEqual([
      ['7a', ['P002', 'P001']],
      ['7b', ['P003']],
    ])
    await expect(stores.roll.live(academy)).resolves.toMatchObject({ classes, generations: { roll: 1, contacts: 1 } })
    await expect(stores.roll.keyOf(academy, 'pupil-number-2')).resolves.toBe('P002')
    await expect(stores.roll.keyOf(academy, 'P001')).resolves.toBe('P001')
    await expect(stores.roll.keyOf(academy, 'P002')).resolves.toBeUndefined()
    for (const strong of [false, true])
      await expect(stores.roll.pupils(academy, ['P001', 'P003', 'P999', 'P001'], strong)).resolves.toEqual({
        P001: { ...pupils[0], contacts: [aContact()], agencies: [agency] },
        P003: { ...pupils[2], contacts: [], agencies: [] },
      })
  })

  test('of more than one batch is read whole', async () => {
    const pupils = Array.from({ length: 130 }, (_, index) => aPupil({ key: `B${index}`, pupilId: `B${index}` }))
    await importFile('many', { file: 'roll', pupils })
    expect(
      Object.keys(
        await stores.roll.pupils(
          'many',
          pupils.map(({ key }) => key),
        ),
      ),
    ).toHaveLength(130)
    await expect(stores.roll.roster('many', '7a')).resolves.toHaveLength(130)
  })

  test('that another import overtook does not go live', async () => {
    const academy = 'raced'
    const going = await Promise.all([1, 2, 3].map((to) => stores.roll.goLive(academy, 'roll', 0, to, undefined, act())))
    expect(going.toSorted()).toEqual(['live', 'stale', 'stale'])
  })

  test('staged again after an import that died holds nothing of the first attempt', async () => {
    const academy = 'died'
    await stores.roll.stage(academy, 1, { file: 'roll', pupils: [aPupil({ key: 'P009', pupilId: 'P009' })] })
    await importFile(academy, { file: 'roll', pupils: [aPupil()] })
    expect(Object.keys(await stores.roll.pupils(academy, ['P001', 'P009']))).toEqual(['P001'])
  })

  test('is never staged over a generation in use', async () => {
    await importFile('used', { file: 'roll', pupils: [aPupil()] })
    await expect(stores.roll.stage('used', 1, { file: 'roll', pupils: [] })).rejects.toThrow(/stage one above 1/)
  })
})

describe('staff and dates', () => {
  test('are read as imported', async () => {
    const member: StaffMember = { staffId: 'S1', name: 'Jo Example', role: 'lead', classes: ['7a'], mobile: MOBILE }
    await importFile('staffed', { file: 'staff', staff: [member] })
    const dates = { '2026-01-05': { kind: 'inset', note: 'training' }, '2026-01-06': { kind: 'school' } } as const
    await importFile('staffed', { file: 'calendar', dates })
    await expect(stores.roll.staff('staffed')).resolves.toEqual([member])
    await expect(stores.roll.listedDates('staffed')).resolves.toEqual(dates)
  })
})

describe('a mobile', () => {
  test('shared by two families belongs to both, each with their own children', async () => {
    const shared = contacts({
      P001: [aContact()],
      P002: [aContact(), aContact({ contactId: 'C3', mobile: '+447700900555' })],
      P003: [aContact({ contactId: 'C2', name: 'Another Example' })],
    })
    await importFile('families', shared)
    const found = await stores.roll.contactsOfNumber('families', MOBILE, TODAY)
    expect(found.toSorted((a, b) => a.contactId.localeCompare(b.contactId))).toEqual([
      { contactId: 'C1', pupils: ['P001', 'P002'] },
      { contactId: 'C2', pupils: ['P003'] },
    ])
    await expect(stores.roll.contactsOfNumber('families', '+447700900999', TODAY)).resolves.toEqual([])
    await expect(stores.roll.contactsOfNumber('elsewhere', MOBILE, TODAY)).resolves.toEqual([])
  })

  test('and a landline are both numbers that a family is known by', async () => {
    const landline = '+441632960111'
    await importFile('at-home', contacts({ P001: [aContact({ landline })] }))
    for (const number of [MOBILE, landline])
      await expect(stores.roll.contactsOfNumber('at-home', number, TODAY)).resolves.toEqual([
        { contactId: 'C1', pupils: ['P001'] },
      ])
  })

  test('given up matches for 30 days, and not on the 31st', async () => {
    await importFile('moved', contacts({ P001: [aContact()] }))
    const replaced = contacts({ P001: [aContact({ mobile: '+447700900777' })] })
    await importFile('moved', replaced, 1, '2026-01-12T18:00:00.000Z')
    await importFile('moved', replaced, 2, '2026-01-20T18:00:00.000Z')
    const found = (today: string) => stores.roll.contactsOfNumber('moved', MOBILE, today)
    await expect(found('2026-02-11')).resolves.toEqual([{ contactId: 'C1', pupils: ['P001'] }])
    await expect(found('2026-02-12')).resolves.toEqual([])
    await expect(stores.roll.contactsOfNumber('moved', '+447700900777', '2026-02-12')).resolves.toHaveLength(1)
  })

  test('that only an import which never went live named matches nobody', async () => {
    await stores.roll.stage('unlive', 1, contacts({ P001: [aContact()], P002: [aContact({ contactId: 'C8' })] }))
    await importFile('unlive', contacts({ P001: [aContact()] }))
    await expect(stores.roll.contactsOfNumber('unlive', MOBILE, TODAY)).resolves.toEqual([
      { contactId: 'C1', pupils: ['P001'] },
    ])
  })

  test('written with an earlier key is still found after the key has changed', async () => {
    const later = dynamoStores(fresh.client, fresh.table, {
      phoneKeys: async () => [
        { version: '2', value: 'a newer key' },
        { version: '1', value: 'a key for hashing telephone numbers in tests' },
      ],
    })
    await importFile('rekeyed', contacts({ P001: [aContact()] }))
    await expect(later.roll.contactsOfNumber('rekeyed', MOBILE, TODAY)).resolves.toHaveLength(1)
  })
})

test('whoever has just read what is open reads contacts as they are then, though another process made them live', async () => {
  const academy = 'elsewhere'
  await importFile(academy, { file: 'roll', pupils: [aPupil({ key: 'P001', pupilId: 'P001' })] })
  await importFile(academy, { file: 'contacts', byPupil: { P001: [aContact()] } })
  const dispatching = dynamoStores(fresh.client, fresh.table, { phoneKeys: async () => [] })
  const numbers = async () =>
    (await dispatching.roll.pupils(academy, ['P001'])).P001?.contacts.map(({ mobile }) => mobile)
  await dispatching.open(academy)
  expect(await numbers()).toEqual([MOBILE])
  await importFile(academy, { file: 'contacts', byPupil: { P001: [aContact({ mobile: '+447700900777' })] } }, 1)
  expect(await numbers()).toEqual([MOBILE])
  expect((await dispatching.open(academy)).live.generations.contacts).toBe(2)
  expect(await numbers()).toEqual(['+447700900777'])
})

describe('two imports of one file at once', () => {
  const roll = (key: string) => ({ file: 'roll', pupils: [{ ...aStagedPupil, key, pupilId: key }] }) as const
  const aStagedPupil = {
    key: 'Q1',
    pupilId: 'Q1',
    forename: 'Amelia',
    surname: 'Marlowe',
    dateOfBirth: '2017-05-04',
    yearGroup: '3',
    classId: '3b',
    admitted: '2021-09-02',
    flags: [],
  }
  test('never mix: the second is busy, the first may try again, and a dead one gives way', async () => {
    const { stores } = await freshStores()
    const stage = (importId: string, at: string, key: string) =>
      stores.roll.stage('springbank', 1, roll(key), { importId, at })
    expect(await stage('first', '2026-01-12T09:00:00.000Z', 'Q1')).toBe('staged')
    expect(await stage('second', '2026-01-12T09:01:00.000Z', 'Q2')).toBe('busy')
    expect(await stage('first', '2026-01-12T09:02:00.000Z', 'Q1')).toBe('staged')
    expect(await stage('second', '2026-01-12T09:13:00.000Z', 'Q2')).toBe('staged')
  })
})
