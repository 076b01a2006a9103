/** How far a long run has come, kept in a file after every academy so that it can be stopped and taken up again. */
import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import * as z from 'zod'
import { WHAT } from './make-everything.ts'

const Part = z.object({
  made: z.int(),
  kinds: z.array(z.string()).readonly(),
  rows: z.int(),
  bytes: z.int(),
  seconds: z.number(),
  megabytes: z.number(),
  /** Request units of the table. */
  reads: z.number(),
  writes: z.number(),
})
export type Part = z.output<typeof Part>

const Academy = z.object({
  academy: z.string(),
  pupils: z.int(),
  marks: z.int(),
  parts: z.partialRecord(z.enum(WHAT), Part),
})
export type Measured = z.output<typeof Academy>

const Progress = z.array(Academy)
export type Progress = z.output<typeof Progress>

export const readProgress = (path: string): Progress => {
  try {
    return Progress.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  }
}

/** Beside the old one first: a run that is killed here leaves one that can be read. */
export const keepProgress = (path: string, progress: Progress): void => {
  writeFileSync(`${path}.new`, JSON.stringify(progress))
  renameSync(`${path}.new`, path)
}
