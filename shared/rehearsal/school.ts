/** A school as a rehearsal needs it: who is there, and the marks of the days that are played. */
import type { Policy } from '../../academies/policy.ts'
import type { MemoryPeople } from '../adapters/memory/people.ts'
import type { PupilKey } from '../domain/people.ts'
import type { Mark } from '../domain/register.ts'
import type { LocalDate } from '../domain/time.ts'
import type { ScriptRow } from './script.ts'

/** A mark as it stood in the end. `class` is the class’s id. */
export interface SchoolMark extends ScriptRow {
  readonly key: PupilKey
  readonly mark: Mark
}

export interface RehearsedSchool extends MemoryPeople {
  /** Dates in order. */
  readonly marks: ReadonlyMap<LocalDate, readonly SchoolMark[]>
}

/** What must be supposed, because no file says it. Shares are per cent. */
export interface Suppositions {
  /** Of the reasons given on the day (I and M), those that come only after the text. */
  readonly unreported: number
  /** Of the first-day texts that no reason in the marks answers, those that the family answers. */
  readonly answered: number
  readonly seed: number
}

export interface PlayedPolicy {
  readonly policy: Policy
  readonly version: string
}
