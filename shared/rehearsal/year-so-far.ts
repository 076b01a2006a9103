/** A year that is played in part, as bytes, so that another process can go on with it. */
import { deserialize, serialize } from 'node:v8'
import type { LocalDate } from '../domain/time.ts'
import type { Happened } from './happened.ts'
import type { PlayerState } from './player.ts'

export interface YearSoFar {
  /** The last day that was played. */
  readonly after: LocalDate
  readonly happened: readonly Happened[]
  readonly player: PlayerState
}

/** The record is maps within maps, and things that stand in two of them are one: this keeps both, as JSON would not. */
export const toBytes = (soFar: YearSoFar): Uint8Array => serialize(soFar)

/** Nothing when there are no bytes, or another version of Node wrote them: then the year begins again. */
export const fromBytes = (bytes: Uint8Array | undefined): YearSoFar | undefined => {
  if (bytes === undefined || bytes.length === 0) return undefined
  try {
    // Only what was written here is read here.
    return deserialize(bytes) as YearSoFar
  } catch {
    return undefined
  }
}
