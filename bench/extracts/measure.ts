/** Loads the academies of a trust and makes what is due of each, counting units between the maker and the table. */
import { openMeter } from '../meter.ts'
import { countYear } from './count-year.ts'
import { type Place, WHAT, type What } from './make-everything.ts'
import type { Asked, MadeBy } from './maker.ts'
import type { Measured, Part, Progress, Share } from './progress.ts'
import { LAST_DAY, loadAcademy, openStores, type School } from './trust.ts'

interface Measuring<Kept> {
  readonly place: Place
  /** Makes a part of an academy's night, in whatever process. */
  make(asked: Asked): Promise<MadeBy>
  /** Told after each step, so that a run that is stopped goes on there. */
  keep(progress: Kept): void
}

type Wanted =
  | { readonly what: What; readonly academy: string }
  | { readonly what: 'trust'; readonly academies: readonly string[] }

/** `academy`: whose units count; every academy's when none is named. */
const measurePart = async (
  wanted: Wanted,
  academy: string | undefined,
  { place, make }: Pick<Measuring<unknown>, 'place' | 'make'>,
): Promise<Part> => {
  const meter = await openMeter(place.endpoint, academy)
  try {
    const made = await make({ ...wanted, place: { ...place, endpoint: meter.endpoint } })
    const units = [...meter.units.values()]
    const sum = (of: 'reads' | 'writes') => units.reduce((total, each) => total + each[of], 0)
    return { ...made, reads: sum('reads'), writes: sum('writes') }
  } finally {
    await meter.stop()
  }
}

/** What of a trust is not measured yet is loaded and made; answers all of it, in the order of the schools. */
export const measureTrust = async (
  schools: readonly School[],
  before: Progress,
  measuring: Measuring<Progress>,
): Promise<Progress> => {
  const done: Measured[] = []
  const keep = () => measuring.keep([...done])
  for (const school of schools) {
    const { academy, pupils } = school
    const known = before.find((each) => each.academy === academy && each.pupils === pupils)
    const { endpoint, table } = measuring.place
    const measured: Measured = known ?? {
      academy,
      pupils,
      marks: await loadAcademy(endpoint, table, school),
      parts: {},
    }
    done.push(measured)
    keep()
    for (const what of WHAT) {
      measured.parts[what] ??= await measurePart({ what, academy }, academy, measuring)
      keep()
    }
  }
  return done
}

/** A tenth, half and all of so many academies. */
export const sharesOf = (count: number): readonly number[] => [
  ...new Set([0.1, 0.5, 1].map((share) => Math.max(1, Math.round(count * share)))),
]

/** What the Trust asks of a tenth, half and all of its academies, whose extracts are made; what is measured already is not measured again. */
export const measureAsked = async (
  trust: Progress,
  before: readonly Share[],
  measuring: Measuring<readonly Share[]>,
): Promise<readonly Share[]> => {
  const { endpoint, table } = measuring.place
  const done: Share[] = []
  for (const count of sharesOf(trust.length)) {
    const those = trust.slice(0, count)
    const pupils = those.reduce((sum, each) => sum + each.pupils, 0)
    const known = before.find((share) => share.academies === count && share.pupils === pupils)
    if (known === undefined)
      for (const { academy } of those) await countYear(openStores(endpoint, table), academy, LAST_DAY)
    const academies = those.map(({ academy }) => academy)
    done.push(
      known ?? {
        academies: count,
        pupils,
        part: await measurePart({ what: 'trust', academies }, undefined, measuring),
      },
    )
    measuring.keep([...done])
  }
  return done
}
