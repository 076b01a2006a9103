/** A letter through the whole stack on one machine: queues, functions, files and the providers' hooks as they are wired. */
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { openTrust } from '../../local/open-trust.ts'
import { answer } from '../../local/server.ts'
import type { LocalStack } from '../../local/stack.ts'

let stack: LocalStack
let token: string
const SCHOOL = 'springbank'

beforeAll(async () => {
  stack = (await openTrust({ endpoint: inject('ddbEndpoint'), start: '2026-01-12T16:00:00.000Z' })).stack
  await stack.turning.quiet()
  token = await stack.tokens.sign({ groups: [`${SCHOOL}.lead`], sub: 's-lead' })
  const act = { at: '2026-01-12T10:00:00.000Z', by: 'system', kind: 'import-live' }
  const { generations, classes } = await stack.stores.roll.live(SCHOOL)
  const pupil = {
    key: 'k01',
    pupilId: 'P001',
    forename: 'Łukasz',
    surname: 'Marlowe',
    dateOfBirth: '2017-05-04',
    yearGroup: '3',
    classId: '3b',
    admitted: '2023-09-04',
    flags: [],
  }
  const contact = {
    contactId: 'c1',
    priority: 1,
    name: 'Robin Marlowe',
    relationship: 'parent',
    parentalResponsibility: true,
    livesWith: true,
    hasCare: true,
    address: ['14 Meadow Lane', 'Eastmoor'],
    postcode: 'NG99 1AB',
    addressConfidential: false,
    textsAllowed: true,
    lettersAllowed: true,
    noContact: false,
    courtRestriction: false,
  }
  const { roll } = stack.stores
  const classOfPupil = classes.length > 0 ? classes : [{ id: '3b', name: '3B', yearGroup: '3', pupils: 1 }]
  await roll.stage(SCHOOL, generations.roll + 1, { file: 'roll', pupils: [pupil] })
  await roll.goLive(SCHOOL, 'roll', generations.roll, generations.roll + 1, classOfPupil, act)
  await roll.stage(SCHOOL, generations.contacts + 1, { file: 'contacts', byPupil: { k01: [contact] } })
  await roll.goLive(SCHOOL, 'contacts', generations.contacts, generations.contacts + 1, undefined, act)
})
afterAll(() => stack.close())

const raw = (method: string, path: string, body?: unknown) =>
  answer(
    {
      method,
      path,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: Buffer.from(body === undefined ? '' : JSON.stringify(body)),
    },
    stack,
  )
const ask = async (method: string, path: string, body?: unknown) => {
  const answered = await raw(method, path, body)
  await stack.turning.quiet()
  const text = Buffer.from(answered.body).toString()
  return { status: answered.status, headers: answered.headers, body: text === '' ? undefined : JSON.parse(text) }
}
const fetched = async (address: string) => {
  const { status, body } = await raw('GET', new URL(address).pathname)
  return { status, bytes: Buffer.from(body) }
}

const order = (kind: string, cycle: string) => ({
  academy: SCHOOL,
  pupil: 'P001',
  kind,
  cycle,
  figures: { from: '2025-09-03', until: '2026-01-09', possible: 20, attended: 17, authorised: 1, unauthorised: 2 },
  missed: [
    { date: '2025-10-06', session: 'AM', code: 'I' },
    { date: '2025-10-07', session: 'AM', code: 'O' },
    { date: '2025-10-07', session: 'PM', code: 'O' },
  ],
})

test('a letter is ordered, printed, read, released and lies in the office’s batch', async () => {
  const ordered = await ask('POST', '/local/letters', order('stage-1', '2025-26'))
  expect([ordered.status, ordered.body.unposted]).toEqual([201, []])
  const [letter] = (await ask('GET', `/local/letters?academy=${SCHOOL}`)).body
  expect(letter).toMatchObject({ pupil: 'P001', kind: 'stage-1', state: 'ready', pages: 2 })

  const seen = await ask('GET', `/academies/${SCHOOL}/letters/${letter.id}/pdf`)
  expect(seen.status).toBe(303)
  const print = await fetched(seen.headers.location ?? '')
  expect(print.bytes.subarray(0, 8).toString()).toBe('%PDF-1.7')
  expect((await fetched(seen.headers.location ?? '')).status).toBe(403)

  const because = { because: 'read and right' }
  expect((await ask('POST', `/academies/${SCHOOL}/letters/${letter.id}/release`, because)).status).toBe(200)
  const batch = (await ask('POST', `/academies/${SCHOOL}/letters/batches`)).body
  const made = (await ask('GET', batch.at)).body
  expect(made).toMatchObject({ state: 'done', letters: 1 })
  expect((await fetched(made.manifest)).bytes.toString()).toContain('Robin Marlowe')
  expect((await ask('GET', '/local/letters')).body).toMatchObject([{ state: 'printed' }])
})

test('what was done with a letter stands in the pupil’s history, without a word of it', async () => {
  const { body } = await ask('GET', `/academies/${SCHOOL}/pupils/P001/chronicle`)
  const kinds = body.entries.map(({ kind }: { kind: string }) => kind)
  expect(kinds).toEqual(
    expect.arrayContaining(['letter-planned', 'letter-ready', 'letter-previewed', 'letter-released', 'letter-printed']),
  )
  expect(JSON.stringify(body)).not.toMatch(/Meadow Lane|Robin/)
})

test('a school that is live and posts by GOV.UK Notify hands the letter over; the hook brings it back as a task', async () => {
  const { policy } = await stack.stores.policies.inForce(SCHOOL, '2026-01-12')
  await stack.stores.policies.publish(
    SCHOOL,
    {
      version: 'posts',
      policy: { ...policy, live: true, letters: { ...policy.letters, post: 'notify' } },
      from: '2026-01-12',
    },
    { at: '2026-01-12T16:00:00.000Z', by: 'system', kind: 'policy-published' },
  )
  await ask('POST', '/local/letters', { ...order('traffic-light', '2026-spring'), term: 'the spring term' })
  const posted = (await ask('GET', '/local/letters')).body.find(
    ({ kind }: { kind: string }) => kind === 'traffic-light',
  )
  expect(posted).toMatchObject({ state: 'posted', post: expect.any(String) })
  expect(stack.postal.letters()).toHaveLength(1)

  expect((await ask('POST', `/local/letters/${posted.post}/returned`)).status).toBe(200)
  const letters = (await ask('GET', '/local/letters')).body
  expect(letters).toContainEqual(expect.objectContaining({ id: posted.id, state: 'returned' }))
  const { tasks } = (await ask('GET', `/academies/${SCHOOL}/tasks`)).body
  expect(tasks).toContainEqual(expect.objectContaining({ kind: 'letter', pupils: ['P001'] }))
})
