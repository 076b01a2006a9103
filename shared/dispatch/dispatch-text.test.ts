import { describe, expect, test } from 'vitest'
import type { Policy } from '../../academies/policy.ts'
import { TextPlannedV1 } from '../../events/text-planned.v1.ts'
import { aContact, aPupil, aRegister, at, DATE } from '../../test/builders.ts'
import { springbankPolicy } from '../../test/support/policies.ts'
import { freshStores } from '../../test/support/stores.ts'
import type { Standing } from '../domain/absence.ts'
import type { Found, OutgoingText } from '../ports/texter.ts'
import { dispatchText } from './dispatch-text.ts'

const ACADEMY = 'springbank'
const TOKEN = 'Tok0Tok0Tok0Tok0Tok0To'
const act = { at: at('08:00'), by: 'test', kind: 'set-up' }
const { duties } = springbankPolicy
const ordinary: Policy = {
  ...springbankPolicy,
  duties: { ...duties, missedText: { ...duties.missedText, doers: ['lead' as const] } },
}

/** One child of whom a text is about to go: the mark and the standing are such that it is true. */
const openDay = async (code: string, standing: Standing, policy: Policy = ordinary) => {
  const { stores } = await freshStores()
  await stores.policies.publish(ACADEMY, { version: 'v1', policy, from: '2000-01-01' }, act)
  const pupil = aPupil('P001', { contacts: [aContact('mum')] })
  await stores.roll.stage(ACADEMY, 1, { file: 'roll', pupils: [pupil] })
  await stores.roll.stage(ACADEMY, 1, { file: 'contacts', byPupil: { P001: pupil.contacts } })
  await stores.roll.goLive(ACADEMY, 'roll', 0, 1, [{ id: '3b', name: '3B', yearGroup: '3', pupils: 1 }], act)
  await stores.roll.goLive(ACADEMY, 'contacts', 0, 1, undefined, act)
  await stores.saveRegister(ACADEMY, aRegister({ P001: code }), 0, act)
  const card = { pupil: 'P001', classId: '3b', date: DATE, vulnerable: false }
  const stand = (now: Standing) =>
    stores.setStanding(ACADEMY, card, 'AM', { standing: now, since: at('10:00') }, undefined, [], act)
  await stand(standing)
  const hold = () =>
    stores.putHold(ACADEMY, { pupil: 'P001', because: 'x', by: 's-dsl', at: at('10:30'), review: '2026-02-02' }, act)
  const waiting: unknown[] = []
  const asked: string[] = []
  let found: Found | undefined
  /** From now on the provider can be asked what it took, and says this. */
  const says = (answer: Found) => {
    found = answer
  }
  const dispatch = async (
    kind: string,
    time: string,
    more: object = {},
    dies = false,
  ): Promise<readonly OutgoingText[]> => {
    const sent: OutgoingText[] = []
    const planned = TextPlannedV1.parse({
      to: 'contact',
      academy: ACADEMY,
      date: DATE,
      session: 'AM',
      kind,
      step: 'first',
      pupils: ['P001'],
      contactId: 'mum',
      ringOnly: false,
      usefulUntil: at('12:00'),
      rule: 'a-rule',
      clause: 'A clause',
      policy: 'v1',
      ...more,
    })
    await dispatchText(planned, {
      stores,
      texts: { send: async (messages, how) => void waiting.push([messages.length, how]) },
      texterOf: () => ({
        send: async (text) => {
          sent.push(text)
          if (dies) throw new Error('the process died')
          return { outcome: 'accepted', providerId: 'p1' }
        },
        ...(found && {
          find: async (key: string) => {
            asked.push(key)
            return found ?? { found: 'unknown' }
          },
        }),
      }),
      now: () => at(time),
      freshToken: () => TOKEN,
      log: { write: () => undefined },
    })
    return sent
  }
  const arrive = () => stores.saveRegister(ACADEMY, { ...aRegister({ P001: '/' }), version: 2 }, 1, act)
  const tasks = async () => (await stores.open(ACADEMY)).tasks
  const state = async (slot: string) => (await stores.card(ACADEMY, DATE, 'P001'))?.texts[slot]?.state
  return { stores, stand, hold, dispatch, tasks, waiting, arrive, state, says, asked }
}

const KINDS: readonly (readonly [string, string, Standing])[] = [
  ['unreported', 'N', 'unexplained'],
  ['ladder', 'N', 'unexplained'],
  ['late', 'U', 'arrived'],
  ['correction', '/', 'withdrawn'],
  ['acknowledgement', 'N', 'answered'],
]

