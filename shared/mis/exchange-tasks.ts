/** What people have to do about an exchange with the school's own system: once a date for each step that failed, and for a roll that waits. */
import type { Policy } from '../../academies/policy.ts'
import { assigned } from '../domain/assigned.ts'
import { idOf } from '../domain/ids.ts'
import type { Task } from '../domain/task.ts'
import { type Instant, type LocalDate, spokenDate } from '../domain/time.ts'
import type { Stores } from '../ports/stores.ts'
import type { PulledFile } from './pull.ts'

export type ExchangeStep = 'school' | 'marks' | 'write-back'

interface Due {
  readonly academy: string
  readonly date: LocalDate
}

interface Ports {
  readonly stores: Pick<Stores, 'task' | 'raiseTask'>
  now(): Instant
}

const GROUND = { rule: 'school-system', clause: 'Registers are kept in the school’s own system' }

const WHAT: Readonly<Record<ExchangeStep, string>> = {
  school: 'Roll and contacts were not brought from the school’s own system, and stay as they were.',
  marks:
    'Marks were not brought from the school’s own system; they are asked for again, and texts wait for fresh registers.',
  'write-back':
    'Codes agreed here were not written into the school’s own system, and wait in the list of codes to enter there.',
}

const raise = async (
  { academy, date }: Due,
  about: string,
  why: string,
  { wonde }: Policy,
  { stores, now }: Ports,
): Promise<void> => {
  const id = idOf('wonde', about, date)
  if (await stores.task(academy, id)) return
  const at = now()
  const task: Task = {
    ...GROUND,
    id,
    kind: 'school-system',
    date,
    version: 1,
    pupils: [],
    raised: at,
    ...assigned(wonde, at),
    urgent: false,
    state: 'open',
    why,
    pages: {},
  }
  const detail = { task: id, task_kind: task.kind, about }
  await stores.raiseTask(academy, task, { ...GROUND, at, by: 'system', kind: 'task-raised', detail })
}

export const tellFailed = (due: Due, step: ExchangeStep, why: string, policy: Policy, ports: Ports): Promise<void> =>
  raise(due, step, `${WHAT[step]} ${why} Tell the Trust’s operator if it is so again tomorrow.`, policy, ports)

/** The exchange was down for longer than a night makes up for. */
export const tellLost = (due: Due, before: LocalDate, policy: Policy, ports: Ports): Promise<void> =>
  raise(
    due,
    'lost',
    `Marks that were changed in the school’s own system before ${spokenDate(before)} and were not brought are asked for no more: it gave no answer for too long. Import the marks of those days as a file.`,
    policy,
    ports,
  )

/** The import that changes nothing waits for nobody, and whoever looks sees that. */
export const tellWaiting = (due: Due, files: readonly PulledFile[], policy: Policy, ports: Ports): Promise<void> =>
  raise(
    due,
    'look',
    `What ${files.map(({ file }) => file).join(' and ')} of the school’s own system would change waits to be looked at: open the imports ${files.map(({ importId }) => importId).join(' and ')}, and confirm them if they are right.`,
    policy,
    ports,
  )
