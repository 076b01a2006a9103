/**
 * Asks a person, once a school year, about every pupil whose time is over: register entries are kept for at least six years (SI 2024/208
 * regulation 7), everything else as long as the policy says, both from the end of the school year of the pupil's last register.
 */
import { assigned } from '../domain/assigned.ts'
import { schoolYearOf } from '../domain/calendar.ts'
import { byPupil } from '../domain/counting/class-tally.ts'
import { idOf } from '../domain/ids.ts'
import type { Pupil, PupilKey } from '../domain/people.ts'
import type { Task } from '../domain/task.ts'
import { addDays, type LocalDate } from '../domain/time.ts'
import type { Stores } from '../ports/stores.ts'
import type { StagesNight } from './stage-acts.ts'

const GROUND = { rule: 'erasure', clause: 'Housekeeping: nothing about a child is kept longer than it must be' }
/** Nights at the beginning of a school year in which it is asked, so that one that failed is made up for. */
const NIGHTS = 7
/** School years in which a pupil is looked for: no child is at school for longer. */
const YEARS_BACK = 30

const yearsBack = (year: LocalDate): readonly LocalDate[] =>
  Array.from({ length: YEARS_BACK }).reduce<readonly LocalDate[]>(
    (years) => [...years, schoolYearOf(addDays(years.at(-1) ?? year, -1))],
    [year],
  )

const pupilsOf = async (stores: Pick<Stores, 'tallies'>, academy: string, year: LocalDate) => [
  ...byPupil(await stores.tallies(academy, year)).keys(),
]

/** The last day on which a pupil whom no register names could have come: many were to come, and never did. */
const lastOf = ({ admitted, left = admitted }: Pupil): LocalDate => (left < admitted ? admitted : left)

/**
 * Pupils whose last register is of a school year that is over for so many years, by their keys, however long ago that was: whoever was kept is
 * asked about again. So are leavers whom no register ever named, by the date on which they were to come or left.
 */
const overFor = async (
  stores: Pick<Stores, 'tallies' | 'roll'>,
  academy: string,
  year: LocalDate,
  years: number,
): Promise<readonly PupilKey[]> => {
  const [kept, over] = [new Set<PupilKey>(), new Set<PupilKey>()]
  const all = yearsBack(year)
  for (const [back, each] of all.entries())
    for (const pupil of await pupilsOf(stores, academy, each)) (back > years ? over : kept).add(pupil)
  const last = all[years] ?? year
  for (const pupil of await stores.roll.allLeavers(academy)) if (schoolYearOf(lastOf(pupil)) < last) over.add(pupil.key)
  return [...over].filter((pupil) => !kept.has(pupil)).toSorted()
}

const taskOf = (pupil: PupilKey, year: LocalDate, { now, policy }: StagesNight): Task => ({
  ...GROUND,
  ...assigned(policy.duties.erasure, now),
  id: idOf('erasure', year, pupil),
  kind: 'erasure',
  date: year,
  version: 1,
  pupils: [pupil],
  raised: now,
  urgent: false,
  state: 'open',
  why: 'This pupil left years ago, and the time for which records must be kept is over. Is there a reason to keep them, such as a claim or an inquiry? Say so, or have them erased: POST .../erasures/{task}.',
  pages: {},
})

/** Answers how many pupils it found. Raising a task twice is raising it once; one that was kept is asked about again a year later. */
export const proposeErasures = async (
  stores: Pick<Stores, 'tallies' | 'raiseTask' | 'roll' | 'task'>,
  night: StagesNight,
): Promise<number> => {
  const { academy, now, until, policy, policyVersion } = night
  const year = schoolYearOf(until)
  if (until >= addDays(year, NIGHTS)) return 0
  const { registerYears, otherYears } = policy.retention
  const over = await overFor(stores, academy, year, Math.max(registerYears, otherYears))
  const onRoll = await stores.roll.pupils(academy, over, false)
  const leavers = over.filter((pupil) => onRoll[pupil] === undefined)
  for (const pupil of leavers) {
    const task = taskOf(pupil, year, night)
    // What somebody has answered is not asked again in the same year.
    if ((await stores.task(academy, task.id)) !== undefined) continue
    const detail = { task: task.id, task_kind: task.kind, due: task.due }
    const act = { ...GROUND, at: now, by: 'system', kind: 'task-raised', policy: policyVersion, detail }
    await stores.raiseTask(academy, task, act)
  }
  return leavers.length
}
