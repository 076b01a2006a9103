/** From marks to the authority: the count at night, a notice to improve and its watch, a referral with its pack, and the ledger. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { answer } from '../../local/server.ts'
import { marksOf } from './support/marks-of.ts'
import { type Child, classOf, STAFF } from './support/people.ts'
import { openSchool, type School } from './support/school.ts'
import { withShortWindow } from './support/short-window.ts'

const BEFORE = ['08', '09', '10', '11', '12', '15', '16'].map((day) => `2025-12-${day}`)
const WEEK = ['12', '13', '14', '15', '16'].map((day) => `2026-01-${day}`)
const at = (street: string) => ({ address1: street, address2: 'Eastmoor', postcode: 'NG99 1AB' })

const parentsOf: Readonly<Record<string, Child['parents']>> = {
  P001: [
    { mobile: '001', name: 'Robin Ashdown', more: at('14 Meadow Lane') },
    { mobile: '101', name: 'Kit Ashdown', more: { ...at('3 Ridge Road'), livesWith: 'N', addressConfidential: 'Y' } },
  ],
}
const pupils = classOf('3B').map((child) => ({ ...child, parents: parentsOf[child.id] ?? child.parents ?? [] }))

/** P001 is away without leave on the dates and sessions that `away` names. */
const marks = (dates: readonly string[], away: (date: string, session: 'AM' | 'PM') => boolean) =>
  marksOf(pupils, dates, (pupil, date, session) => (pupil === 'P001' && away(date, session) ? 'O' : undefined))

let school: School
// biome-ignore lint/suspicious/noExplicitAny: an answer is read field by field against what the test expects
const ask = async (role: string, method: string, path: string, body?: unknown): Promise<any> =>
  (await school.api(role, method, path, body)).body
const matter = () => ask('lead', 'GET', 'pupils/P001/penalty-notices')
const taskKinds = async () =>
  (await school.tasks()).filter(({ rule }) => rule === 'penalty-notices').map(({ kind, state }) => `${kind} ${state}`)

beforeAll(async () => {
  school = await openSchool({
    pupils,
    staff: STAFF,
    change: withShortWindow,
  })
  await school.load(
    'marks',
    marks(BEFORE, () => true),
  )
  await school.load(
    'marks',
    marks(['2026-01-06'], () => false),
  )
  await school.clock.to('2026-01-12 20:00')
  await school.load(
    'marks',
    marks(WEEK.slice(0, 1), () => false),
  )
  await school.clock.to('2026-01-13 08:00')
})
afterAll(() => school.close())

test('the Lead finds the child on the board in the morning, with a task to decide and the Christmas holiday left out', async () => {
  const { matters } = await ask('lead', 'GET', 'penalty-notices')
  expect(matters).toMatchObject([{ pupil: 'P001', standing: 'met', sessions: 14, obstacles: [] }])
  expect(await taskKinds()).toEqual(['penalty-notice open'])
  const [task] = (await school.tasks('penalty-notice')).map(({ id }) => id)
  const refused = await school.api('lead', 'POST', `tasks/${task}/outcome`, { what: 'seen' })
  expect([refused.status, refused.body]).toEqual([422, expect.objectContaining({ code: 'decide-there' })])
})

test('a referral without a word about help is refused, and only the Lead or the Head decides', async () => {
  const { parents } = await matter()
  const referral = { decision: 'refer', because: 'the absence goes on', parents: [parents[0].contact] }
  const path = 'pupils/P001/penalty-notices/decisions'
  expect((await school.api('office', 'POST', path, referral)).status).toBe(403)
  expect(await ask('lead', 'POST', path, referral)).toMatchObject({ code: 'support-first' })
})

test('a notice to improve is a letter to each parent who can have one, and the board is quiet while it runs', async () => {
  const given = await ask('lead', 'POST', 'pupils/P001/penalty-notices/decisions', {
    decision: 'notice-to-improve',
    because: 'help was offered and not taken up',
    support: ['We offered breakfast club on 8 December.'],
  })
  expect(given).toMatchObject({
    standing: 'improving',
    improve: { from: '2026-01-14', until: '2026-01-27', state: 'running' },
  })
  expect(await taskKinds()).toEqual(['penalty-notice done'])
  const { letters } = await ask('lead', 'GET', 'letters')
  expect(letters).toMatchObject([{ pupil: 'P001', kind: 'notice-to-improve', state: 'ready' }])
  expect((await school.tasks('letter')).filter(({ pupils: [pupil] }) => pupil === 'P001')).toHaveLength(1)
})

