import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import { expect, test } from 'vitest'
import { bytesHash } from '../../shared/adapters/evidence/sha256.ts'
import { AUTHORITY, type Recipient, schoolOfExtracts } from '../../test/support/school-of-extracts.ts'
import { SCHOOL } from '../../test/support/stored-examples.ts'

const MONDAY = '2026-01-19'
const TUESDAY = '2026-01-20'
const THURSDAY = '2026-01-22'
const PUSH = { connector: 'c-0123456789abcdef0', folder: '/in/attendance' }
const NAME = '/in/attendance/springbank-absence-2026-01-12-2026-01-18-1'

const open = async (more: Partial<Recipient> = {}) => {
  const school = await schoolOfExtracts()
  await school.mornings('2026-01-14', ['/', 'O', '/'])
  await school.publish([{ ...AUTHORITY, push: PUSH, ...more }])
  const tasks = async () => {
    const { tasks: all } = await school.stores.open(SCHOOL, true)
    return all.map(({ why }) => why)
  }
  return { school, tasks }
}

test('the night begins to bring an extract, asks for another look, and finds it there: with receipts, and nothing for anybody to do', async () => {
  const { school, tasks } = await open()
  const [begun] = await school.night(MONDAY)
  expect(begun).toMatchObject({
    receipts: [],
    pushed: { state: 'under-way', journey: 't-1', connector: PUSH.connector },
  })
  expect(school.again).toEqual([SCHOOL])
  const [made] = await school.night(MONDAY)
  expect([...school.sftp.there.keys()]).toEqual([`${NAME}.csv`, `${NAME}-manifest.json`])
  const data = school.sftp.there.get(`${NAME}.csv`) ?? new Uint8Array()
  expect(made).toMatchObject({
    pushed: { state: 'arrived' },
    receipts: [
      { part: 'data', by: `sftp:${PUSH.connector}`, sha256: bytesHash(data) },
      { part: 'manifest', by: `sftp:${PUSH.connector}` },
    ],
  })
  await school.night(THURSDAY)
  expect([school.sftp.begun(), school.again, await tasks()]).toEqual([1, [SCHOOL], []])
})

test('a correction goes with its list of differences; what a later one has replaced before it was brought is not brought', async () => {
  const { school } = await open()
  await school.night(MONDAY)
  await school.night(MONDAY)
  await school.mornings('2026-01-14', ['/', 'I', '/'])
  await school.night(MONDAY, { anew: true })
  await school.night(MONDAY)
  expect([...school.sftp.there.keys()].filter((name) => name.includes('-2'))).toContain(
    `${NAME.replace(/1$/, '2')}-differences.csv`,
  )
})

test('what is encrypted goes as it lies, under a name that says with what', async () => {
  const key = await identityToRecipient(await generateX25519Identity())
  const { school } = await open({ encryption: { with: 'age', key } })
  await school.night(MONDAY)
  await school.night(MONDAY)
  const bytes = school.sftp.there.get(`${NAME}.csv.age`) ?? new Uint8Array()
  expect(Buffer.from(bytes).toString('latin1')).toMatch(/^age-encryption/)
})

test.each([
  [{ state: 'failed', because: 'SEND_FILE_PERMISSION_DENIED' }, /SEND_FILE_PERMISSION_DENIED\./],
  [{ state: 'forgotten' }, /nothing is known of the transfer/],
  [{ state: 'not-taken' }, /The connector does not take it/],
] as const)(
  'a transfer that is %o is a task with the reason, tried again the next night, and the task ends when it is there',
  async (becomes, why) => {
    const { school, tasks } = await open()
    school.sftp.next(becomes)
    await school.night(MONDAY)
    const [failed] = await school.night(MONDAY)
    expect(failed).toMatchObject({ pushed: { state: 'failed', failedOn: [MONDAY] }, receipts: [] })
    expect(await tasks()).toEqual([expect.stringMatching(why)])
    // Looked at again on the same date it is neither tried nor told again.
    await school.night(MONDAY)
    expect(await tasks()).toHaveLength(1)
    school.sftp.next({ state: 'arrived' })
    await school.night(TUESDAY)
    const [there] = await school.night(TUESDAY)
    expect(there).toMatchObject({ pushed: { state: 'arrived', failedOn: [MONDAY] } })
    expect(await tasks()).toEqual([])
  },
)

test('what has not arrived after two school days is chased, and is not tried again', async () => {
  const { school, tasks } = await open()
  school.sftp.next({ state: 'failed', because: 'SEND_FILE_NOT_FOUND' })
  for (const date of [MONDAY, TUESDAY, '2026-01-21', THURSDAY, '2026-01-23']) {
    await school.night(date)
    await school.night(date)
  }
  const [extract] = await school.stores.extracts(SCHOOL, '2026-01-01')
  expect(extract?.chased).toBe('2026-01-21')
  expect(school.sftp.begun()).toBe(3)
  expect((await tasks()).filter((why) => why.includes('not tried again'))).toEqual([
    'Not arrived at Nottinghamshire by SFTP, and not tried again: "absence" of 2026-01-12 to 2026-01-18. Its officer can sign in and collect until its server takes files again.',
  ])
})

test('a recipient that is switched over is not sent what lies there from last term', async () => {
  const { school } = await open()
  await school.publish([AUTHORITY])
  await school.night(MONDAY)
  await school.publish([{ ...AUTHORITY, push: PUSH }])
  await school.night('2026-02-10')
  const brought = (await school.stores.extracts(SCHOOL, '2026-01-01')).filter(({ pushed }) => pushed)
  expect(brought.map(({ period }) => period.from)).toEqual(['2026-02-02'])
})
