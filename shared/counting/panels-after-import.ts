/**
 * A file of marks may tell of days that were counted already, which no night counts again. Whoever was absent on one day more has the panel
 * proposed that the night would have proposed. Whoever was absent on many is history that came late: one task lists them and says that no panel was
 * proposed, as after a first import. A process that died before it said so is followed by one that says it (`again`): asked twice, never not.
 */
import type { Policy } from '../../academies/policy.ts'
import { assigned } from '../domain/assigned.ts'
import { hasOpenPanel } from '../domain/attend/attend-case.ts'
import { A_DAY, furtherAbsences, missed } from '../domain/attend/moved.ts'
import { schoolYearOf } from '../domain/calendar.ts'
import { byPupil, type ClassTally } from '../domain/counting/class-tally.ts'
import { NO_SESSIONS, type Tally } from '../domain/counting/tally.ts'
import { idOf } from '../domain/ids.ts'
import type { Pupil, PupilKey } from '../domain/people.ts'
import type { Task } from '../domain/task.ts'
import { addDays, type Instant, type LocalDate } from '../domain/time.ts'
import type { Stores } from '../ports/stores.ts'
import { isConcerned, PANELS_GROUND, type PanelsNight, proposeFor, tellLead } from './propose-panels.ts'

type Kept = Pick<Stores, 'tallies' | 'attendCase' | 'saveAttendCase' | 'raiseTask' | 'roll'>

export interface AfterImport {
  readonly academy: string
  readonly importId: string
  readonly now: Instant
  readonly today: LocalDate
  readonly policy: Policy
  readonly policyVersion: string
  /** Another process began before this one, and may have died between a proposal and its task. */
  readonly again?: boolean
}

/** Every class's count before a file goes live; nothing where the file tells of no day that may be counted. */
export const countedBefore = async (
  stores: Pick<Stores, 'tallies'>,
  academy: string,
  today: LocalDate,
  rows: readonly { readonly date: LocalDate }[],
): Promise<readonly ClassTally[] | undefined> =>
  rows.some(({ date }) => date < today) ? stores.tallies(academy, schoolYearOf(today), true) : undefined

/** Those of them for whom no panel is proposed or arranged, but for one proposed on a date. */
const withoutPanel = async (
  stores: Kept,
  academy: string,
  pupils: readonly PupilKey[],
  proposedOn: LocalDate | undefined,
): Promise<readonly PupilKey[]> => {
  const cases = await Promise.all(pupils.map((pupil) => stores.attendCase(academy, pupil, false)))
  return pupils.filter((_, at) => {
    const aCase = cases[at]
    if (aCase === undefined || !hasOpenPanel(aCase)) return true
    return proposedOn !== undefined && aCase.proposal?.on === proposedOn
  })
}

/** One task that lists whose panel was not proposed, and says why. */
const sayNotProposed = async (
  stores: Kept,
  pupils: readonly PupilKey[],
  { academy, importId, now, today, policy, policyVersion }: AfterImport,
): Promise<void> => {
  const task: Task = {
    ...PANELS_GROUND,
    id: idOf(today, 'held', 'panels', importId),
    kind: 'held-batch',
    date: today,
    version: 1,
    pupils: pupils.toSorted(),
    about: 'panels',
    raised: now,
    ...assigned(policy.duties.panel, now),
    urgent: false,
    state: 'open',
    why: `A file of marks told late of absences on days that were counted before, and ${pupils.length === 1 ? 'one pupil is' : `${pupils.length} pupils are`} below the line of persistent absence by it. No panel was proposed for what was before; arrange those that you want. Each further absence proposes one.`,
    pages: {},
  }
  const detail = { task: task.id, task_kind: task.kind, import: importId }
  await stores.raiseTask(academy, task, {
    ...PANELS_GROUND,
    at: now,
    by: 'system',
    kind: 'task-raised',
    policy: policyVersion,
    pupils: task.pupils,
    detail,
  })
}

const proposeEach = async (
  stores: Kept,
  absent: readonly (readonly [PupilKey, Tally])[],
  pupils: Readonly<Record<PupilKey, Pupil>>,
  after: AfterImport,
): Promise<void> => {
  const night: PanelsNight = { ...after, until: addDays(after.today, -1) }
  const proposed: PupilKey[] = []
  for (const [key, tally] of absent) if (await proposeFor(stores, key, tally, night)) proposed.push(key)
  for (const [classId = '', keys] of Map.groupBy(proposed, (key) => pupils[key]?.classId))
    await tellLead(stores, classId, keys, night, idOf(night.until, 'panel', classId, after.importId))
}

/** `before`: as `countedBefore` answered. */
export const panelsAfterImport = async (
  stores: Kept,
  before: readonly ClassTally[] | undefined,
  after: AfterImport,
): Promise<void> => {
  const { academy, today, policy } = after
  if (before === undefined || !policy.attend.proposePanels) return
  const is = await stores.tallies(academy, schoolYearOf(today), true)
  const absent = furtherAbsences(before, is, policy.thresholds)
  if (absent.size === 0) return
  const pupils = await stores.roll.pupils(academy, [...absent.keys()], false)
  const concerned = await withoutPanel(
    stores,
    academy,
    [...absent.keys()].filter((key) => isConcerned(pupils[key], addDays(today, -1))),
    after.again ? addDays(today, -1) : undefined,
  )
  const was = byPupil(before)
  const isHistory = (key: PupilKey): boolean =>
    missed(absent.get(key) ?? NO_SESSIONS) - missed(was.get(key) ?? NO_SESSIONS) > A_DAY
  const history = concerned.filter(isHistory)
  if (history.length > 0) await sayNotProposed(stores, history, after)
  const further = concerned.filter((key) => !isHistory(key))
  await proposeEach(
    stores,
    [...absent].filter(([key]) => further.includes(key)),
    pupils,
    after,
  )
}
