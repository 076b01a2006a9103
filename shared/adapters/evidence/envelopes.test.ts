import { randomBytes } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { testWorld } from '../../../test/support/test-world.ts'
import { type Entry, hashedText } from '../../domain/evidence/entry.ts'
import type { Enclosed, Envelopes } from '../../ports/evidence.ts'
import { envelopes } from './envelopes.ts'
import { type Keyring, keyring } from './keyring.ts'
import { sha256 } from './sha256.ts'

const ENTRY: Entry = {
  id: 'e1',
  academy: 'springbank',
  about: { pupil: 'k01' },
  at: '2026-01-12T10:30:00.000Z',
  by: 'system',
  kind: 'text-claimed',
  pupils: ['k01'],
  detail: { body: 'Amelia is not in school this morning.' },
}

let keys: Keyring
let kept: Envelopes
beforeEach(() => {
  const world = testWorld({
    env: {},
    now: ENTRY.at,
    stores: () => {
      throw new Error('No record is needed to enclose an entry')
    },
  })
  keys = keyring(world.files('keys'))
  kept = envelopes(keys)
})

const enclose = async (entry: Entry = ENTRY): Promise<Enclosed> => {
  const [enclosed] = await kept.enclose([entry])
  if (!enclosed) throw new Error('An entry is enclosed')
  return enclosed
}

describe('an entry in its envelope', () => {
  test('is known by one hash, however often the stream tells it', async () => {
    expect((await enclose()).hash).toBe((await enclose()).hash)
  })

  test('shows neither words nor who it was, and opens with the pupil’s key to exactly what was hashed', async () => {
    const enclosed = await enclose()
    expect(JSON.stringify(enclosed)).not.toMatch(/Amelia|text-claimed|system/)
    const opened = await kept.open(enclosed)
    expect(opened?.entry).toEqual(ENTRY)
    expect(sha256(hashedText(ENTRY, opened?.salt ?? ''))).toBe(enclosed.hash)
  })

  test('of two pupils about one thing have hashes that do not tell they are alike', async () => {
    const [one, other] = await kept.enclose([ENTRY, { ...ENTRY, about: { pupil: 'k02' } }])
    expect(one?.hash).not.toBe(other?.hash)
  })

  test('opens for nobody once the pupil’s key is destroyed; its hash stands', async () => {
    const enclosed = await enclose()
    await keys.destroy('springbank', 'k01')
    expect(await kept.open(enclosed)).toBeUndefined()
    expect(enclosed.hash).toMatch(/^[0-9a-f]{64}$/)
    // Somebody who guesses the entry cannot prove the guess: the salt is gone too.
    expect((await enclose()).hash).not.toBe(enclosed.hash)
  })

  test('does not open when a byte of it was changed, or under another’s hash', async () => {
    const enclosed = await enclose()
    const bytes = Buffer.from(enclosed.box, 'base64')
    bytes[40] = (bytes[40] ?? 0) ^ 1
    await expect(kept.open({ ...enclosed, box: bytes.toString('base64') })).rejects.toThrow()
    await expect(kept.open({ ...enclosed, hash: sha256('another') })).rejects.toThrow()
  })
})

test('two functions that meet a new pupil in the same moment use one key', async () => {
  const files = new Map<string, Uint8Array>()
  const theirs = randomBytes(32)
  const ring = keyring({
    get: async (path) => files.get(path),
    // Somebody else was quicker.
    putNew: async (path) => {
      files.set(path, theirs)
      return 'already'
    },
    remove: async () => undefined,
  })
  expect(await ring.keyOf('springbank', 'k01')).toBe(theirs)
})
