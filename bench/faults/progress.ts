/** How far a long run has come, kept in a file after every day so that it can be stopped and taken up again. */
import { readFile, rename, writeFile } from 'node:fs/promises'
import * as z from 'zod'
import type { Provider } from '../../shared/ports/texter.ts'
import { NOTHING, type Numbers, sumOf } from './numbers.ts'
import type { PlayedDay } from './play.ts'
import type { History } from './reaper.ts'

const count = z.int().min(0)
const NumbersShape = z.object({
  decisions: count,
  texts: count,
  twice: count,
  wrong: count,
  lost: count,
  answers: count,
  answersLost: count,
  receiptsLost: count,
  unknown: count,
  unknownAstray: count,
  untold: count,
  deadLetters: count,
}) satisfies z.ZodType<Numbers>

const ProgressShape = z.object({
  seed: count,
  /** The days played, by number from 0: of those played side by side a later one may be done first. */
  played: z.array(count),
  seconds: z.number(),
  sum: NumbersShape,
  byProvider: z.record(z.string(), NumbersShape),
  /** By point: what came of the days in which somebody died there. */
  byPoint: z.record(z.string(), NumbersShape),
  tallies: z.array(z.tuple([z.string(), z.object({ reached: count, killed: count })])),
  places: z.array(z.tuple([z.string(), z.boolean()])),
  complaints: z.array(z.string()),
})
export type Progress = z.output<typeof ProgressShape>

export const newProgress = (seed: number): Progress => ({
  seed,
  played: [],
  seconds: 0,
  sum: NOTHING,
  byProvider: {},
  byPoint: {},
  tallies: [],
  places: [],
  complaints: [],
})

const MOST_COMPLAINTS = 200

/** Adds the day of this number that was played. */
export const withDay = (so: Progress, number: number, day: PlayedDay, history: History): Progress => {
  const byProvider = { ...so.byProvider }
  for (const [provider, numbers] of Object.entries(day.byProvider) as [Provider, Numbers][])
    byProvider[provider] = sumOf(numbers, byProvider[provider])
  const byPoint = { ...so.byPoint }
  for (const point of day.killedAt) byPoint[point] = sumOf(day.sum, byPoint[point])
  return {
    ...so,
    played: [...so.played, number],
    sum: sumOf(so.sum, day.sum),
    byProvider,
    byPoint,
    tallies: [...history.tallies],
    places: [...history.places],
    complaints: [...so.complaints, ...day.complaints].slice(0, MOST_COMPLAINTS),
  }
}

/** Reads how far a run came. Throws when the file is not one of ours: it is to be removed, or another named. */
export const readProgress = async (file: string): Promise<Progress> => {
  const read = ProgressShape.safeParse(JSON.parse(await readFile(file, 'utf8')))
  if (read.success) return read.data
  throw new Error(`${file} does not tell how far a run came. Remove it, or name another with --checkpoint.`)
}

/** Written beside its place and moved there, so that a run which is stopped leaves a whole file. */
export const keepProgress = async (file: string, progress: Progress): Promise<void> => {
  await writeFile(`${file}.part`, JSON.stringify(progress))
  await rename(`${file}.part`, file)
}
