/** Returns that are found due all at once, after marks of many days came in together: one task that lists the children. */
import type { Policy } from '../../academies/policy.ts'
import { AT_ONCE, type Ending, endSettledBatches } from '../counting/held-batch.ts'
import { schoolYearOf } from '../domain/calendar.ts'
import { idOf } from '../domain/ids.ts'
import type { PupilKey } from '../domain/people.ts'
import { type AuthorityReturn, type ReturnKind, returnId, returnState } from '../domain/returns/authority-return.ts'
import type { Task } from '../domain/task.ts'
import { addDays, instantOf, type LocalDate } from '../domain/time.ts'
import type { Act } from '../ports/act.ts'
import type { Stores } from '../ports/stores.ts'
import { RETURN_GROUND, type ReturnMoment } from './ask-return.ts'

interface Found {
  readonly kind: ReturnKind
  readonly pupil: PupilKey
  readonly from: LocalDate
  readonly days?: number
}

/**
 * Longer by more than a day than what asks for it, when it is first seen: the nights before had no marks to see it by. A child whom nobody can
 * account for is never put on a list.
 */
export const isLongPast = ({ kind, days = 0 }: Pick<Found, 'kind' | 'days'>, rule: Policy['returns']): boolean => {
  const least = { absence: rule.absenceDays, 'joint-enquiry': rule.jointEnquiryDays, sickness: rule.sicknessDays }
  return (kind === 'absence' || kind === 'joint-enquiry' || kind === 'sickness') && days > least[kind] + 1
}

const act = (moment: ReturnMoment, kind: string, pupils: readonly PupilKey[], detail: Act['detail']): Act => ({
  ...RETURN_GROUND,
  at: moment.now,
  by: moment.by,
  kind,
  pupils,
  policy: moment.policyVersion,
  ...(detail ? { detail } : {}),
})

/** Answers the ids of the returns that the task asks for; every other has a task of its own. `due`: the day by which they are sent. */
export const askTogether = async (
  stores: Pick<Stores, 'raiseTask' | 'task'>,
  moment: ReturnMoment,
  found: readonly Found[],
  due: LocalDate,
): Promise<ReadonlySet<string>> => {
  const pupils = [...new Set(found.map(({ pupil }) => pupil))].toSorted()
  if (pupils.length < AT_ONCE) return new Set()
  const { academy, now, today, policy } = moment
  const task: Task = {
    ...RETURN_GROUND,
    id: idOf(today, 'held', 'returns'),
    kind: 'held-batch',
    date: today,
    version: 1,
    pupils,
    about: 'returns',
    raised: now,
    due: instantOf(due, policy.day.ends, policy.zone),
    doers: policy.returns.doers,
    urgent: false,
    state: 'open',
    why: `${pupils.length} children had been away for so long that the authority must be told, when their marks came in all at once. Look at the marks first, then send each return or record why it is not due, under returns. This ends with the last of them.`,
    pages: {},
  }
  const detail = { task: task.id, task_kind: task.kind, due: task.due }
  const raised = await stores.raiseTask(academy, task, act(moment, 'task-raised', pupils, detail))
  const listed = raised === 'raised' ? pupils : ((await stores.task(academy, task.id))?.pupils ?? [])
  return new Set(
    found.filter(({ pupil }) => listed.includes(pupil)).map(({ kind, pupil, from }) => returnId(kind, pupil, from)),
  )
}

/** Ends the list when every return that it asked for is settled. */
export const endReturned = async (
  stores: Pick<Stores, 'open' | 'endTask' | 'returns'>,
  moment: ReturnMoment,
  pupil: PupilKey,
): Promise<void> => {
  const what = 'Each return was sent, or found not to be due.'
  const year = schoolYearOf(moment.today)
  const read = [schoolYearOf(addDays(year, -1)), year].map((each) => stores.returns(moment.academy, each))
  const asked: readonly AuthorityReturn[] = (await Promise.all(read)).flat()
  const waits = async (each: PupilKey, batch: Task) =>
    asked.some((one) => one.pupil === each && one.asked === batch.date && returnState(one) === 'due')
  const ending: Ending = {
    what,
    by: moment.by,
    act: (kind, task) => act(moment, kind, task.pupils, { task: task.id, task_kind: task.kind, what }),
  }
  await endSettledBatches(stores, moment.academy, 'returns', pupil, waits, ending)
}
