/** Functions that fail as deployed ones do: Lambda tries again, what failed for good is kept, and somebody hears of it. */
import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { fromSource, type LoadFolder } from '../../local/functions.ts'
import { readTrust } from '../../local/open-trust.ts'
import { readStacks } from '../../local/template.ts'
import { trustTemplates } from '../../local/templates.ts'
import type { World } from '../../shared/ports/world.ts'
import { openSchool, type School } from './support/school.ts'

type Handler = (event: unknown, context: unknown) => Promise<unknown>
const Module = z.object({ make: z.custom<(world: World) => Handler>((made) => typeof made === 'function') })

/** The 10:30 sweep of the school fails as many times before it works. */
const failing = (times: number): LoadFolder => {
  let failed = 0
  return async (folder) => {
    const { make } = Module.parse(await fromSource(folder))
    if (folder !== 'sweep') return { make }
    return {
      make: (world: World) => {
        const run = make(world)
        const fails: Handler = async (event, context) => {
          const isIt = /springbank.*unreported-absence/.test(JSON.stringify(event))
          if (isIt && failed++ < times) throw new Error('the record cannot be reached')
          return run(event, context)
        }
        return fails
      },
    }
  }
}

const withSchool = async (load: LoadFolder, story: (school: School) => Promise<void>): Promise<void> => {
  const school = await openSchool({ load })
  try {
    await school.clock.to('09:05')
    await school.takeRegister('3B', 'AM', { absent: ['P001'] })
    await story(school)
  } finally {
    await school.close()
  }
}

const sentAt = async (school: School) => (await school.texts('unreported')).map(({ at }) => at.slice(11, 16))

/** Queues with an alarm on what they hold. */
const watchedQueues = async (): Promise<readonly string[]> => {
  const Alarm = z.object({
    MetricName: z.string(),
    Dimensions: z.array(z.object({ Name: z.string(), Value: z.string() })).default([]),
    AlarmActions: z.array(z.unknown()).min(1),
  })
  return readStacks(await trustTemplates(readTrust()))
    .ofType('AWS::CloudWatch::Alarm')
    .flatMap(({ properties }) => Alarm.safeParse(properties).data ?? [])
    .filter(({ MetricName }) => MetricName === 'ApproximateNumberOfMessagesVisible')
    .flatMap(({ Dimensions }) => Dimensions.map(({ Value }) => Value))
}

describe('a 10:30 sweep', () => {
  test('that fails twice works at the third try, three minutes later; nobody has to do anything', () =>
    withSchool(failing(2), async (school) => {
      await school.clock.to('10:32')
      expect(await sentAt(school)).toEqual([])
      await school.clock.to('12:00')
      expect(await sentAt(school)).toEqual(['10:33'])
      expect(await school.tasks('late-sweep')).toEqual([])
      expect(school.stack.queues.deadLetters()).toEqual([])
    }))

  test('that fails always is kept in dead letters with an alarm, and the watchdog does its work and tells the office', () =>
    withSchool(failing(Number.POSITIVE_INFINITY), async (school) => {
      await school.clock.to('10:35')
      const [dead, ...others] = school.stack.queues.deadLetters()
      expect(others).toEqual([])
      expect(dead?.bodies.map((body) => JSON.parse(body))).toMatchObject([
        {
          requestContext: { condition: 'RetriesExhausted', approximateInvokeCount: 3 },
          requestPayload: { academy: 'springbank', sweep: 'unreported-absence', scheduledTime: '2026-01-12T10:30:00Z' },
        },
      ])
      expect(await watchedQueues()).toContain(dead?.queue)
      expect(await sentAt(school)).toEqual([])
      await school.clock.to('10:45')
      expect(await sentAt(school)).toEqual(['10:40'])
      expect(await school.tasks('late-sweep')).toMatchObject([{ doers: ['office', 'lead'], urgent: true }])
    }))

  test('that Scheduler cannot hand over at first is handed over when it can, within the lateness that texts bear', () =>
    withSchool(fromSource, async (school) => {
      await school.clock.to('10:29')
      school.faults({ unreachable: ['sweep'] })
      await school.clock.to('10:32')
      school.faults({})
      await school.clock.to('10:39')
      expect(await sentAt(school)).toEqual(['10:33'])
      expect(school.stack.queues.deadLetters()).toEqual([])
    }))

  test('that Scheduler can never hand over is kept in dead letters with an alarm', () =>
    withSchool(fromSource, async (school) => {
      await school.clock.to('10:29')
      school.faults({ unreachable: ['sweep'] })
      await school.clock.to('11:05')
      const queues = school.stack.queues.deadLetters()
      expect(queues.flatMap(({ bodies }) => bodies).join()).toContain('unreported-absence')
      const watched = await watchedQueues()
      for (const { queue } of queues) expect(watched).toContain(queue)
      expect(await sentAt(school)).toEqual(['10:40'])
    }))
})
