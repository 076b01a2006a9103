/** A family explains days gone by in a reply, and the office confirms it: which marks change, in whose words, and what becomes of the case. */
import { beforeEach, describe, expect, test } from 'vitest'
import type { Reply } from '../../shared/domain/known.ts'
import { type ApiSchool, MONDAY, openApiSchool, SCHOOL } from '../support/school-api.ts'
import { aContact, act } from '../support/stored-examples.ts'

const THURSDAY = '2026-01-08'
const FRIDAY = '2026-01-09'

let school: ApiSchool

const about = (id: string, from: string, until: string, code?: 'I'): Reply => ({
  id,
  date: MONDAY,
  at: `${MONDAY}T08:20:00.000Z`,
  version: 1,
  contactId: 'c101',
  pupils: ['k01'],
  reading: { kind: 'reason', confidence: 'low', because: ['poorly'], from, until, named: [], ...(code && { code }) },
  state: 'proposed',
  outOfHours: false,
})

const said = (reply: Reply, words: string) => school.stores.keepReply(SCHOOL, reply, words, act())
const confirm = (id: string, body = {}) => school.ask('office', 'POST', `replies/${id}/confirm`, body)

const markOf = async (date: string) => {
  const register = await school.stores.register(SCHOOL, date, 'AM', '3b')
  return register?.marks.k01
}
const openCases = async () => (await school.stores.open(SCHOOL)).cases.filter(({ pupil }) => pupil === 'k01')

/** Amelia was missing on Thursday and Friday, and nobody could say where she was. */
beforeEach(async () => {
  school = await openApiSchool()
  await school.stores.roll.stage(SCHOOL, 2, { file: 'contacts', byPupil: { k01: [aContact({ contactId: 'c101' })] } })
  await school.stores.roll.goLive(SCHOOL, 'contacts', 1, 2, undefined, act())
  for (const date of [THURSDAY, FRIDAY]) {
    const taken = { classId: '3b', date, version: 1, submitted: true, asOf: `${date}T09:15:00.000Z` } as const
    const marks = { k01: { code: 'N', source: 'close' } } as const
    await school.stores.saveRegister(SCHOOL, { ...taken, session: 'AM', marks }, 0, act())
  }
  await school.stores.openCase(
    SCHOOL,
    { caseId: 'k1', pupil: 'k01', opened: THURSDAY, version: 1, days: [THURSDAY, FRIDAY], steps: [], visits: [] },
    act(),
  )
})

describe('the case of a child who was missing for two days', () => {
  test('goes on while one of the days is not explained, and ends with the last', async () => {
    await said(about('r1', FRIDAY, FRIDAY, 'I'), 'she was poorly on friday')
    expect((await confirm('r1')).body).toMatchObject({ state: 'confirmed', code: 'I' })
    expect([(await markOf(THURSDAY))?.code, (await markOf(FRIDAY))?.code]).toEqual(['N', 'I'])
    expect(await openCases()).toHaveLength(1)
    await said(about('r2', THURSDAY, THURSDAY, 'I'), 'thursday too')
    await confirm('r2')
    expect((await markOf(THURSDAY))?.code).toBe('I')
    expect(await openCases()).toEqual([])
  })

  test('ends with one reply that explains both', async () => {
    await said(about('r1', THURSDAY, FRIDAY, 'I'), 'she was poorly')
    await confirm('r1')
    expect(await openCases()).toEqual([])
  })

  test('ends when the family has said why, although the school still owes the codes', async () => {
    await said(about('r1', FRIDAY, FRIDAY), 'we were away on friday')
    await confirm('r1')
    expect(await openCases()).toHaveLength(1)
    await said(about('r2', THURSDAY, THURSDAY), 'and on thursday')
    await confirm('r2')
    expect([(await markOf(THURSDAY))?.code, (await markOf(FRIDAY))?.code]).toEqual(['N', 'N'])
    expect(await openCases()).toEqual([])
  })
})

test('a code that needs a note carries the family’s own words into the register, and no act has them', async () => {
  await said(about('r1', THURSDAY, FRIDAY), 'the river was over our road')
  await confirm('r1', { code: 'Y7' })
  expect(await markOf(FRIDAY)).toMatchObject({ code: 'Y7', note: 'the river was over our road' })
  expect(JSON.stringify(school.acts)).not.toContain('river')
})

test('words longer than a note are cut off in the register, and whole in the reply', async () => {
  const words = `the river was over our road ${'and over the bridge '.repeat(20)}`
  await said(about('r1', FRIDAY, FRIDAY), words)
  await confirm('r1', { code: 'Y7' })
  expect((await markOf(FRIDAY))?.note).toHaveLength(200)
  expect(await school.stores.replyWords(SCHOOL, MONDAY, 'r1')).toBe(words)
})

test('an emoji where the note ends is not cut in half', async () => {
  await said(about('r1', FRIDAY, FRIDAY), `${'x'.repeat(199)}🌊 the river`)
  await confirm('r1', { code: 'Y7' })
  const { note = '' } = (await markOf(FRIDAY)) ?? {}
  expect([note.length, note.isWellFormed()]).toEqual([200, true])
})
