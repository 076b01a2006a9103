/** The school's, the Department's and the governors' figures for one question side by side, and another report's if its ways are told. */
import { allMarksBetween } from '../../../shared/counting/marks-between.ts'
import { schoolYearOf } from '../../../shared/domain/calendar.ts'
import { type Span, termSpan } from '../../../shared/domain/counting/window.ts'
import {
  type Counted,
  type Definition,
  departmentDefinition,
  governorsDefinition,
  schoolDefinition,
} from '../../../shared/domain/reconciliation/definition.ts'
import { reconcile } from '../../../shared/domain/reconciliation/reconcile.ts'
import type { Call } from '../call.ts'

/** Everybody with a mark in the span. Of whoever has left the roll's file the return about them still knows the age. */
const everybodyIn = async (call: Call, span: Span): Promise<readonly Counted[]> => {
  const { stores, academy } = call
  const marks = await allMarksBetween(stores, academy, span)
  const [pupils, ...returns] = await Promise.all([
    stores.roll.pupils(academy, [...marks.keys()]),
    ...[...new Set([schoolYearOf(span.from), schoolYearOf(span.until)])].map((year) => stores.returns(academy, year)),
  ])
  const children = new Map(returns.flat().map(({ pupil, child }) => [pupil, child]))
  return [...marks].map(([key, own]): Counted => {
    const pupil = pupils[key]
    if (pupil) return { key, marks: own, enrolment: pupil, dateOfBirth: pupil.dateOfBirth }
    const dateOfBirth = children.get(key)?.dateOfBirth
    return { key, marks: own, ...(dateOfBirth === undefined ? {} : { dateOfBirth }) }
  })
}

/** What another report counts otherwise than the school does. */
export type Otherwise = Partial<Definition>

const widest = (definitions: readonly Definition[]): Span => ({
  from: definitions.map(({ window }) => window.from).toSorted()[0] ?? '',
  until:
    definitions
      .map(({ window }) => window.until)
      .toSorted()
      .at(-1) ?? '',
})

/** Each figure is compared with the school's own; `touches` and shares are of the way from it. */
export const reconcileFigures = async (call: Call, window: Span, otherwise: Otherwise | undefined) => {
  const school = schoolDefinition(window)
  const term = termSpan({ listed: {}, terms: call.policy.calendar.terms }, window.until)
  const others = {
    department: departmentDefinition(window, schoolYearOf(window.until)),
    governors: governorsDefinition(window, term),
    ...(otherwise ? { other: { ...school, ...otherwise } } : {}),
  }
  const everybody = await everybodyIn(call, widest([school, ...Object.values(others)]))
  const against = Object.entries(others).map(([name, definition]) => {
    const { second, difference, causes } = reconcile(everybody, school, definition, window.until)
    return [name, { counts: definition, figure: second, difference, causes }] as const
  })
  return {
    ...window,
    school: { counts: school, figure: reconcile(everybody, school, school, window.until).first },
    ...Object.fromEntries(against),
  }
}
