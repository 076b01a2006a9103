import { Decrypter, generateX25519Identity, identityToRecipient } from 'age-encryption'
import { expect, test } from 'vitest'
import { bytesHash } from '../../shared/adapters/evidence/sha256.ts'
import { extractPath, type StoredExtract } from '../../shared/domain/extracts/stored.ts'
import { AUTHORITY, schoolOfExtracts } from '../../test/support/school-of-extracts.ts'
import { SCHOOL } from '../../test/support/stored-examples.ts'

const MONDAY = '2026-01-19'

const open = async () => {
  const identity = await generateX25519Identity()
  const key = await identityToRecipient(identity)
  const school = await schoolOfExtracts()
  await school.mornings('2026-01-14', ['/', 'O', '/'])
  const read = async (extract: StoredExtract | undefined, part: Parameters<typeof extractPath>[2] = 'data') => {
    if (!extract) throw new Error('There is no such extract')
    return (await school.files.get(extractPath(SCHOOL, extract, part))) ?? new Uint8Array()
  }
  const decrypt = async (bytes: Uint8Array, by = identity): Promise<string> => {
    const decrypter = new Decrypter()
    decrypter.addIdentity(by)
    return Buffer.from(await decrypter.decrypt(bytes)).toString('utf8')
  }
  return { school, key, read, decrypt }
}

test('only the recipient that gave a key has its files encrypted; the manifest has the hash of both, and what it lists is of the plain one', async () => {
  const { school, key, read, decrypt } = await open()
  const other = { ...AUTHORITY, id: 'other', name: 'Another office' }
  await school.publish([{ ...AUTHORITY, encryption: { with: 'age', key } }, other])
  const made = await school.night(MONDAY)
  const [locked, plain] = ['attendance-team', 'other'].map((id) => made.find(({ recipient }) => recipient === id))
  const [bytes, text] = [await read(locked), Buffer.from(await read(plain)).toString('utf8')]
  expect(Buffer.from(bytes).toString('latin1')).toMatch(/^age-encryption\.org\/v1\n/)
  expect(Buffer.from(bytes).toString('latin1')).not.toContain('Birch')
  expect(text).toContain('Birch')
  expect(await decrypt(bytes)).toBe(text)
  expect(plain?.encrypted).toBeUndefined()
  const manifest = JSON.parse(Buffer.from(await read(locked, 'manifest')).toString('utf8'))
  expect(manifest).toMatchObject({
    rows: 1,
    sha256: bytesHash(Buffer.from(text)),
    encrypted: { with: 'age', sha256: bytesHash(bytes) },
  })
  expect(JSON.stringify(manifest)).not.toContain(key)
})

test('the differences name pupils, so they are encrypted as well', async () => {
  const { school, key, read, decrypt } = await open()
  await school.publish([{ ...AUTHORITY, encryption: { with: 'age', key } }])
  await school.night(MONDAY)
  await school.mornings('2026-01-14', ['/', 'I', '/'])
  const [, second] = await school.night(MONDAY, { anew: true })
  const bytes = await read(second, 'differences')
  expect(Buffer.from(bytes).toString('latin1')).not.toContain('Birch')
  expect(await decrypt(bytes)).toContain('Bilal 2014-04-02,changed,authorised,0,1')
})

test('a run that died after its first file makes one extract, whose hash is that of the file that lies there', async () => {
  const { school, key, read } = await open()
  await school.publish([{ ...AUTHORITY, encryption: { with: 'age', key } }])
  const dies = { ...school.stores, putExtract: async () => Promise.reject(new Error('died')) }
  await expect(school.night(MONDAY, { stores: dies })).rejects.toThrow('died')
  const [made, ...more] = await school.night(MONDAY)
  expect(more).toEqual([])
  expect(made?.encrypted?.sha256).toBe(bytesHash(await read(made)))
})

test('with another key the same marks are made anew, and the old key opens nothing of it', async () => {
  const { school, key, read, decrypt } = await open()
  await school.publish([{ ...AUTHORITY, encryption: { with: 'age', key } }])
  await school.night(MONDAY)
  expect(await school.night(MONDAY, { anew: true })).toHaveLength(1)
  const identity = await generateX25519Identity()
  await school.publish([{ ...AUTHORITY, encryption: { with: 'age', key: await identityToRecipient(identity) } }])
  const [first, second] = await school.night(MONDAY, { anew: true })
  expect(second).toMatchObject({ number: 2, supersedes: first?.id, sha256: first?.sha256, differences: 0 })
  expect(await decrypt(await read(second), identity)).toContain('Birch')
  await expect(decrypt(await read(second))).rejects.toThrow()
})

test('a key that cannot be used leaves nothing to collect and nothing plain: the office has one task, and everybody else their extract', async () => {
  const { school, key } = await open()
  const expired = async () =>
    ({ ok: false, refusal: { code: 'key-unusable', why: 'The key has expired.', remedy: '', at: 'key' } }) as const
  const other = { ...AUTHORITY, id: 'other', name: 'Another office' }
  await school.publish([{ ...AUTHORITY, encryption: { with: 'pgp', key } }, other])
  for (const night of [MONDAY, '2026-01-20'])
    expect((await school.night(night, { encrypt: expired })).map(({ recipient }) => recipient)).toEqual(['other'])
  const { tasks: all } = await school.stores.open(SCHOOL, false)
  const tasks = all.filter(({ kind }) => kind === 'extract')
  expect(tasks.map(({ why, state }) => [state, why])).toEqual([
    ['open', expect.stringContaining('The key has expired. Ask Nottinghamshire for its present public key')],
  ])
})
