import { expect, test } from 'vitest'
import { extractPath, type StoredExtract } from '../../shared/domain/extracts/stored.ts'
import { AUTHORITY, type Recipient, schoolOfExtracts } from '../../test/support/school-of-extracts.ts'
import { aContact, act, aPupil, SCHOOL } from '../../test/support/stored-examples.ts'

const LATE = '2026-05-13T10:00:00.000Z'
const NIGHT = '2026-05-14'
const JANUARY = '2026-01-12'

/** A school whose January was sent, with nothing to be sent in the week of May in which a mark of January is changed. */
const open = async (more: Partial<Recipient> = {}) => {
  const school = await schoolOfExtracts()
  await school.publish([{ ...AUTHORITY, ...more }])
  await school.mornings('2026-01-14', ['/', 'O', '/'])
  await school.night('2026-01-19')
  await school.mornings('2026-05-06', ['/', '/', 'O'])
  await school.night('2026-05-11')
  await school.count('2026-05-12')
  const text = async (extract: StoredExtract | undefined, part: 'data' | 'differences' = 'data') =>
    extract === undefined
      ? ''
      : Buffer.from((await school.files.get(extractPath(SCHOOL, extract, part))) ?? []).toString('utf8')
  const ofJanuary = (all: readonly StoredExtract[]) => all.filter(({ period }) => period.from === JANUARY)
  return { school, text, ofJanuary }
}

test('a mark of January that is changed in May has the extract of its week superseded that night, with what is otherwise', async () => {
  const { school, text, ofJanuary } = await open()
  await school.mornings('2026-01-14', ['/', 'I', '/'], LATE)
  const [first, second, ...more] = ofJanuary(await school.night(NIGHT))
  expect(second).toMatchObject({ number: 2, supersedes: first?.id, period: { from: JANUARY, until: '2026-01-18' } })
  expect(more).toEqual([])
  expect(await text(second, 'differences')).toContain('Bilal 2014-04-02,changed,unauthorised,1,0')
  expect(ofJanuary(await school.night('2026-05-15'))).toHaveLength(2)
})

test('a change that makes no difference to the extract is looked at once, and leaves it as it is', async () => {
  const { school, ofJanuary } = await open()
  await school.mornings('2026-01-14', ['L', 'O', '/'], LATE)
  await school.mornings('2026-01-14', ['/', 'O', '/'], LATE)
  const [only, ...more] = ofJanuary(await school.night(NIGHT))
  expect([only?.lookedAt, more]).toEqual([`${NIGHT}T02:00:00.000Z`, []])
  const [again] = ofJanuary(await school.night('2026-05-15'))
  expect(again?.version).toBe(only?.version)
})

test('a register that is saved again with the same codes touches nothing', async () => {
  const { school } = await open()
  await school.mornings('2026-01-14', ['/', 'O', '/'], LATE)
  expect(await school.stores.lateChanges(SCHOOL)).toEqual([])
})

test('whoever left the roll with no return is in the extract by name, and a looked-after leaver in that of the Virtual School', async () => {
  const school = await schoolOfExtracts()
  const virtual: Recipient = {
    ...AUTHORITY,
    id: 'virtual-school',
    name: 'Nottinghamshire Virtual School',
    kind: 'virtual-school',
    sends: [{ extract: 'looked-after', every: 'weekly', afterSchoolDays: 0 }],
  }
  await school.publish([AUTHORITY, virtual])
  await school.mornings('2026-01-14', ['/', 'O', '/'])
  const leaver = aPupil({ key: 'P002', pupilId: 'P002', surname: 'Birch', forename: 'Bilal', flags: ['lookedAfter'] })
  const agencies = [{ kind: 'virtual-school' as const, name: virtual.name }]
  await school.stores.roll.keepLeaver(SCHOOL, { ...leaver, contacts: [aContact()], agencies }, act())
  await school.roll([aPupil({ key: 'P001', pupilId: 'P001', surname: 'Ashdown' })])
  const made = await school.night('2026-01-19')
  for (const kind of ['absence', 'looked-after']) {
    const extract = made.find((each) => each.extract === kind)
    const path = extract ? extractPath(SCHOOL, extract, 'data') : ''
    expect(Buffer.from((await school.files.get(path)) ?? []).toString('utf8'), kind).toContain('Birch,Bilal,2014-03-02')
  }
})
