import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import type { Policy } from '../../academies/policy.ts'
import { fromSource, type LoadFolder } from '../../local/functions.ts'
import type { World } from '../../shared/ports/world.ts'
import { openSchool, type School } from './support/school.ts'

/** Our hooks as they are while a queue or a secret cannot be reached. */
interface Trouble {
  isOn: boolean
  /** How often a provider called about a parent's text. */
  calls: number
}

const Module = z.object({ make: z.custom<(world: World) => (event: unknown, context: unknown) => Promise<unknown>>() })

const failingHooks =
  (trouble: Trouble): LoadFolder =>
  async (folder) => {
    const { make } = Module.parse(await fromSource(folder))
    if (folder !== 'hooks') return { make }
    return {
      make: (world: World) => {
        const run = make(world)
        return async (event: { readonly routeKey: string }, context: unknown) => {
          if (/received|sms/.test(event.routeKey)) trouble.calls++
          return trouble.isOn ? { statusCode: 500 } : run(event, context)
        }
      },
    }
  }

const withProvider = async (
  provider: Policy['texts']['provider'],
  story: (school: School) => Promise<void>,
  load?: LoadFolder,
): Promise<void> => {
  const school = await openSchool({
    ...(load ? { load } : {}),
    change: (loaded) => ({
      ...loaded,
      policy: { ...loaded.policy, texts: { ...loaded.policy.texts, provider, account: 'trust' } },
    }),
  })
  try {
    await school.clock.to('09:05')
    await school.takeRegister('3B', 'AM', { absent: ['P001'] })
    await story(school)
  } finally {
    await school.close()
  }
}

describe.each(['end-user-messaging', 'sns', 'notify', 'twilio'] as const)('a school that texts by %s', (provider) => {
  test('texts once at 10:30, hears that it arrived, and reads the answer', () =>
    withProvider(provider, async (school) => {
      await school.clock.to('10:30')
      const [text, ...more] = await school.texts('unreported')
      expect([text?.state, more]).toEqual(['accepted', []])
      if (!text) return
      await school.receipt(text, 'delivered')
      expect(await school.timeline('text-delivered')).toHaveLength(1)
      await school.reply(text.to, 'she has a temperature')
      const { body } = await school.api('office', 'GET', 'replies')
      expect(body).toMatchObject({ replies: [{ state: 'proposed', pupils: ['P001'], reading: { code: 'I' } }] })
      await school.clock.to('12:29')
      expect(await school.tasks('call')).toEqual([])
    }))
  test('goes on to the call list when the text could not be delivered', () =>
    withProvider(provider, async (school) => {
      await school.clock.to('10:31')
      for (const text of await school.texts('unreported')) await school.receipt(text, 'failed')
      for (const text of await school.texts('unreported')) await school.receipt(text, 'failed')
      await school.clock.to('10:40')
      expect((await school.tasks('call')).map((task) => task.pupils)).toEqual([['P001']])
    }))
})

describe.each(['notify', 'twilio'] as const)('a parent’s text to a school that texts by %s', (provider) => {
  const replies = async (school: School) => {
    const { body } = await school.api('office', 'GET', 'replies')
    return (body as { replies: readonly { state: string; words: string }[] }).replies.map(({ state, words }) => [
      words,
      state,
    ])
  }
  test('whose call never came is found in the provider’s list within a quarter of an hour, and heard once', () =>
    withProvider(provider, async (school) => {
      await school.clock.to('10:31')
      school.faults({ callbacks: 'lost', twice: true })
      await school.reply('+447700900001', 'she has a temperature')
      expect(await replies(school)).toEqual([])
      await school.clock.to('10:46')
      expect(await replies(school)).toEqual([['she has a temperature', 'proposed']])
      await school.clock.to('12:31')
      expect(await replies(school)).toHaveLength(1)
      expect((await school.tasks('confirm-reply')).filter(({ urgent }) => !urgent)).toHaveLength(1)
    }))
  test('whose call came is not heard again', () =>
    withProvider(provider, async (school) => {
      await school.clock.to('10:31')
      await school.reply('+447700900001', 'she has a temperature')
      await school.clock.to('11:31')
      expect(await replies(school)).toHaveLength(1)
      expect(await school.timeline('reply-kept')).toHaveLength(1)
    }))
})

