import { expect, test } from 'vitest'
import { importFile } from '../../functions/import/use-case.ts'
import { openApiSchool, SCHOOL } from '../support/school-api.ts'

const NEW_ROLL = [
  'pupilId,forename,surname,dateOfBirth,yearGroup,class,admitted',
  ...Array.from({ length: 230 }, (_, index) => `N${index + 100},Amelia,Example,2017-05-04,3,3B,2025-09-02`),
].join('\n')

test('the office asks to see, reads the differences page by page, and confirms them', async () => {
  const { ask, world, stores } = await openApiSchool()
  const sent = await ask('office', 'POST', 'imports/roll?preview=true', NEW_ROLL)
  expect(sent.status).toBe(202)
  const request = world.sent.at(-1)?.message as Parameters<typeof importFile>[0]
  expect(request).toMatchObject({ preview: true })
  const ports = { stores, files: world.files('files'), log: world.log, now: () => world.clock.now() }
  const read = async (more: object = {}) =>
    importFile(
      { ...request, ...more, bytes: (await world.files('files').get(request.path)) ?? new Uint8Array() },
      ports,
    )
  await read()
  const id = String(sent.body.id)
  expect((await ask('office', 'GET', `imports/${id}`)).body).toMatchObject({
    state: 'held',
    differences: { counts: { added: 230, removed: 6 } },
  })
  const found: string[] = []
  let cursor = ''
  do {
    const page = await ask('office', 'GET', `imports/${id}/differences?kind=added${cursor}`)
    found.push(...page.body.items.map(({ of }: { of: string }) => of))
    cursor = page.body.next ? `&cursor=${page.body.next}` : ''
  } while (cursor !== '')
  expect(new Set(found).size).toBe(230)
  expect((await ask('office', 'GET', `imports/${id}/differences?kind=removed`)).body.items).toHaveLength(6)
  expect((await ask('teacher', 'GET', `imports/${id}/differences`)).status).toBe(403)
  expect((await ask('office', 'GET', `imports/${id}/differences?kind=lost`)).status).toBe(422)
  expect((await ask('office', 'POST', `imports/${id}/confirm`)).status).toBe(202)
  expect(world.sent.at(-1)?.message).toMatchObject({ importId: id, confirmedBy: 's-office', preview: true })
  await read({ confirmedBy: 's-office' })
  expect((await ask('office', 'GET', `imports/${id}`)).body).toMatchObject({ state: 'live', confirmedBy: 's-office' })
  expect((await stores.roll.roster(SCHOOL, '3b')).length).toBe(230)
})

test('what is confirmed while nobody can be asked to read it waits as before, and may be confirmed again', async () => {
  const { ask, world, stores } = await openApiSchool()
  const { body } = await ask('office', 'POST', 'imports/roll?preview=true', NEW_ROLL)
  const request = world.sent.at(-1)?.message as Parameters<typeof importFile>[0]
  const files = world.files('files')
  const bytes = (await files.get(request.path)) ?? new Uint8Array()
  await importFile({ ...request, bytes }, { stores, files, log: world.log, now: () => world.clock.now() })
  const { queue } = world
  const away = async () => {
    throw new Error('The queue is away')
  }
  Object.assign(world, { queue: () => ({ send: away }) })
  expect((await ask('office', 'POST', `imports/${body.id}/confirm`)).status).toBe(500)
  const differences = { counts: { added: 230 } }
  expect((await ask('office', 'GET', `imports/${body.id}`)).body).toMatchObject({ state: 'held', differences })
  Object.assign(world, { queue })
  expect((await ask('office', 'POST', `imports/${body.id}/confirm`)).status).toBe(202)
  expect((await ask('office', 'GET', `imports/${body.id}`)).body).toMatchObject({ state: 'waiting' })
  world.turnTo('2026-01-12T23:00:00.000Z')
  expect((await ask('office', 'GET', `imports/${body.id}`)).body).toMatchObject({ state: 'failed' })
})

test('an import of which nothing was shown has no differences to read', async () => {
  const { ask } = await openApiSchool()
  const { body } = await ask('office', 'POST', 'imports/roll', NEW_ROLL)
  expect(await ask('office', 'GET', `imports/${body.id}/differences`)).toMatchObject({
    status: 422,
    body: { code: 'no-differences' },
  })
})
