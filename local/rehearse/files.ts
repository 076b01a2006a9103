import { readFileSync } from 'node:fs'

/** What cannot be rehearsed, a line for each thing that is wrong. */
export class Refused extends Error {
  override readonly name = 'Refused'
}

/** Throws `Refused` naming the option whose file cannot be read. */
export const bytesOf = (option: string, path: string): Uint8Array => {
  try {
    return readFileSync(path)
  } catch {
    throw new Refused(`--${option} ${path} cannot be read. Give the path of a file that is there.`)
  }
}
