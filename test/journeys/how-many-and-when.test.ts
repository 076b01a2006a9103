/** What keeps a family’s phone quiet and a school’s bill in sight, through a whole day. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { LoadedPolicy } from '../../academies/load.ts'
import type { Policy } from '../../academies/policy.ts'
import { type Child, classOf, mobile } from './support/people.ts'
import { openSchool, type School } from './support/school.ts'

/** Of so small a class so many are missing here that the brake would hold their texts, which is another story. */
const texting =
  (more: Partial<Policy['texts']>) =>
  (loaded: LoadedPolicy): LoadedPolicy => ({
    ...loaded,
    policy: {
      ...loaded.policy,
      brake: { ...loaded.policy.brake, classShare: 100, academyShare: 100 },
      texts: { ...loaded.policy.texts, ...more },
    },
  })

const namesOf = async (school: School, kind?: string) =>
  (await school.texts(kind)).map((text) => [text.kind, text.pupils.join(), text.at.slice(11, 16)])

describe('a school whose quiet hours reach to twenty to eleven', () => {
  let school: School
  beforeAll(async () => {
    school = await openSchool({ change: texting({ quiet: { from: '11:00', until: '10:40' } }) })
    school.faults({ twice: true })
    await school.clock.to('09:05')
    await school.takeRegister('3B', 'AM', { absent: ['P001', 'P002', 'P003', 'P004'] })
    await school.clock.to('09:20')
    await school.arrives('P004')
    await school.clock.to('10:31')
  })
  afterAll(() => school.close())

  test('texts nobody at half past ten, and rings nobody in its place', async () => {
    expect([await namesOf(school), await school.tasks('call')]).toEqual([[], []])
  })
  test('thanks a family that writes in those hours, since it has just written, and does not text it later', async () => {
    await school.reply(mobile('002'), 'Bilal is poorly')
    expect(await namesOf(school)).toEqual([['acknowledgement', 'P002', '10:31']])
  })
  test('texts the others once the hours are over, each once, however often the look is made', async () => {
    await school.clock.to('10:41')
    for (const text of await school.texts('unreported')) await school.receipt(text, 'delivered')
    const first = await namesOf(school)
    expect(first.filter(([kind]) => kind !== 'acknowledgement').toSorted()).toEqual([
      ['late', 'P004', '10:40'],
      ['unreported', 'P001', '10:40'],
      ['unreported', 'P003', '10:40'],
    ])
    await school.clock.to('11:00')
    expect(await namesOf(school)).toEqual(first)
  })
  test('rings a family whose text still waited for the network when the hours began again: by then it would not help', async () => {
    await school.clock.to('10:58')
    school.faults({ provider: '429' })
    await school.api('office', 'PATCH', 'pupils/P005/marks/2026-01-12/AM', { code: 'N', because: 'not in class' })
    await school.clock.to('11:01')
    school.faults({})
    await school.clock.to('11:10')
    const [call, ...more] = await school.tasks('call')
    expect([call?.pupils, call?.why, more]).toEqual([
      ['P005'],
      'No family is texted at this hour, and later a text would not help. Ring the family.',
      [],
    ])
    expect((await namesOf(school, 'unreported')).filter(([, pupil]) => pupil === 'P005')).toEqual([])
  })
})

describe('a school that sends two texts a day to one person, and has no money for them', () => {
  let school: School
  const KIT = { parents: [{ name: 'Kit Ashdown', mobile: '001', contactId: 'C-KIT' }] }
  const pupils: readonly Child[] = classOf('3B').map((child) =>
    ['P001', 'P002', 'P003'].includes(child.id) ? { ...child, ...KIT } : child,
  )

  beforeAll(async () => {
    school = await openSchool({ pupils, change: texting({ perContactPerDay: 2, warnAtPounds: 0 }) })
    await school.clock.to('09:05')
    await school.takeRegister('3B', 'AM', { absent: ['P001', 'P002', 'P003', 'P004'] })
    for (const [time, pupil] of [
      ['09:20', 'P001'],
      ['09:30', 'P002'],
    ] as const) {
      await school.clock.to(time)
      await school.arrives(pupil)
    }
    await school.clock.to('10:31')
  })
  afterAll(() => school.close())

  test('rings the family in place of the third, and texts everybody else', async () => {
    expect((await school.texts()).map(({ kind, to }) => [kind, to])).toEqual([
      ['late', mobile('001')],
      ['late', mobile('001')],
      ['unreported', mobile('004')],
    ])
    const [call, ...more] = await school.tasks('call')
    expect([call?.pupils, call?.why, more]).toEqual([
      ['P003'],
      'This contact has had as many texts today as the policy allows. Ring the family.',
      [],
    ])
  })
  test('corrects what was wrong all the same', async () => {
    await school.api('office', 'PATCH', 'pupils/P001/marks/2026-01-12/AM', {
      code: '/',
      because: 'the office was wrong',
    })
    await school.clock.to('10:40')
    expect((await school.texts('correction')).map(({ to, pupils: about }) => [to, about])).toEqual([
      [mobile('001'), ['P001']],
    ])
  })
  test('tells the Lead once what the texts of the month cost, and sends the next day’s', async () => {
    await school.clock.to('15:31')
    expect((await school.tasks('spend')).map(({ doers }) => doers)).toEqual([['lead', 'head']])
    await school.clock.to('2026-01-13 09:05')
    await school.takeRegister('3B', 'AM', { absent: ['P005'] })
    await school.clock.to('2026-01-13 15:31')
    expect((await school.texts('unreported')).map(({ to }) => to)).toEqual([mobile('004'), mobile('005')])
    expect(await school.tasks('spend')).toHaveLength(1)
  })
})

describe('a school that does not text about lateness', () => {
  let school: School
  const pupils: readonly Child[] = classOf('3B').map((child) =>
    child.id === 'P002' ? { ...child, more: { lookedAfter: 'Y' } } : child,
  )
  const markOf = async (pupil: string): Promise<string | undefined> => {
    const { body } = await school.api('office', 'GET', 'registers/2026-01-12/AM/3b')
    return (body as { marks: Record<string, { code: string } | null> }).marks[pupil]?.code
  }

  beforeAll(async () => {
    school = await openSchool({ pupils, change: texting({ lateArrivals: false }) })
    await school.clock.to('09:05')
    await school.takeRegister('3B', 'AM', { absent: ['P001', 'P002', 'P003'] })
    await school.clock.to('09:20')
  })
  afterAll(() => school.close())

  test('still marks who comes late, texts nobody, and takes back the call about the child that is in', async () => {
    expect((await school.tasks('call')).map(({ pupils: [pupil], state }) => [pupil, state])).toEqual([['P002', 'open']])
    await school.arrives('P001')
    await school.arrives('P002')
    expect([await markOf('P001'), await markOf('P002'), await namesOf(school)]).toEqual(['U', 'U', []])
    expect((await school.tasks('call')).map(({ state }) => state)).toEqual(['withdrawn'])
  })
  test('puts right at once what it told a family before the child came', async () => {
    await school.clock.to('10:31')
    expect(await namesOf(school)).toEqual([['unreported', 'P003', '10:30']])
    await school.arrives('P003')
    expect(await namesOf(school)).toEqual([
      ['unreported', 'P003', '10:30'],
      ['correction', 'P003', '10:31'],
    ])
  })
})
