/** Attendance cases: the open one of a pupil beside the academy's others, the closed ones with the pupil. */
import type { AttendCase } from '../../../domain/attend/attend-case.ts'
import { nextChase } from '../../../domain/attend/plan.ts'
import type { AttendStore } from '../../../ports/attend-store.ts'
import { getItem, queryItems } from '../read.ts'
import { openKey, pupilPk, restOfKey } from '../table.ts'
import { type Db, IF_NEW, type Step, transact } from '../write.ts'
import { KeyOnly } from '../write-many.ts'
import { fromAttendItem, toAttendItem, toMeetingItem } from './attend-item.ts'
import { ATTEND_PREFIX, attendPk, chaseKey, chasesUntil, closedAttendKey, openAttendKey } from './attend-keys.ts'

/** The version that was read is still there; of one never saved, that the pupil has no open case. */
const unchanged = ({ version }: AttendCase) =>
  version === 0
    ? { ConditionExpression: IF_NEW }
    : { ConditionExpression: 'v = :read', ExpressionAttributeValues: { ':read': version } }

/** What the day must know of it. A case that was only now opened has no meeting to take away. */
const meetingStep = (academy: string, aCase: AttendCase): readonly Step[] => {
  const Item = toMeetingItem(academy, aCase)
  if (Item !== undefined) return [{ put: { Item } }]
  return aCase.version === 0 ? [] : [{ remove: { Key: openKey(academy, 'MEETING', aCase.pupil) } }]
}

/** The place under which the night finds the case: moved with the first action that is due. */
const chaseSteps = (academy: string, aCase: AttendCase): readonly Step[] => {
  const { pupil, chaseAfter: was } = aCase
  const is = nextChase(aCase)
  if (was === is) return []
  return [
    ...(was === undefined ? [] : [{ remove: { Key: chaseKey(academy, was, pupil) } }]),
    ...(is === undefined ? [] : [{ put: { Item: { ...chaseKey(academy, is, pupil) } } }]),
  ]
}

const save: (db: Db) => AttendStore['saveAttendCase'] = (db) => async (academy, aCase, act) => {
  const open = openAttendKey(academy, aCase.pupil)
  const rest = closedAttendKey(academy, aCase.pupil, aCase.opened, aCase.id)
  const steps: readonly Step[] = aCase.closed
    ? [
        { remove: { Key: open, ...unchanged(aCase) } },
        { put: { Item: toAttendItem(rest, aCase, act), ConditionExpression: IF_NEW } },
      ]
    : [{ put: { Item: toAttendItem(open, aCase, act), ...unchanged(aCase) } }]
  const saved = await transact(db, [...steps, ...meetingStep(academy, aCase), ...chaseSteps(academy, aCase)])
  return saved.won ? 'saved' : 'stale'
}

export const attendStore = (db: Db): AttendStore => ({
  attendCase: async (academy, pupil, strong = true) => {
    const item = await getItem(db, openAttendKey(academy, pupil), strong)
    return item && fromAttendItem(item)
  },
  openAttendCases: async (academy) =>
    (await queryItems(db, { pk: attendPk(academy), prefix: ATTEND_PREFIX.open, strong: false })).map(fromAttendItem),
  closedAttendCases: async (academy, pupil) => {
    const range = { pk: pupilPk(academy, pupil), prefix: ATTEND_PREFIX.closed, newestFirst: true, strong: false }
    return (await queryItems(db, range)).map(fromAttendItem)
  },
  attendToChase: async (academy, until) => {
    const between = chasesUntil(until)
    const found = await queryItems(db, { pk: attendPk(academy), between, strong: false })
    return found.map((item) => restOfKey(KeyOnly.parse(item).sk, 2))
  },
  saveAttendCase: save(db),
})