describe.each(['notify', 'twilio'] as const)('a text by %s whose receipt never comes', (provider) => {
  const opened = (story: (school: School) => Promise<void>) =>
    withProvider(provider, async (school) => {
      school.faults({ callbacks: 'lost', twice: true })
      await school.clock.to('10:31')
      await story(school)
    })
  const received = async (school: School, state: 'delivered' | 'failed') => {
    for (const text of await school.texts('unreported')) await school.receipt(text, state)
  }
  test('is asked after before the wait is over: it arrived, and nobody is asked to ring', () =>
    opened(async (school) => {
      await received(school, 'delivered')
      expect(await school.timeline('text-delivered')).toEqual([])
      await school.clock.to('10:46')
      expect(await school.timeline('text-delivered')).toHaveLength(1)
      await school.clock.to('12:29')
      expect([await school.tasks('call'), (await school.texts('unreported')).length]).toEqual([[], 1])
    }))
  test('and never reached the phone, is a call at once', () =>
    opened(async (school) => {
      await received(school, 'failed')
      await school.clock.to('10:44')
      expect(await school.tasks('call')).toEqual([])
      await school.clock.to('10:47')
      expect((await school.tasks('call')).map(({ pupils }) => pupils)).toEqual([['P001']])
    }))
  test('and of which the provider knows no more either, is a call when the wait is over', () =>
    opened(async (school) => {
      await school.clock.to('10:49')
      expect(await school.tasks('call')).toEqual([])
      await school.clock.to('10:56')
      expect(await school.tasks('call')).toHaveLength(1)
      await received(school, 'delivered')
      await school.clock.to('11:01')
      expect((await school.tasks('call')).filter(({ state }) => state === 'open')).toEqual([])
    }))
})

describe('a parent’s text that comes while our hook is in trouble', () => {
  const said = 'she has a temperature'
  const withTrouble = async (
    provider: Policy['texts']['provider'],
    story: (school: School, trouble: Trouble) => Promise<void>,
  ) => {
    const trouble: Trouble = { isOn: false, calls: 0 }
    await withProvider(provider, (school) => story(school, trouble), failingHooks(trouble))
  }
  const words = async (school: School) => {
    const { body } = await school.api('office', 'GET', 'replies')
    return (body as { replies: readonly { words: string }[] }).replies.map((reply) => reply.words)
  }
  test('Twilio calls once and no more: it is found in its list, and heard once', () =>
    withTrouble('twilio', async (school, trouble) => {
      await school.clock.to('10:31')
      trouble.isOn = true
      await school.reply('+447700900001', said)
      trouble.isOn = false
      await school.clock.to('10:44')
      expect([trouble.calls, await words(school)]).toEqual([1, []])
      await school.clock.to('10:46')
      expect(await words(school)).toEqual([said])
      await school.clock.to('12:29')
      expect([trouble.calls, await words(school), await school.tasks('call')]).toEqual([1, [said], []])
    }))
  test('GOV.UK Notify calls again after five minutes, and it is heard once', () =>
    withTrouble('notify', async (school, trouble) => {
      await school.clock.to('10:31')
      trouble.isOn = true
      await school.reply('+447700900001', said)
      trouble.isOn = false
      await school.clock.to('10:37')
      expect([trouble.calls, await words(school)]).toEqual([2, [said]])
      await school.clock.to('11:01')
      expect(await words(school)).toEqual([said])
    }))
})

describe('a text of which nobody knows whether it went', () => {
  test('by GOV.UK Notify is looked for, found, and never sent again', () =>
    withProvider('notify', async (school) => {
      school.faults({ provider: 'slow' })
      await school.clock.to('10:30')
      school.faults({})
      await school.clock.to('10:45')
      expect(await school.texts('unreported')).toHaveLength(1)
      expect(await school.timeline('text-accepted')).toHaveLength(1)
      expect(await school.tasks('uncertain-text')).toEqual([])
    }))
  test('by GOV.UK Notify is looked for twice, is nowhere, and is sent once', () =>
    withProvider('notify', async (school) => {
      school.faults({ provider: 'broken' })
      await school.clock.to('10:30')
      school.faults({})
      await school.clock.to('10:32')
      expect(await school.texts('unreported')).toEqual([])
      await school.clock.to('10:40')
      expect(await school.texts('unreported')).toHaveLength(1)
      expect(await school.tasks('uncertain-text')).toEqual([])
    }))
  test('by Notify that gives no answer either is one task for a person', () =>
    withProvider('notify', async (school) => {
      school.faults({ provider: 'slow' })
      await school.clock.to('10:30')
      school.faults({ provider: 'down' })
      await school.clock.to('10:50')
      expect(await school.texts('unreported')).toHaveLength(1)
      expect(await school.tasks('uncertain-text')).toHaveLength(1)
    }))
  test.each(['end-user-messaging', 'sns', 'twilio'] as const)(
    'by %s, which cannot be asked, is one task for a person at once',
    (provider) =>
      withProvider(provider, async (school) => {
        school.faults({ provider: 'slow' })
        await school.clock.to('10:33')
        expect(await school.texts('unreported')).toHaveLength(1)
        expect(await school.tasks('uncertain-text')).toHaveLength(1)
      }),
  )
})
