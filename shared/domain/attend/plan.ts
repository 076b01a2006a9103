/**
 * What is agreed with a family in an attendance case, and what becomes of it: the plan and its owner, what keeps the child from school, actions,
 * check-ins and the fortnightly review. Each function gives the case as it is then, or says why not.
 * Source: the attendance policy on Intervention (create action plans in partnership with families; monitor the impact of any intervention) and
 * the strong ethos (an ATTEND framework in place and reviewed fortnightly).
 */
import { idOf } from '../ids.ts'
import { ok, type Result, refused } from '../result.ts'
import type { LocalDate } from '../time.ts'
import type { Action, AttendCase, Barrier, CheckIn, Deed, Plan, Review } from './attend-case.ts'

/** More would make the record of a case too large to be kept whole. */
export const MOST = { actions: 100, barriers: 40, checkIns: 150, reviews: 60 } as const

const full = (aCase: AttendCase, list: keyof typeof MOST): Result<never> | undefined =>
  aCase[list].length >= MOST[list]
    ? refused('too-many', `A case holds ${MOST[list]} of these.`, 'Close it and open another.')
    : undefined

/** A plan agreed anew takes the place of the one before, which the history keeps; its actions and barriers stay. */
export const agreePlan = (aCase: AttendCase, plan: Plan, review: LocalDate): Result<AttendCase> =>
  review <= plan.agreedOn
    ? refused('past', 'The review is not ahead.', 'Give a date after today.', 'review')
    : ok({ ...aCase, plan, review })

export const addBarrier = (aCase: AttendCase, barrier: Barrier): Result<AttendCase> =>
  full(aCase, 'barriers') ?? ok({ ...aCase, barriers: [...aCase.barriers, barrier] })

export const addAction = (aCase: AttendCase, action: Omit<Action, 'state'>): Result<AttendCase> =>
  action.due < action.agreedOn
    ? refused('past', 'The action would be due before it was agreed.', 'Give today or a date ahead.', 'due')
    : (full(aCase, 'actions') ?? ok({ ...aCase, actions: [...aCase.actions, { ...action, state: 'open' }] }))

export const endAction = (
  aCase: AttendCase,
  id: string,
  state: 'done' | 'dropped',
  ended: Deed & { readonly words: string },
): Result<AttendCase> =>
  aCase.actions.some((action) => action.id === id && action.state === 'open')
    ? ok({
        ...aCase,
        actions: aCase.actions.map((action) => (action.id === id ? { ...action, state, ended } : action)),
      })
    : refused('no-action', 'That action is not open.', 'Look at the case again.')

export const addCheckIn = (aCase: AttendCase, checkIn: CheckIn, today: LocalDate): Result<AttendCase> =>
  checkIn.on > today
    ? refused('future', 'The check-in is still to come.', 'Give today or a day before.', 'on')
    : (full(aCase, 'checkIns') ?? ok({ ...aCase, checkIns: [...aCase.checkIns, checkIn] }))

/** What was seen at the review, and when the next one is. */
export const recordReview = (aCase: AttendCase, review: Review, next: LocalDate): Result<AttendCase> =>
  next <= review.on
    ? refused('past', 'The next review is not ahead.', 'Give a date after today.', 'next')
    : (full(aCase, 'reviews') ?? ok({ ...aCase, reviews: [...aCase.reviews, review], review: next }))

/** The task that asks about an overdue action. */
export const actionTaskId = (actionId: string): string => idOf('action', actionId)

/** Actions that should have been done by the end of a date. */
export const overdueActions = ({ actions }: Pick<AttendCase, 'actions'>, until: LocalDate): readonly Action[] =>
  actions.filter(({ state, due }) => state === 'open' && due <= until)

/** Overdue, and nobody has been asked about it yet. */
export const toChase = (aCase: Pick<AttendCase, 'actions'>, until: LocalDate): readonly Action[] =>
  overdueActions(aCase, until).filter(({ chasedOn }) => chasedOn === undefined)

export const markChased = (aCase: AttendCase, until: LocalDate): AttendCase => {
  const chased = new Set(toChase(aCase, until).map(({ id }) => id))
  return {
    ...aCase,
    actions: aCase.actions.map((action) => (chased.has(action.id) ? { ...action, chasedOn: until } : action)),
  }
}

/** The first date after which somebody has to be asked about an action; none when nothing is open, or everybody has been asked. */
export const nextChase = ({ actions, closed }: Pick<AttendCase, 'actions' | 'closed'>): LocalDate | undefined =>
  closed
    ? undefined
    : actions
        .filter(({ state, chasedOn }) => state === 'open' && chasedOn === undefined)
        .map(({ due }) => due)
        .toSorted()[0]

/** Where the work began that attendance is compared before and after: the plan, else the first meeting that was attended, else the opening. */
export const workBegan = ({ plan, meetings, opened }: AttendCase): LocalDate =>
  plan?.agreedOn ?? meetings.find(({ state }) => state === 'attended')?.date ?? opened

/** Cases whose review has come by a date, the longest overdue first. */
export const dueForReview = (cases: readonly AttendCase[], until: LocalDate): readonly AttendCase[] =>
  cases
    .filter(({ review }) => review <= until)
    .toSorted((one, other) => one.review.localeCompare(other.review) || one.pupil.localeCompare(other.pupil))
