/** The year that is kept as a golden file: 420 made-up pupils of one academy, played by the engine itself on a record in memory. */
import type { LoadedPolicy } from '../../academies/load.ts'
import { runNight } from '../../shared/counting/nightly.ts'
import { schoolYearOf } from '../../shared/domain/calendar.ts'
import type { ClassTally } from '../../shared/domain/counting/class-tally.ts'
import { addDays, instantOf, type LocalDate } from '../../shared/domain/time.ts'
import type { Happened } from '../../shared/rehearsal/happened.ts'
import { playYear } from '../../shared/rehearsal/play-year.ts'
import { readSchool } from '../../shared/rehearsal/read-school.ts'
import { makeSample } from '../sample/make-sample.ts'

export interface YearAsked {
  readonly loaded: LoadedPolicy
  readonly pupils: number
  readonly from: LocalDate
  readonly until: LocalDate
  /** Per cent of the reasons given on the day that come only after the text. */
  readonly unreported: number
  readonly seed: number
  readonly progress?: (date: LocalDate, day: number, of: number) => void
}

export interface PlayedYear {
  /** Pupils by their ids. */
  readonly happened: readonly Happened[]
  /** As the nights have counted them, pupils by their ids. */
  readonly tallies: readonly ClassTally[]
  /** The file of marks that was played. */
  readonly marks: string
}

/** Plays it with the night after its last day. Throws when the made-up files are not in order. */
export const rehearsedYear = async (asked: YearAsked): Promise<PlayedYear> => {
  const { loaded, pupils, from, until, unreported, seed, progress } = asked
  const { policy } = loaded
  const sample = makeSample({ policy, pupils, date: until, from, seed: String(seed) })
  const bytes = Object.entries(sample).map(([file, text]) => [file, new TextEncoder().encode(text)] as const)
  const read = readSchool({ marks: new Uint8Array(), ...Object.fromEntries(bytes) }, { policy })
  if ('problems' in read) throw new Error(`The made-up school cannot be read: ${JSON.stringify(read.problems[0])}`)
  const { happened, player } = await playYear({
    school: read.school,
    played: loaded,
    supposed: { unreported, answered: 0, seed },
    ...(progress && { progress }),
  })
  await player.turnTo(instantOf(addDays(until, 1), policy.nightly.at, policy.zone))
  await runNight(policy.academy, player.agenda.now(), { stores: player.stores, log: player.look.log })
  const ids = new Map(read.school.pupils.map(({ key, pupilId }) => [key, pupilId]))
  const idOf = (key: string): string => ids.get(key) ?? key
  const byId = (counts: ClassTally['pupils']): ClassTally['pupils'] =>
    Object.fromEntries(Object.entries(counts).map(([key, tally]) => [idOf(key), tally]))
  const tallies = await player.stores.tallies(policy.academy, schoolYearOf(until))
  return {
    happened: happened.map((each) => ({ ...each, pupils: each.pupils.map(idOf) })),
    tallies: tallies.map((tally) => ({ ...tally, pupils: byId(tally.pupils), past: byId(tally.past) })),
    marks: sample.marks,
  }
}