describe('a planned text', () => {
  test.each(KINDS)('of kind %s goes while it is true', async (kind, code, standing) => {
    expect(await (await openDay(code, standing)).dispatch(kind, '10:31')).toHaveLength(1)
  })

  test('Case 52: a reading that was sent at 10:30 of a child signed in at 10:05 as U meanwhile is read again, and no text goes', async () => {
    const day = await openDay('N', 'unexplained')
    const late = { ...aRegister({ P001: 'U' }), version: 2 }
    await day.stores.saveRegister(ACADEMY, late, 1, act)
    expect(await day.dispatch('unreported', '10:31')).toEqual([])
  })

  test.each(KINDS)('of kind %s does not go about a child put on hold meanwhile', async (kind, code, standing) => {
    const day = await openDay(code, standing)
    await day.hold()
    expect([await day.dispatch(kind, '10:31'), await day.tasks()]).toEqual([[], []])
  })

  test.each(KINDS)('of kind %s does not go after its time', async (kind, code, standing) => {
    expect(await (await openDay(code, standing)).dispatch(kind, '12:00')).toEqual([])
  })
})

describe('a text that came too late to go', () => {
  test.each([
    ['unreported', 'N', 'unexplained', 'call'],
    ['ladder', 'N', 'unexplained', 'call'],
    ['late', 'U', 'arrived', 'tell-late'],
    ['correction', '/', 'withdrawn', 'put-right'],
  ] as const)('of kind %s is a call by whoever rings families', async (kind, code, standing, task) => {
    const day = await openDay(code, standing)
    await day.dispatch(kind, '12:00')
    expect((await day.tasks()).map((each) => [each.kind, each.doers])).toEqual([[task, ['lead']]])
  })

  test('but had gone in time, and is only delivered to us again, is nobody’s call', async () => {
    const day = await openDay('N', 'unexplained')
    expect(await day.dispatch('unreported', '11:59')).toHaveLength(1)
    expect([await day.dispatch('unreported', '12:00'), await day.tasks()]).toEqual([[], []])
  })

  test('is nobody’s call about a child of whom the family has told meanwhile', async () => {
    const day = await openDay('N', 'unexplained')
    await day.stand('reported')
    await day.dispatch('unreported', '12:00')
    expect(await day.tasks()).toEqual([])
  })

  test('is not the office’s call about a child on hold: the named person has the duty', async () => {
    const day = await openDay('N', 'unexplained')
    await day.hold()
    await day.dispatch('unreported', '12:00')
    expect(await day.tasks()).toEqual([])
  })
})

describe('a text that comes to be sent in the night', () => {
  const night = { date: DATE, usefulUntil: at('06:00') }
  test('waits in the queue while it will be useful in the morning', async () => {
    const day = await openDay('N', 'unexplained')
    expect(await day.dispatch('ladder', '06:30')).toEqual([])
    expect([day.waiting, await day.tasks()]).toEqual([[[1, { delaySeconds: 900 }]], []])
  })
  test('is a call when the morning is too late for it', async () => {
    const day = await openDay('N', 'unexplained')
    expect(await day.dispatch('ladder', '05:30', night)).toEqual([])
    expect([day.waiting, (await day.tasks()).map(({ kind }) => kind)]).toEqual([[], ['call']])
  })
  test('but thanks whoever has just written', async () => {
    const day = await openDay('N', 'answered')
    expect(await day.dispatch('acknowledgement', '06:30')).toHaveLength(1)
  })
})

describe('a contact who has had the day’s number of texts meanwhile', () => {
  const many = async () => {
    const day = await openDay('N', 'unexplained')
    for (let step = 0; step < ordinary.texts.perContactPerDay; step++)
      expect(await day.dispatch('ladder', '10:31', { step: `step-${step}` })).toHaveLength(1)
    return day
  }
  test('is rung, and told of a correction all the same', async () => {
    const day = await many()
    expect(await day.dispatch('unreported', '10:32')).toEqual([])
    expect((await day.tasks()).map(({ kind }) => kind)).toEqual(['call'])
    await day.stand('withdrawn')
    await day.arrive()
    expect(await day.dispatch('correction', '10:33')).toHaveLength(1)
  })
})

describe('a reply that somebody wrote', () => {
  const words = { step: 'r1', written: { by: 's-office', body: 'See you at two.' } }

  test('goes as it was written, once, however often its message comes', async () => {
    const day = await openDay('/', 'arrived')
    expect(await day.dispatch('reply', '10:40', words)).toMatchObject([{ body: 'See you at two.' }])
    expect(await day.dispatch('reply', '10:45', words)).toEqual([])
    expect(await day.tasks()).toEqual([])
  })

  test.each([
    ['while it may still go', '10:46', []],
    ['when it is too late by then', '12:30', ['uncertain-text']],
  ])('and whose process died in the hand-over is never sent again %s', async (_when, time, asked) => {
    const day = await openDay('/', 'arrived')
    await expect(day.dispatch('reply', '10:40', words, true)).rejects.toThrow('the process died')
    expect(await day.dispatch('reply', '10:41', words)).toEqual([])
    expect(await day.dispatch('reply', time, words)).toEqual([])
    expect((await day.tasks()).map(({ kind }) => kind)).toEqual(asked)
    expect(await day.state('reply|r1|AM|mum')).toBe(asked.length > 0 ? 'claimed' : 'uncertain')
  })

  test('and is too late, or about a child on hold, is rung about once', async () => {
    const day = await openDay('/', 'arrived')
    expect(await day.dispatch('reply', '12:30', words)).toEqual([])
    expect(await day.dispatch('reply', '12:35', words)).toEqual([])
    expect(await day.tasks()).toMatchObject([{ kind: 'unsent-reply', about: 'mum', doers: ['lead'] }])
    await day.hold()
    expect(await day.dispatch('reply', '10:50', { ...words, step: 'r2' })).toEqual([])
    expect(await day.tasks()).toHaveLength(2)
  })

  test.each([
    ['a reply without its words', 'reply', {}],
    ['words with a text that no person wrote', 'late', words],
  ])('is told from every other text: %s is refused', async (_what, kind, more) => {
    const day = await openDay('/', 'arrived')
    await expect(day.dispatch(kind, '10:40', more)).rejects.toThrow('a reply has its words with it')
  })
})