test('each night watches it: a session without leave is a breach, and a decision is asked for', async () => {
  await school.clock.to('2026-01-14 20:00')
  await school.load(
    'marks',
    marks(WEEK.slice(1, 3), (date, session) => date === '2026-01-14' && session === 'PM'),
  )
  await school.clock.to('2026-01-15 08:00')
  expect(await taskKinds()).toEqual(expect.arrayContaining(['notice-to-improve open', 'penalty-notice open']))
  expect(await matter()).toMatchObject({ standing: 'met', sessions: 15, improve: { state: 'breached' } })
})

test('a referral keeps a pack for the authority, with every parent and no address that is confidential', async () => {
  const { parents } = await matter()
  const done = await ask('head', 'POST', 'pupils/P001/penalty-notices/decisions', {
    decision: 'refer',
    because: 'the notice to improve was breached',
    parents: parents.map(({ contact }: { contact: string }) => contact),
    support: ['We offered breakfast club on 8 December.'],
  })
  expect(done).toMatchObject({ standing: 'referred', sessions: 0 })
  const { id } = done.considered.at(-1)
  const pack = await school.api('lead', 'GET', `pupils/P001/penalty-notices/decisions/${id}/pack`)
  expect(pack.status).toBe(303)
  const path = new URL(String(pack.headers.location)).pathname
  const fetched = await answer({ method: 'GET', path, headers: {}, body: Buffer.alloc(0) }, school.stack)
  const bytes = Buffer.from(fetched.body).toString('latin1')
  for (const file of ['referral.pdf', 'referral.json', 'sessions.csv', 'parents.csv', 'register.csv', 'letters.csv'])
    expect(bytes).toContain(file)
  expect(bytes).toContain('14 Meadow Lane')
  expect(bytes).not.toContain('Ridge Road')
})

test('the office records the notice, and the ledger of that parent says what the next would be', async () => {
  const { parents, considered } = await matter()
  const [robin, kit] = parents
  const recorded = await ask('office', 'POST', 'pupils/P001/penalty-notices/notices', {
    parent: robin.contact,
    on: '2026-01-15',
    reference: 'PN-1',
    referral: considered.at(-1).id,
  })
  expect(recorded).toMatchObject({ standing: 'quiet', notices: [{ state: 'issued', name: 'Robin Ashdown' }] })
  expect(recorded.parents).toMatchObject([
    { contact: robin.contact, next: 'second' },
    { contact: kit.contact, next: 'first' },
  ])
  const notice = `pupils/P001/penalty-notices/notices/${recorded.notices[0].id}`
  const entry = { state: 'withdrawn', on: '2026-01-15', because: 'the authority found an error' }
  expect((await ask('office', 'POST', `${notice}/entries`, entry)).parents[0].next).toBe('first')
  expect(await ask('office', 'POST', `${notice}/entries`, { ...entry, state: 'paid' })).toMatchObject({
    code: 'wrong-order',
  })
  const undone = await ask('office', 'POST', `${notice}/undo`, { because: 'another parent was meant' })
  expect(undone.parents[0].next).toBe('second')
  const undo = `pupils/P001/penalty-notices/decisions/${considered.at(-1).id}/undo`
  expect(await ask('lead', 'POST', undo, { because: 'a mistake' })).toMatchObject({ code: 'notice-recorded' })
})

test('every step stands in the child’s history, without a name', async () => {
  const { entries } = await ask('lead', 'GET', 'pupils/P001/chronicle')
  const kinds = entries.map(({ kind }: { kind: string }) => kind)
  expect(kinds).toEqual(
    expect.arrayContaining(['penalty-met', 'penalty-considered', 'improvement-breached', 'penalty-notice-issued']),
  )
  expect(JSON.stringify(entries)).not.toMatch(/Robin|Meadow/)
})
