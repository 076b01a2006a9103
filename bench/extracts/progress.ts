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

/** What the Trust asked of the first so many academies. */
const Share = z.object({ academies: z.int(), pupils: z.int(), part: Part })
export type Share = z.output<typeof Share>
const Shares = z.array(Share)

const read = <S extends z.ZodType>(path: string, schema: S): z.output<S> | undefined => {
  try {
    return schema.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}

export const readProgress = (path: string): Progress => read(path, Progress) ?? []
export const readShares = (path: string): readonly Share[] => read(path, Shares) ?? []

/** Beside the old one first: a run that is killed here leaves one that can be read. */
export const keepProgress = (path: string, progress: Progress | readonly Share[]): void => {
  writeFileSync(`${path}.new`, JSON.stringify(progress))
  renameSync(`${path}.new`, path)
}
