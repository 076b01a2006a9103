/** A child leaves by an import, and another import clears the roll they stood on: leavers are who most often ends in court. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readPages } from '../../shared/adapters/letters/read-marks.ts'
import { readPdf } from '../../shared/adapters/letters/read-pdf.ts'
import { unzip } from '../support/unzip.ts'
import { classOf, contactsFile, rollFile } from './support/people.ts'
import { openSchool, type School } from './support/school.ts'

const MONDAY = '2026-01-12'
const TUESDAY = '2026-01-13'
const SPAN = `from=${MONDAY}&until=${TUESDAY}`
const all = classOf('3B')
const stay = all.filter(({ id }) => id !== 'P007')

let school: School
let folder: string

/** Every roll that comes takes the place of the last, and clears away the one before that. */
const importRoll = async (pupils: typeof all): Promise<void> => {
  await school.load('roll', rollFile(pupils))
  await school.load('contacts', contactsFile(pupils))
}

beforeAll(async () => {
  school = await openSchool({ date: MONDAY, pupils: all })
  await school.clock.to('09:05')
  await school.takeRegister('3B', 'AM', { absent: ['P007'] })
  await school.clock.to('10:35')
  await school.rings('P007')
  await school.clock.to(`${TUESDAY} 08:00`)
  await importRoll(stay)
  // So far back that neither the live roll nor the one before it names the child.
  await importRoll(stay.map((child) => ({ ...child, more: { ...child.more, senStatus: 'K' } })))
  await importRoll(stay.map((child) => ({ ...child, more: { ...child.more, senStatus: 'E' } })))
  await school.clock.to('2026-01-15 08:00')
  folder = mkdtempSync(join(tmpdir(), 'firstbell-leaver-'))
})
afterAll(async () => {
  await school.close()
  rmSync(folder, { recursive: true, force: true })
})

const bundleOf = async (pupil: string): Promise<void> => {
  const asked = await school.api('lead', 'GET', `pupils/${pupil}/evidence?${SPAN}`)
  expect(asked.status).toBe(202)
  const ready = await school.api('lead', 'GET', asked.headers.location ?? '')
  expect(ready.status).toBe(303)
  const ticket = new URL(ready.headers.location ?? '').pathname.split('/').at(-1) ?? ''
  const file = await school.stack.files.download(ticket)
  for (const { path, bytes } of unzip(file?.body ?? new Uint8Array())) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), bytes)
  }
}

test('who is gone from the roll file has a bundle still, on paper with their name, and it is as it was sealed', async () => {
  await bundleOf('P007')
  const { status, stdout } = spawnSync(process.execPath, [join(folder, 'verify.mjs')], { encoding: 'utf8' })
  expect(stdout).toContain('AS SEALED')
  expect(status).toBe(0)
  const pages = readPages(readPdf(readFileSync(join(folder, 'exhibits.pdf'))))
  const text = pages.flatMap(({ marks }) => marks.map((mark) => mark.text)).join(' ')
  expect(text).toContain('George Garrow')
  expect(text).toContain('Kit Garrow (parent)')
  const register = readFileSync(join(folder, 'data/register.csv'), 'utf8')
  expect(register).toContain(`${MONDAY},AM,I`)
})

test('their page, history and figures are read as when they left, and say that they are not on the roll', async () => {
  const get = async (path: string) => (await school.api('office', 'GET', `pupils/P007${path}`)).body
  expect(await get('')).toMatchObject({ id: 'P007', surname: 'Garrow', onRoll: false })
  const { entries } = (await get('/chronicle')) as { entries: readonly { readonly kind: string }[] }
  expect(entries.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['absence-reported', 'not-on-roll-file']))
  expect(await get(`/attendance?from=${MONDAY}&until=${MONDAY}`)).toMatchObject({ figures: { authorised: 1 } })
})

test('the register of a day they were here names them, and whoever has moved class since, and nobody who came later', async () => {
  const moved = stay.map((child) => (child.id === 'P002' ? { ...child, class: '4C' } : child))
  await importRoll([...moved, { id: 'P077', name: 'Nadia Newcome', class: '3B', parents: [{ mobile: '077' }] }])
  const { classes } = await school.stack.stores.roll.live(school.academy)
  const id = classes.find(({ name }) => name === '3B')?.id
  const { body } = await school.api('lead', 'GET', `registers/${MONDAY}/AM/${id}?at=09:10`)
  expect(body).toMatchObject({ marks: { P002: { code: '/' }, P007: { code: 'N' } } })
  expect(Object.keys((body as { marks: object }).marks).toSorted()).toEqual(all.map((child) => child.id))
})

test('they are found by name when leavers are asked for, and only then', async () => {
  const search = async (more = {}) =>
    ((await school.api('office', 'POST', 'pupils/search', { name: 'garrow', ...more })).body as { pupils: unknown[] })
      .pupils
  expect(await search()).toEqual([])
  expect(await search({ left: true })).toMatchObject([{ id: 'P007', name: 'George Garrow', left: null }])
})

test('a mark of theirs is corrected for the time they were here, and none is added', async () => {
  const amend = (date: string, session: string) =>
    school.api('office', 'PATCH', `pupils/P007/marks/${date}/${session}`, { code: 'O', because: 'Not ill after all' })
  expect((await amend(TUESDAY, 'AM')).body).toMatchObject({ code: 'not-on-roll' })
  expect((await amend(MONDAY, 'AM')).status).toBe(200)
  const figures = () => school.api('office', 'GET', `pupils/P007/attendance?from=${MONDAY}&until=${MONDAY}`)
  expect((await figures()).body).toMatchObject({ figures: { authorised: 0, unauthorised: 1 } })
})

test('nothing new begins about them: no absence, no hold, no meeting', async () => {
  for (const [method, path, body] of [
    ['POST', 'absences', { from: TUESDAY, reason: 'ill', code: 'I', reportedBy: 'parent', via: 'phone' }],
    ['POST', 'attend', { because: 'Too much missed' }],
  ] as const)
    expect((await school.api('lead', method, `pupils/P007/${path}`, body)).status).toBe(404)
})

test('who comes back is read from the roll again, with the key and the marks they had', async () => {
  await importRoll(all)
  const { body } = await school.api('office', 'GET', 'pupils/P007')
  expect(body).toMatchObject({ onRoll: true })
  const search = (await school.api('office', 'POST', 'pupils/search', { name: 'garrow', left: true })).body
  expect(search).toMatchObject({ pupils: [{ id: 'P007' }] })
})
