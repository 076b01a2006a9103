/** Loads the academies of a trust and makes what is due of each, counting units between the maker and the table. */
import { openMeter } from '../meter.ts'
import { type Place, WHAT, type What } from './make-everything.ts'
import type { Asked, MadeBy } from './maker.ts'
import type { Measured, Part, Progress } from './progress.ts'
import { loadAcademy, type School } from './trust.ts'

interface Measuring {
  readonly place: Place
  /** Makes a part of an academy's night, in whatever process. */
  make(asked: Asked): Promise<MadeBy>
  /** Told after each step, so that a run that is stopped goes on there. */
  keep(progress: Progress): void
}

const measurePart = async (what: What, { academy }: Measured, { place, make }: Measuring): Promise<Part> => {
  const meter = await openMeter(place.endpoint, academy)
  try {
    const made = await make({ what, academy, place: { ...place, endpoint: meter.endpoint } })
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
  measuring: Measuring,
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
      measured.parts[what] ??= await measurePart(what, measured, measuring)
      keep()
    }
  }
  return done
}
