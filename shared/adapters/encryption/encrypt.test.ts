import { Decrypter, generateX25519Identity, identityToRecipient } from 'age-encryption'
import { decrypt, generateKey, readMessage, readPrivateKey } from 'openpgp'
import { describe, expect, test } from 'vitest'
import { keyFault } from '../../domain/extracts/keys/key-fault.ts'
import { encrypt } from './encrypt.ts'

const PLAIN = Buffer.from('upn,surname\r\nA123,Ashdown\r\nB123,Łucja\r\n', 'utf8')

const bytesOf = async (answer: ReturnType<typeof encrypt>): Promise<Uint8Array> => {
  const result = await answer
  if (!result.ok) throw new Error(result.refusal.why)
  return result.value
}

/** Armoured, as `generateKey` gives them unless told otherwise. */
const pgpKeys = (more: Omit<Parameters<typeof generateKey>[0], 'userIDs' | 'format'> = {}) =>
  generateKey({ userIDs: [{ name: 'Attendance team' }], format: 'armored', ...more })

const openedWith = async (armoredKey: string, binaryMessage: Uint8Array): Promise<Buffer> => {
  const decryptionKeys = await readPrivateKey({ armoredKey })
  const message = await readMessage({ binaryMessage })
  const { data } = await decrypt({ message, decryptionKeys, format: 'binary' })
  return Buffer.from(data as Uint8Array)
}

describe('age', () => {
  test('what is encrypted for a key is read by its owner, and by nobody else', async () => {
    const [owner, other] = await Promise.all([generateX25519Identity(), generateX25519Identity()])
    const key = await identityToRecipient(owner)
    const bytes = await bytesOf(encrypt({ with: 'age', key }, PLAIN))
    const opened = (identity: string) => {
      const decrypter = new Decrypter()
      decrypter.addIdentity(identity)
      return decrypter.decrypt(bytes)
    }
    expect(Buffer.from(await opened(owner))).toEqual(PLAIN)
    await expect(opened(other)).rejects.toThrow()
  })

  test('a key with any one letter exchanged is refused, and so is a secret one', async () => {
    const identity = await generateX25519Identity()
    const key = await identityToRecipient(identity)
    expect(keyFault({ with: 'age', key })).toBeUndefined()
    for (let at = 4; at < key.length; at++) {
      const slip = `${key.slice(0, at)}${key[at] === 'q' ? 'p' : 'q'}${key.slice(at + 1)}`
      expect(keyFault({ with: 'age', key: slip }), slip).toMatch(/checksum/)
    }
    expect(keyFault({ with: 'age', key: identity })).toMatch(/secret key/)
    expect(keyFault({ with: 'age', key: key.slice(0, -1) })).toMatch(/62 small letters/)
    expect(keyFault({ with: 'age', key: 'ssh-ed25519 AAAA' })).toMatch(/age1/)
    expect(await encrypt({ with: 'age', key: identity }, PLAIN)).toMatchObject({
      ok: false,
      refusal: { code: 'key-unusable' },
    })
  })
})

describe('PGP', () => {
  test.each([
    ['elliptic curves', { type: 'ecc', curve: 'curve25519Legacy' }],
    ['version 6', { type: 'curve25519', config: { v6Keys: true } }],
    ['RSA', { type: 'rsa', rsaBits: 2048 }],
  ] as const)('what is encrypted for a key of %s is read by its owner, and by nobody else', async (_kind, more) => {
    const [owner, other] = await Promise.all([pgpKeys(more), pgpKeys()])
    const how = { with: 'pgp', key: owner.publicKey } as const
    expect(keyFault(how)).toBeUndefined()
    const bytes = await bytesOf(encrypt(how, PLAIN))
    expect(await openedWith(owner.privateKey, bytes)).toEqual(PLAIN)
    await expect(openedWith(other.privateKey, bytes)).rejects.toThrow()
  })

  test('a key as Windows saves it is the same key', async () => {
    const { publicKey } = await pgpKeys()
    expect(keyFault({ with: 'pgp', key: publicKey.replaceAll(/\r?\n/g, '\r\n') })).toBeUndefined()
  })

  test('a private key, one for signing alone, one with a slip, and a text that is none are refused', async () => {
    const { publicKey, privateKey } = await pgpKeys()
    const signing = await pgpKeys({ subkeys: [{ sign: true }] })
    const lines = publicKey.trim().split('\n')
    const slip = lines.with(4, [...(lines[4] ?? '')].toReversed().join('')).join('\n')
    const faults = [privateKey, signing.publicKey, slip, lines.join(' '), 'age1'].map((key) =>
      keyFault({ with: 'pgp', key }),
    )
    expect(faults).toEqual([
      expect.stringContaining('private key'),
      'can sign and not encrypt',
      expect.stringContaining('slip'),
      expect.stringContaining('not one block'),
      expect.stringContaining('not one block'),
    ])
  })

  test('a key that has expired since the policy was published is refused on the night, with why', async () => {
    const { publicKey } = await pgpKeys({ date: new Date('2020-01-01T00:00:00Z'), keyExpirationTime: 60 })
    expect(keyFault({ with: 'pgp', key: publicKey })).toBeUndefined()
    expect(await encrypt({ with: 'pgp', key: publicKey }, PLAIN)).toMatchObject({
      ok: false,
      refusal: { code: 'key-unusable', why: expect.stringContaining('expired') },
    })
  })
})
