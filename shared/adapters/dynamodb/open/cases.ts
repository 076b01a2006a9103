import * as z from 'zod'
import type { Case } from '../../../domain/case.ts'
import type { Stores } from '../../../ports/stores.ts'
import { getItem, queryItems } from '../read.ts'
import {
  CASE_PREFIX,
  caseClosedOnKey,
  closedCaseKey,
  closedCasePointerKey,
  dayPk,
  openKey,
  openPk,
  pupilPk,
} from '../table.ts'
import { type Db, IF_NEW, IF_THERE, transact, updateIf } from '../write.ts'
import { fromCaseItem, toCaseItem } from './case-item.ts'
import { moveToRest } from './move-to-rest.ts'

const bodyOf = ({ version: _, ...body }: Case) => body

const open: (db: Db) => Stores['openCase'] = (db) => async (academy, aCase, act) => {
  const item = toCaseItem(openKey(academy, 'CASE', aCase.pupil), bodyOf(aCase), 1, act)
  const opened = await transact(db, [
    { put: { Item: item, ConditionExpression: IF_NEW } },
    { check: { Key: closedCaseKey(academy, aCase.pupil, aCase.opened, aCase.caseId), ConditionExpression: IF_NEW } },
  ])
  return opened.won ? 'opened' : 'already'
}

const reopen: (db: Db) => Stores['reopenCase'] = (db) => async (academy, aCase, act) => {
  const { closed, ...body } = bodyOf(aCase)
  if (closed === undefined) return 'already'
  const item = toCaseItem(openKey(academy, 'CASE', aCase.pupil), body, aCase.version + 1, act)
  const rest = closedCaseKey(academy, aCase.pupil, aCase.opened, aCase.caseId)
  const reopened = await transact(db, [
    { put: { Item: item, ConditionExpression: IF_NEW } },
    { remove: { Key: rest, ConditionExpression: IF_THERE } },
    { remove: { Key: caseClosedOnKey(academy, closed.on, aCase.caseId) } },
  ])
  return reopened.won ? 'reopened' : 'already'
}

const step: (db: Db) => Stores['stepCase'] = (db) => async (academy, aCase, expected, add, act) => {
  const lists = Object.entries(add).filter(([, more]) => more !== undefined && more.length > 0)
  const appended = lists.map(([list]) => `#body.#${list} = list_append(#body.#${list}, :${list})`)
  const saved = await updateIf(db, {
    Key: openKey(academy, 'CASE', aCase.pupil),
    UpdateExpression: `SET ${[...appended, 'v = :next', 'act = :act'].join(', ')}`,
    ConditionExpression: 'v = :expected AND #body.caseId = :case',
    ExpressionAttributeNames: { '#body': 'body', ...Object.fromEntries(lists.map(([list]) => [`#${list}`, list])) },
    ExpressionAttributeValues: {
      ':expected': expected,
      ':next': expected + 1,
      ':case': aCase.caseId,
      ':act': act,
      ...Object.fromEntries(lists.map(([list, more]) => [`:${list}`, more])),
    },
  })
  return saved.won ? 'saved' : 'stale'
}

const close: (db: Db) => Stores['closeCase'] = (db) => async (academy, aCase, closed, act) => {
  const moved = await moveToRest(db, openKey(academy, 'CASE', aCase.pupil), (found) => {
    const now = fromCaseItem(found)
    if (now.caseId !== aCase.caseId) return undefined
    const body = { ...bodyOf(now), closed }
    const { act: _, ...ofThatDay } = toCaseItem(
      caseClosedOnKey(academy, closed.on, now.caseId),
      body,
      now.version + 1,
      act,
    )
    return [
      toCaseItem(closedCaseKey(academy, now.pupil, now.opened, now.caseId), body, now.version + 1, act),
      ofThatDay,
      { ...closedCasePointerKey(academy, now.caseId), pupil: now.pupil, opened: now.opened },
    ]
  })
  return moved ? 'closed' : 'already'
}

const Pointer = z.object({ pupil: z.string(), opened: z.string() })

const byId: (db: Db) => Stores['case'] = (db) => async (academy, caseId) => {
  const open = await queryItems(db, { pk: openPk(academy), prefix: CASE_PREFIX })
  const current = open.map(fromCaseItem).find((each) => each.caseId === caseId)
  if (current) return current
  const pointer = await getItem(db, closedCasePointerKey(academy, caseId))
  if (pointer === undefined) return undefined
  const { pupil, opened } = Pointer.parse(pointer)
  const closed = await getItem(db, closedCaseKey(academy, pupil, opened, caseId))
  return closed && fromCaseItem(closed)
}

const closedOn: (db: Db) => Stores['casesClosedOn'] = (db) => async (academy, date) =>
  (await queryItems(db, { pk: dayPk(academy, date), prefix: CASE_PREFIX, strong: false })).map(fromCaseItem)

const casesOf: (db: Db) => Stores['casesOf'] = (db) => async (academy, pupil) => {
  // The open one first: a case that closes between the two reads is then found in both, and never in neither.
  const current = await getItem(db, openKey(academy, 'CASE', pupil))
  const closed = await queryItems(db, { pk: pupilPk(academy, pupil), prefix: CASE_PREFIX, newestFirst: true })
  const past = closed.map(fromCaseItem)
  const now = current && fromCaseItem(current)
  return now === undefined || past.some((one) => one.caseId === now.caseId) ? past : [now, ...past]
}

/** Cases: the open one of a pupil in the open partition, the closed ones with the pupil and in their day. */
export const caseStore = (
  db: Db,
): Pick<Stores, 'openCase' | 'reopenCase' | 'stepCase' | 'closeCase' | 'case' | 'casesClosedOn' | 'casesOf'> => ({
  openCase: open(db),
  reopenCase: reopen(db),
  stepCase: step(db),
  closeCase: close(db),
  case: byId(db),
  casesClosedOn: closedOn(db),
  casesOf: casesOf(db),
})
