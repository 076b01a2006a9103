/**
 * Finds days that are over and have no seal, whatever the reason: a seal that was refused, one that failed, a night that never came. It asks for
 * one of them, the first, until a seal stands; what was asked is withdrawn as soon as it does.
 */
import type { Policy } from '../../academies/policy.ts'
import { assigned } from '../domain/assigned.ts'
import { idOf } from '../domain/ids.ts'
import { writtenDate } from '../domain/letters/written-date.ts'
import type { Task } from '../domain/task.ts'
import { addDays, type Instant, type LocalDate } from '../domain/time.ts'
import { policyAt } from '../follow-up/load-known.ts'
import type { EvidenceShelf } from '../ports/evidence.ts'
import type { Stores } from '../ports/stores.ts'

interface SealWatch {
  readonly shelf: Pick<EvidenceShelf, 'seal' | 'sealedDates' | 'firstArrival'>
  readonly stores: Stores
}

const GROUND = { rule: 'seal-watch', clause: 'Housekeeping: what a court may ask for is sealed every night' }
/** UTC, of the day after: nights and all their tries are over. */
const SEALED_BY = 'T06:00:00.000Z'
/** Days whose seal may have come late, from the last that is over. */
const DAYS_BACK = 10

const taskId = (date: LocalDate): string => idOf(date, 'seal')
const sealedBy = (date: LocalDate): Instant => `${addDays(date, 1)}${SEALED_BY}`

const taskOf = (date: LocalDate, now: Instant, policy: Policy): Task => ({
  ...GROUND,
  id: taskId(date),
  kind: 'seal',
  date,
  version: 1,
  pupils: [],
  raised: now,
  ...assigned(policy.duties.seal, now),
  urgent: false,
  state: 'open',
  why: `The record of ${writtenDate(date)} is not sealed, and no day after it can be: something of it is missing, or the night failed. Nothing is lost for the school day. Tell the operator; where it is lost for good, you decide whether the day is sealed without it.`,
  pages: {},
})

const raise = async (academy: string, date: LocalDate, now: Instant, { stores }: SealWatch): Promise<void> => {
  if ((await stores.task(academy, taskId(date))) !== undefined) return
  const { version } = await policyAt(stores, academy, now)
  const task = taskOf(date, now, version.policy)
  const detail = { task: task.id, task_kind: task.kind, date, due: task.due }
  const act = { ...GROUND, at: now, by: 'system', kind: 'task-raised', policy: version.version, detail }
  await stores.raiseTask(academy, task, act)
}

const withdraw = async (academy: string, date: LocalDate, now: Instant, { stores }: SealWatch): Promise<void> => {
  const task = await stores.task(academy, taskId(date))
  if (task?.state !== 'open') return
  const what = 'The day is sealed'
  const act = { ...GROUND, at: now, by: 'system', kind: 'task-withdrawn', detail: { task: task.id, because: what } }
  await stores.endTask(academy, task, 'withdrawn', { what, by: 'system', at: now }, act)
}

/** The first day that should have a seal and has none; `undefined` where no evidence had begun by then. */
const firstUnsealed = async (academy: string, { shelf }: SealWatch): Promise<LocalDate | undefined> => {
  const newest = (await shelf.sealedDates(academy)).at(-1)
  return newest === undefined ? shelf.firstArrival(academy) : addDays(newest, 1)
}

/** Asks nothing again of what `seen` says was settled; `seen` lives as long as the process. */
export const watchSeals = async (academy: string, now: Instant, watch: SealWatch, seen: Set<string>): Promise<void> => {
  const until = addDays(now.slice(0, 10), -1)
  const settled = (date: LocalDate): string => `${academy} ${date} seal`
  if (now < sealedBy(until) || seen.has(settled(until))) return
  const dates = Array.from({ length: DAYS_BACK + 1 }, (_, back) => addDays(until, -back))
  for (const date of dates.filter((each) => !seen.has(settled(each)))) {
    const seal = await watch.shelf.seal(academy, date)
    if (seal === undefined) continue
    if (seal.sealedAt >= sealedBy(date)) await withdraw(academy, date, now, watch)
    seen.add(settled(date))
  }
  if (seen.has(settled(until))) return
  const first = await firstUnsealed(academy, watch)
  if (first === undefined || first > until) seen.add(settled(until))
  else await raise(academy, first, now, watch)
}
