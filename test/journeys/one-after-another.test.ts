/** A text that reaches nobody, is not answered, or is not taken: who and what comes next, and what is taken back when it arrives after all. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Policy } from '../../academies/policy.ts'
import type { Faults } from '../../local/faults.ts'
import { type Child, classOf, mobile } from './support/people.ts'
import { openSchool, type School } from './support/school.ts'

/** P001 and P002 have a second parent each; nobody else has. */
const PUPILS: readonly Child[] = classOf('3B').map((child) =>
  ['P001', 'P002'].includes(child.id)
    ? { ...child, parents: [...(child.parents ?? []), { mobile: `1${child.id.slice(2)}` }] }
    : child,
)

const openTexting = async (texts: Partial<Policy['texts']>, absent: readonly string[]): Promise<School> => {
  const school = await openSchool({
    pupils: PUPILS,
    change: (loaded) => ({
      ...loaded,
      policy: {
        ...loaded.policy,
        brake: { ...loaded.policy.brake, classShare: 100, academyShare: 100 },
        texts: { ...loaded.policy.texts, ...texts },
      },
    }),
  })
  await school.clock.to('09:05')
  await school.takeRegister('3B', 'AM', { absent })
  return school
}

const textedAbout = async (school: School, pupil: string) =>
  (await school.texts('unreported')).filter((text) => text.pupils.includes(pupil)).map(({ to }) => to)

const calls = async (school: School, pupil: string) =>
  (await school.tasks('call')).filter((task) => task.pupils.includes(pupil)).map(({ state, urgent }) => [state, urgent])

const receive = async (school: School, to: string, state: 'delivered' | 'failed'): Promise<void> => {
  for (const text of await school.texts('unreported')) if (text.to === to) await school.receipt(text, state)
}

describe('a school that goes on to the next contact after a quarter of an hour of silence', () => {
  let school: School
  beforeAll(async () => {
    school = await openTexting({ afterSilence: { goTo: 'next-contact', minutes: 15 } }, ['P001', 'P002', 'P003'])
    await school.clock.to('10:31')
    for (const ending of ['001', '002', '003']) await receive(school, mobile(ending), 'delivered')
    await school.reply(mobile('002'), 'Bilal is poorly')
    await school.clock.to('10:50')
  })
  afterAll(() => school.close())

  test('texts the second parent of a silent family, and rings when that one is silent too', async () => {
    expect([await textedAbout(school, 'P001'), await calls(school, 'P001')]).toEqual([
      [mobile('001'), mobile('101')],
      [],
    ])
    await receive(school, mobile('101'), 'delivered')
    await school.clock.to('11:10')
    expect(await textedAbout(school, 'P001')).toHaveLength(2)
    expect(await calls(school, 'P001')).toEqual([['open', true]])
  })
  test('rings at once where there is no second', async () => {
    expect(await calls(school, 'P003')).toEqual([['open', true]])
  })
  test('leaves a family alone that has answered', async () => {
    expect([await textedAbout(school, 'P002'), await calls(school, 'P002')]).toEqual([[mobile('002')], []])
  })
})

describe('a text that was given up', () => {
  let school: School
  beforeAll(async () => {
    school = await openTexting({}, ['P003', 'P004'])
    await school.clock.to('10:31')
    await receive(school, mobile('003'), 'failed')
  })
  afterAll(() => school.close())

  test('because the network said that it failed is an urgent call, which is taken back when it arrives after all', async () => {
    expect(await calls(school, 'P003')).toEqual([['open', true]])
    await receive(school, mobile('003'), 'delivered')
    expect(await calls(school, 'P003')).toEqual([['withdrawn', true]])
  })
  test('because no receipt came in time, too', async () => {
    await school.clock.to('10:51')
    expect(await calls(school, 'P004')).toEqual([['open', true]])
    await receive(school, mobile('004'), 'delivered')
    expect(await calls(school, 'P004')).toEqual([['withdrawn', true]])
  })
  test('and not answered is a call at lunch like any other', async () => {
    await school.clock.to('12:31')
    for (const pupil of ['P003', 'P004'])
      expect(await calls(school, pupil)).toEqual([
        ['withdrawn', true],
        ['open', false],
      ])
  })
})

describe('a school with a second provider', () => {
  const byWhom = (school: School) => school.stack.carrier.texts().map(({ provider, text }) => [provider, text.to])
  const withTrouble = async (trouble: Faults['provider'], second: Policy['texts']['second']) => {
    const school = await openTexting({ provider: 'twilio', second }, ['P003'])
    school.faults({ providers: { twilio: trouble } })
    await school.clock.to('10:34')
    const seen = { sent: byWhom(school), uncertain: (await school.tasks('uncertain-text')).length }
    await school.close()
    return seen
  }

  test.each(['down', '429', 'shut'] as const)(
    'is served by it while the first is %s, before it took anything',
    async (trouble) => {
      expect(await withTrouble(trouble, 'sns')).toEqual({ sent: [['sns', mobile('003')]], uncertain: 0 })
    },
  )
  test('never gives it a text of which nobody knows whether the first has sent it: a person settles that', async () => {
    expect(await withTrouble('slow', 'sns')).toEqual({ sent: [['twilio', mobile('003')]], uncertain: 1 })
  })
  test('has a text settled by the first, where that can be asked and took it, though the second cannot be', async () => {
    const school = await openTexting({ provider: 'notify', second: 'sns' }, ['P003'])
    school.faults({ providers: { notify: 'slow' } })
    await school.clock.to('10:31')
    school.faults({})
    await school.clock.to('10:40')
    expect(byWhom(school)).toEqual([['notify', mobile('003')]])
    expect([await school.timeline('text-accepted'), await school.tasks('uncertain-text')]).toEqual([
      [expect.anything()],
      [],
    ])
    await school.close()
  })
  test('never sends again by it what the first took and cannot be found: a person settles that', async () => {
    const school = await openTexting({ provider: 'notify', second: 'sns' }, ['P003'])
    school.faults({ providers: { notify: 'broken' } })
    await school.clock.to('10:40')
    expect([byWhom(school), (await school.tasks('uncertain-text')).length]).toEqual([[], 1])
    await school.close()
  })
  test('never asks it to text a number that the first refuses', async () => {
    expect(await withTrouble('refuses', 'sns')).toEqual({ sent: [], uncertain: 0 })
  })
})
