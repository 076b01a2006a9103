import { expect, test } from 'vitest'
import { MOST_FILE_BYTES } from '../../shared/domain/imports/file-size.ts'
import type { World } from '../../shared/ports/world.ts'
import { springbankPolicy } from '../../test/support/policies.ts'
import { AT, act, SCHOOL } from '../../test/support/stored-examples.ts'
import { freshStores } from '../../test/support/stores.ts'
import { make } from './handler.ts'

const ROLL =
  'pupilId,forename,surname,dateOfBirth,yearGroup,class,admitted\nP1,Amelia,Example,2017-05-04,3,3B,2021-09-02\n'

const asksNothing = async (): Promise<never> => {
  throw new Error('this school asks nothing')
}

const schoolWith = async (files: Readonly<Record<string, string>>) => {
  const { stores, table } = await freshStores()
  await stores.policies.publish(SCHOOL, { version: 'v1', policy: springbankPolicy, from: '2025-09-01' }, act())
  // What an import never asks of the world is left out.
  const broken = { files: false }
  const world = {
    env: {
      TABLE: table,
      FILES_BUCKET: 'files',
      PHONES_SECRET: 'phones',
      IMPORTS_QUEUE_URL: 'imports',
      ACCOUNTS_SECRET: 'accounts',
      TRIES: '5',
    },
    clock: { now: () => AT },
    log: { write: () => {} },
    stores: () => stores,
    queue: () => ({ send: asksNothing }),
    secrets: { read: asksNothing },
    files: () => ({
      getUpTo: async (path: string, most: number) => {
        if (broken.files) throw new Error('the store of files does not answer')
        if ((files[path]?.length ?? 0) > most) return 'too-large'
        return files[path] === undefined ? undefined : new TextEncoder().encode(files[path])
      },
    }),
  } as unknown as World
  const handle = make(world)
  const bringFor = (time: number, ...bodies: readonly unknown[]) => {
    const attributes = { ApproximateReceiveCount: String(time) }
    const Records = bodies.map((body, index) => ({ messageId: `m${index}`, body: JSON.stringify(body), attributes }))
    return handle({ Records } as never, {} as never)
  }
  return { stores, broken, bringFor, bring: (...bodies: readonly unknown[]) => bringFor(1, ...bodies) }
}

test('a file the API was given goes live, and one that was uploaded too', async () => {
  const path = `uploads/${SCHOOL}/calendar/i2`
  const school = await schoolWith({ 'imports/roll': ROLL, [path]: 'date,kind\n2026-01-05,inset\n' })
  const asked = { academy: SCHOOL, importId: 'i1', file: 'roll', path: 'imports/roll', asOf: AT }
  const arrived = { Records: [{ eventTime: AT, s3: { object: { key: path } } }] }
  await expect(school.bring(asked, arrived, { Event: 's3:TestEvent' })).resolves.toEqual({ batchItemFailures: [] })
  await expect(school.stores.importReport(SCHOOL, 'i1')).resolves.toMatchObject({ state: 'live', rows: 1 })
  await expect(school.stores.importReport(SCHOOL, 'i2')).resolves.toMatchObject({ state: 'live', rows: 1 })
})

test('a file that is gone is reported, and a message of another shape goes to the dead letters', async () => {
  const school = await schoolWith({})
  const asked = { academy: SCHOOL, importId: 'i1', file: 'roll', path: 'imports/roll', asOf: AT }
  const answer = await school.bring(asked, { academy: SCHOOL, file: 'diary' })
  expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: 'm1' }] })
  await expect(school.stores.importReport(SCHOOL, 'i1')).resolves.toMatchObject({ state: 'failed' })
})

test('a file that is larger than is read is refused unread, with what to do, and what was live is live still', async () => {
  const path = `uploads/${SCHOOL}/roll/i2`
  const school = await schoolWith({ 'imports/roll': ROLL, [path]: ROLL + ' '.repeat(MOST_FILE_BYTES) })
  await school.bring({ academy: SCHOOL, importId: 'i1', file: 'roll', path: 'imports/roll', asOf: AT })
  const arrived = { Records: [{ eventTime: AT, s3: { object: { key: path } } }] }
  await expect(school.bring(arrived)).resolves.toEqual({ batchItemFailures: [] })
  await expect(school.stores.importReport(SCHOOL, 'i2')).resolves.toMatchObject({
    state: 'refused',
    rows: 0,
    problems: [{ line: 0, what: expect.stringContaining('40 MB'), remedy: expect.stringContaining('shorter time') }],
  })
  expect((await school.stores.roll.live(SCHOOL)).generations.roll).toBe(1)
})

test('a file that cannot be taken in is tried again, and after the last try its report says what to do', async () => {
  const school = await schoolWith({ 'imports/roll': ROLL })
  const asked = { academy: SCHOOL, importId: 'i1', file: 'roll', path: 'imports/roll', asOf: AT }
  const state = async () => (await school.stores.importReport(SCHOOL, 'i1'))?.state
  school.broken.files = true
  for (const time of [1, 2, 3, 4]) {
    expect(await school.bringFor(time, asked)).toEqual({ batchItemFailures: [{ itemIdentifier: 'm0' }] })
    expect(await state()).not.toBe('failed')
  }
  expect(await school.bringFor(5, asked)).toEqual({ batchItemFailures: [{ itemIdentifier: 'm0' }] })
  expect(await school.stores.importReport(SCHOOL, 'i1')).toMatchObject({
    state: 'failed',
    problems: [{ line: 0, remedy: expect.stringContaining('Import the file again') }],
  })
  school.broken.files = false
  await school.bringFor(1, asked)
  expect(await state()).toBe('live')
})

test('the night’s word that the school’s own system is to be asked asks nothing of a school that has it off', async () => {
  const school = await schoolWith({})
  const asked = { academy: SCHOOL, mis: 'wonde', date: AT.slice(0, 10) }
  await expect(school.bring(asked)).resolves.toEqual({ batchItemFailures: [] })
  await expect(school.stores.open(SCHOOL)).resolves.toMatchObject({ tasks: [] })
})
