/** Carries out what is ordered about a case. */
import { idOf } from '../domain/ids.ts'
import type { Stores } from '../ports/stores.ts'
import { actFor, type Moment, type Of } from './act-for.ts'

export const openCase = async (order: Of<'open-case'>, moment: Moment, stores: Stores): Promise<void> => {
  const { academy, date, closedCases } = moment.known
  const before = closedCases.filter((each) => each.pupil === order.pupil && each.opened === date).length
  const aCase = {
    caseId: idOf(date, 'case', order.pupil, ...(before === 0 ? [] : [String(before + 1)])),
    pupil: order.pupil,
    opened: date,
    version: 1,
    days: [date],
    steps: [],
    visits: [],
  }
  await stores.openCase(
    academy,
    aCase,
    actFor(order, moment, 'case-opened', { pupils: [order.pupil], detail: { case: aCase.caseId, day: 1 } }),
  )
}

export const reopenCase = async (order: Of<'reopen-case'>, moment: Moment, stores: Stores): Promise<void> => {
  const aCase = moment.known.closedCases.find((each) => each.caseId === order.caseId)
  if (!aCase) return
  const detail = { case: aCase.caseId, day: aCase.days.length }
  await stores.reopenCase(
    moment.known.academy,
    aCase,
    actFor(order, moment, 'case-reopened', { pupils: [order.pupil], detail }),
  )
}

export const stepCase = async (order: Of<'step-case'>, moment: Moment, stores: Stores): Promise<void> => {
  const aCase = moment.known.cases.find((each) => each.caseId === order.caseId)
  if (!aCase) return
  const newDay = aCase.days.includes(order.day) ? [] : [order.day]
  const steps = order.steps.map((step) => ({ ...step, at: moment.now, how: 'due' as const }))
  const detail = {
    case: aCase.caseId,
    day: aCase.days.length + newDay.length,
    steps: order.steps.map((step) => step.step),
  }
  const act = actFor(order, moment, steps.length > 0 ? 'case-step' : 'case-day', { pupils: [order.pupil], detail })
  await stores.stepCase(moment.known.academy, aCase, aCase.version, { days: newDay, steps }, act)
}

export const closeCase = async (order: Of<'close-case'>, moment: Moment, stores: Stores): Promise<void> => {
  const aCase = moment.known.cases.find((each) => each.caseId === order.caseId)
  if (!aCase) return
  const closed = { at: moment.now, on: moment.known.date, by: 'system', because: order.because }
  const detail = { case: aCase.caseId, because: order.because }
  await stores.closeCase(
    moment.known.academy,
    aCase,
    closed,
    actFor(order, moment, 'case-closed', { pupils: [order.pupil], detail }),
  )
}
