import { readFileSync } from 'node:fs'

/** The file beside this one, or beside the bundle that this one is in. */
export const VERIFIER = 'verify.mjs'

/** The program that goes with every bundle, byte for byte. */
export const verifierFile = (): Uint8Array => readFileSync(new URL(`./${VERIFIER}`, import.meta.url))
