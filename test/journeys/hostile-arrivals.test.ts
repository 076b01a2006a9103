/** What arrives by itself, and not by the API: messages of no agreed shape, and texts that are anything at all. */
import type { Context } from 'aws-lambda'
import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { make as dispatch } from '../../functions/dispatch/handler.ts'
import { make as importing } from '../../functions/import/handler.ts'
import { make as inboundText } from '../../functions/inbound-text/handler.ts'
import { make as lookAgain } from '../../functions/look-again/handler.ts'
import { make as receipts } from '../../functions/receipts/handler.ts'
import { make as sweep } from '../../functions/sweep/handler.ts'
import type { Stores } from '../../shared/ports/stores.ts'
import { testWorld } from '../support/test-world.ts'
import { mobile } from './support/people.ts'
import { openSchool, type School } from './support/school.ts'

const ENV = {
  TABLE: 'table',
  FILES_BUCKET: 'files',
  TEXTS_QUEUE_URL: 'texts',
  IMPORTS_QUEUE_URL: 'imports',
  LETTERS_QUEUE_URL: 'letters',
  EVIDENCE_BUCKET: 'evidence',
  EVIDENCE_KEYS_BUCKET: 'evidence-keys',
  EVIDENCE_QUEUE_URL: 'evidence',
  LOOK_QUEUE_ARN: 'look',
  TIMERS_ROLE_ARN: 'timers',
  ACCOUNTS_SECRET: 'accounts',
  CONFIGURATION_SET: 'firstbell',
  PHONES_SECRET: 'phones',
  TRIES: '5',
}

/** A world whose record nobody may touch. */
const untouched = () =>
  testWorld({
    env: ENV,
    now: '2026-01-12T10:31:00.000Z',
    stores: () => {
      const refuse = new Proxy({}, { get: () => () => Promise.reject(new Error('the record was asked')) })
      return new Proxy({}, { get: () => refuse }) as Stores
    },
  })

const SECRET = 'Siân Hidden'
const anything = fc.oneof(
  fc.json(),
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.jsonValue().map((value) => JSON.stringify({ academy: 'springbank', pupils: [SECRET], value })),
  fc.jsonValue().map((value) => JSON.stringify({ Type: 'Notification', Message: JSON.stringify({ value, SECRET }) })),
)

describe('a message without the agreed shape', () => {
  test.each([
    ['inbound-text', inboundText],
    ['receipts', receipts],
    ['dispatch', dispatch],
    ['look-again', lookAgain],
    ['import', importing],
  ])('to %s comes again and ends in the dead letters: nothing is changed, and its words are in no log', (_name, make) =>
    fc.assert(
      fc.asyncProperty(anything, async (body) => {
        const world = untouched()
        const event = { Records: [{ messageId: 'm1', body, attributes: { ApproximateReceiveCount: '1' } }] }
        const answer = await make(world)(event as never, {} as Context)
        expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: 'm1' }] })
        expect([world.sent, world.looks, [...world.kept]]).toEqual([[], [], []])
        expect(world.logged.join()).not.toContain(SECRET)
      }),
      { numRuns: 60 },
    ),
  )
  test('to the sweep is an error that Lambda keeps', () =>
    fc.assert(
      fc.asyncProperty(fc.jsonValue(), async (event) => {
        await expect(sweep(untouched())(event, {} as Context)).rejects.toThrow('agreed shape')
      }),
      { numRuns: 30 },
    ))
})

describe('a text to the school', () => {
  let school: School
  beforeAll(async () => {
    school = await openSchool()
    await school.clock.to('09:05')
    await school.takeRegister('3B', 'AM', { absent: ['P001'] })
    await school.clock.to('10:31')
  })
  // Closing looks through every log line for what was written.
  afterAll(() => school.close())

  test.each([
    ['ten kilobytes', 'she is not '.repeat(930)],
    ['emoji only', '😀👩‍👩‍👧🏴󠁧󠁢󠁷󠁬󠁳󠁿'],
    ['right-to-left, with marks that turn it round', '\u202eابنتي مريضة\u202c \u2066lli si ehs\u2069'],
    ['control characters', 'she\u0000 is\u001b[31m not\u0007 here\u007f'],
    ['a broken surrogate pair', 'not \ud83d here'],
    ['markup and commands', "<script>alert('x')</script> {{pupil}} $(now) '; DROP TABLE pupils"],
  ])('of %s is kept as it came and read by a person; the child is still missing', async (_what, words) => {
    const before = (await school.tasks('unread')).length
    await school.reply(mobile('001'), words)
    const { body } = await school.api('office', 'GET', 'replies?date=2026-01-12')
    const { replies } = body as { replies: readonly { words: string; state: string }[] }
    expect(replies.at(-1)).toMatchObject({ words: words.toWellFormed(), state: 'unread' })
    expect(await school.tasks('unread')).toHaveLength(before + 1)
    expect(school.stack.queues.deadLetters()).toEqual([])
  })
  test('whatever it says, is kept, and sends the family nothing but one thanks a day', () =>
    fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', minLength: 1, maxLength: 80 }), async (words) => {
        await school.reply(mobile('001'), words)
        expect(school.stack.queues.deadLetters()).toEqual([])
        const toFamilies = (await school.texts()).filter(({ kind }) => kind !== 'page')
        expect(toFamilies.filter(({ kind }) => kind !== 'acknowledgement')).toHaveLength(1)
        expect(toFamilies.length).toBeLessThanOrEqual(2)
      }),
      { numRuns: 15 },
    ))
})
