/** What the office writes down of notices, as the authority does it. Nothing is ever erased: a mistake is undone and stays readable. */
import { ok, type Result, refused } from '../result.ts'
import type { Instant, LocalDate } from '../time.ts'
import { issuedOn, type NoticeState, type ParentNotice, stateOf } from './ledger.ts'

interface Doer {
  readonly by: string
  readonly at: Instant
}

const MAY_FOLLOW: Readonly<Record<NoticeState, readonly NoticeState[]>> = {
  issued: ['paid', 'withdrawn', 'prosecuted'],
  paid: ['withdrawn'],
  prosecuted: ['withdrawn'],
  withdrawn: [],
}

const future = (on: LocalDate, today: LocalDate): boolean => on > today
const FUTURE = refused('future', 'That date is not here yet.', 'Give the date on which the authority did it.', 'on')

/** Adds a notice that the authority issued. */
export const issue = (
  notices: readonly ParentNotice[],
  notice: Omit<ParentNotice, 'entries'>,
  on: LocalDate,
  today: LocalDate,
  doer: Doer,
): Result<readonly ParentNotice[]> => {
  if (future(on, today)) return FUTURE
  const same = notices.some(
    (other) => other.contactId === notice.contactId && issuedOn(other) === on && stateOf(other) !== undefined,
  )
  if (same)
    return refused('already', 'A notice to this parent on this date is recorded.', 'Look at the pupil again.', 'on')
  return ok([...notices, { ...notice, entries: [{ state: 'issued', on, ...doer }] }])
}

const NOT_FOUND = refused('not-found', 'There is no such notice.', 'Look at the pupil again.')

const changing = (
  notices: readonly ParentNotice[],
  id: string,
  change: (notice: ParentNotice) => Result<ParentNotice>,
): Result<readonly ParentNotice[]> => {
  const notice = notices.find((each) => each.id === id)
  if (notice === undefined) return NOT_FOUND
  const changed = change(notice)
  return changed.ok ? ok(notices.map((each) => (each.id === id ? changed.value : each))) : changed
}

/** What became of it: paid, withdrawn by the authority, or taken to court. */
export const follow = (
  notices: readonly ParentNotice[],
  id: string,
  next: { readonly state: NoticeState; readonly on: LocalDate; readonly because?: string },
  today: LocalDate,
  doer: Doer,
): Result<readonly ParentNotice[]> =>
  changing(notices, id, (notice) => {
    const now = stateOf(notice)
    if (now === undefined || !MAY_FOLLOW[now.state].includes(next.state))
      return refused(
        'wrong-order',
        `A notice that is ${now?.state ?? 'undone'} does not become ${next.state}.`,
        'Undo what is wrong first.',
        'state',
      )
    if (future(next.on, today)) return FUTURE
    if (next.on < now.on) return refused('wrong-date', 'That is before the last entry.', 'Give a later date.', 'on')
    return ok({ ...notice, entries: [...notice.entries, { ...next, ...doer }] })
  })

/** Takes back the last entry that stands; of the only one, the notice itself. */
export const undo = (
  notices: readonly ParentNotice[],
  id: string,
  undone: Doer & { readonly because: string },
): Result<readonly ParentNotice[]> =>
  changing(notices, id, (notice) => {
    const last = notice.entries.findLastIndex((entry) => entry.undone === undefined)
    if (last < 0) return refused('already', 'Everything about this notice was undone already.', 'Nothing needs doing.')
    return ok({ ...notice, entries: notice.entries.map((entry, at) => (at === last ? { ...entry, undone } : entry)) })
  })