describe('a text whose process died in the hand-over, of a provider that can be asked', () => {
  const SLOT = 'unreported|first|AM|mum'
  const died = async () => {
    const day = await openDay('N', 'unexplained')
    await expect(day.dispatch('unreported', '10:31', {}, true)).rejects.toThrow('the process died')
    return day
  }

  test.each([
    ['when the family has told meanwhile', '10:34', (day: Awaited<ReturnType<typeof died>>) => day.stand('reported')],
    ['when the child was put on hold meanwhile', '10:34', (day: Awaited<ReturnType<typeof died>>) => day.hold()],
    ['when it could not go any more', '12:05', async () => undefined],
  ])('is looked for %s', async (_when, time, change) => {
    const day = await died()
    await change(day)
    day.says({ found: 'taken', providerId: 'p9' })
    expect(await day.dispatch('unreported', time)).toEqual([])
    expect([await day.state(SLOT), day.asked.length, await day.tasks()]).toEqual(['accepted', 1, []])
  })

  test('and took nothing of it, is looked for twice and then forgotten, as nobody need be told any more', async () => {
    const day = await died()
    await day.stand('reported')
    day.says({ found: 'none' })
    await day.dispatch('unreported', '10:34')
    expect([await day.state(SLOT), day.waiting]).toEqual(['claimed', [[1, { delaySeconds: 60 }]]])
    await day.dispatch('unreported', '10:35', { lookUps: 1 })
    expect(await day.state(SLOT)).toBeUndefined()
    expect([await day.dispatch('unreported', '10:36'), await day.tasks()]).toEqual([[], []])
  })

  test('is left alone while its lease runs', async () => {
    const day = await died()
    await day.stand('reported')
    day.says({ found: 'none' })
    await day.dispatch('unreported', '10:32')
    expect([await day.state(SLOT), day.asked]).toEqual(['claimed', []])
  })
})

describe('a text that carries a link to the page of the child’s record', () => {
  const pages: Policy = {
    ...ordinary,
    familyPage: { inTexts: true, hours: 48, inLetters: true, letterDays: 28 },
    wordings: { ...ordinary.wordings, unreported: `${ordinary.wordings.unreported} {page}` },
  }

  test('says nothing of anybody in the address, and the link is there before the text goes', async () => {
    const day = await openDay('N', 'unexplained', pages)
    const [text] = await day.dispatch('unreported', '10:31')
    expect(text?.body).toMatch(new RegExp(` https://[^ ]+/p/${TOKEN}$`))
    expect(await day.stores.familyLink(TOKEN)).toMatchObject({
      academy: ACADEMY,
      contactId: 'mum',
      sentTo: text?.to,
      pupils: ['P001'],
      until: '2026-01-14T10:31:00.000Z',
    })
  })

  test('counts its letters towards the parts of the text', async () => {
    // 147 letters: one part, but for a link.
    const almostFull = `{names} ${'a'.repeat(140)}`
    const parts = async (policy: Policy, unreported: string): Promise<number> => {
      const wordings = { ...policy.wordings, unreported }
      const { stores, dispatch } = await openDay('N', 'unexplained', { ...policy, wordings })
      await dispatch('unreported', '10:31')
      const texts = (await stores.card(ACADEMY, DATE, 'P001'))?.texts ?? {}
      return Object.values(texts)[0]?.parts ?? 0
    }
    expect([await parts(ordinary, almostFull), await parts(pages, `${almostFull} {page}`)]).toEqual([1, 2])
  })

  test('asks a neighbour to ring, without a link', async () => {
    const day = await openDay('N', 'unexplained', pages)
    const [text] = await day.dispatch('unreported', '10:31', { ringOnly: true })
    expect(text?.body).not.toContain('/p/')
    expect(await day.stores.familyLink(TOKEN)).toBeUndefined()
  })

  test('carries none where the policy says so, as shipped', async () => {
    const day = await openDay('N', 'unexplained')
    const [text] = await day.dispatch('unreported', '10:31')
    expect(text?.body).not.toContain('/p/')
    expect(await day.stores.familyLink(TOKEN)).toBeUndefined()
  })
})
