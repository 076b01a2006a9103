/** Chances that fall the same at every run. */
import { createHash } from 'node:crypto'
import type { LocalDate } from '../domain/time.ts'

/** From 0 to 99, always the same for the same seed, pupil and date. `of` keeps one question apart from another. */
export const chanceOf = (seed: number, pupilId: string, date: LocalDate, of = ''): number =>
  createHash('sha256')
    .update(`${seed} ${pupilId} ${date}${of && ` ${of}`}`)
    .digest()
    .readUInt32BE() % 100
