import { expect, test } from 'vitest'
import type { World } from '../../shared/ports/world.ts'
import { springbankPolicy } from '../../test/support/policies.ts'
import { AT, act, SCHOOL } from '../../test/support/stored-examples.ts'
import { freshStores } from '../../test/support/stores.ts'
import { make } from './handler.ts'

const ROLL =
  'pupilId,forename,surname,dateOfBirth,yearGroup,class,admitted\nP1,Amelia,Example,2017-05-04,3,3B,2021-09-02\n'

const schoolWith = async (files: Readonly<Record<string, string>>) => {
  const { stores, table } = await freshStores()
  await stores.policies.publish(SCHOOL, { version: 'v1', policy: springbankPolicy, from: '2025-09-01' }, act())
  // What an import never asks of the world is left out.
  const world = {
    env: { TABLE: table, FILES_BUCKET: 'files', PHONES_SECRET: 'phones' },
    clock: { now: () => AT },
    log: { write: () => {} },
    stores: () => stores,
    files: () => ({
      get: async (path: string) => (files[path] === undefined ? undefined : new TextEncoder().encode(files[path])),
    }),
  } as unknown as World
  const handle = make(world)
  const bring = (...bodies: readonly unknown[]) =>
    handle(
      { Records: bodies.map((body, index) => ({ messageId: `m${index}`, body: JSON.stringify(body) })) } as never,
      {} as never,
    )
  return { stores, bring }
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
