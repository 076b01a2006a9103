/** Packs a bundle: the files, a list of their hashes, and the program by which a stranger checks them. */
import { type Packed, zip } from '../../shared/adapters/archive/zip.ts'
import { bytesHash } from '../../shared/adapters/evidence/sha256.ts'
import { verifierFile } from '../../shared/adapters/evidence/verifier-file.ts'
import { CHAIN_FORM, ENTRIES_FORM } from '../../shared/domain/evidence/chain.ts'
import type { Gathered, Period } from './gather.ts'

const json = (path: string, value: unknown): Packed => ({
  path,
  bytes: Buffer.from(`${JSON.stringify(value, null, 1)}\n`),
})

/** The files that prove: the chain of seals, and the entries with their salts. */
export const proofFiles = ({ academy, pupil, from, until }: Period, gathered: Gathered): readonly Packed[] => {
  const { links, disclosed, withheld, unsealed, erased } = gathered
  return [
    json('data/chain.json', { form: CHAIN_FORM, academy, history: pupil, from, until, seals: links }),
    json('data/entries.json', {
      form: ENTRIES_FORM,
      entries: disclosed,
      withheld,
      unsealed,
      ...(erased && { erased }),
    }),
  ]
}

/** The zip of a bundle. The verifier is part of it and of the list. */
export const packBundle = (files: readonly Packed[]): Uint8Array => {
  const all = [...files, { path: 'verify.mjs', bytes: verifierFile() }]
  const hashes = Object.fromEntries(all.map(({ path, bytes }) => [path, bytesHash(bytes)]))
  return zip([...all, json('manifest.json', { form: 'firstbell-bundle/1', files: hashes })])
}
