import * as z from 'zod'
import type { OpenRecord, Stores } from '../../../ports/stores.ts'
import { fromMeetingItem } from '../casework/attend-item.ts'
import { fromRefusedItem } from '../casework/leave-item.ts'
import { fromDueItem } from '../casework/stage-item.ts'
import { fromReplyItem } from '../contact/reply-item.ts'
import { queryItems, type Range } from '../read.ts'
import { fromRegisterItem } from '../registers/register-item.ts'
import { type LiveReader, liveAmong } from '../roll/live.ts'
import { fromRunItems } from '../runs.ts'
import { DAY_PREFIX, dayPk, type OpenKind, openPk } from '../table.ts'
import { fromCardItem, resolveTexts } from '../texts/card-item.ts'
import type { Db, Item } from '../write.ts'
import { fromBrakeItem } from './brakes.ts'
import { fromCaseItem } from './case-item.ts'
import { ClosureItem, CoverItem, HoldItem, LateOpeningItem, RiskItem, StopItem } from './open-thing-items.ts'
import { fromTaskItem } from './task-item.ts'

const Sorted = z.object({ sk: z.string() })
const beginning = (items: readonly Item[], prefix: string): readonly Item[] =>
  items.filter((item) => Sorted.parse(item).sk.startsWith(prefix))

const TASKS: OpenKind = 'TASK'

const openOf = async (db: Db, live: LiveReader, range: Range, academy: string): Promise<OpenRecord> => {
  const query = queryItems(db, range)
  const alive = query.then((found) => liveAmong(academy, found))
  if (range.strong !== false) void live.learn(academy, alive)
  const [items, { generations, classes }] = await Promise.all([query, alive])
  const of = (kind: OpenKind): readonly Item[] => beginning(items, `${kind}#`)
  return {
    live: { generations, classes },
    tasks: of(TASKS).map(fromTaskItem),
    cases: of('CASE').map(fromCaseItem),
    holds: of('HOLD').map((item) => HoldItem.parse(item).body),
    closures: of('CLOSURE').map((item) => ClosureItem.parse(item).body),
    lateOpenings: of('LATE').map((item) => LateOpeningItem.parse(item).body),
    stopped: of('STOP').map((item) => StopItem.parse(item).body),
    due: of('DUE').map(fromDueItem),
    meetings: of('MEETING').map(fromMeetingItem),
    refusedLeave: of('REFUSED').map(fromRefusedItem),
    risks: of('RISK').map((item) => RiskItem.parse(item).body),
    covers: of('COVER').map((item) => CoverItem.parse(item).body),
  }
}

/** A day, and all that is open: one strongly consistent query each. */
export const dayStore = (db: Db, live: LiveReader): Pick<Stores, 'day' | 'open' | 'openButTasks'> => ({
  day: async (academy, date, strong = true) => {
    const items = await queryItems(db, { pk: dayPk(academy, date), strong })
    const cards = beginning(items, DAY_PREFIX.cards).map(fromCardItem)
    return {
      registers: beginning(items, DAY_PREFIX.registers).map(fromRegisterItem),
      cards: cards.map((card) => resolveTexts(card, cards)),
      brakes: beginning(items, DAY_PREFIX.brakes).map(fromBrakeItem),
      replies: beginning(items, DAY_PREFIX.replies).map(fromReplyItem),
      endedTasks: beginning(items, DAY_PREFIX.endedTasks).map(fromTaskItem),
      closedCases: beginning(items, DAY_PREFIX.closedCases).map(fromCaseItem),
      runs: fromRunItems(beginning(items, DAY_PREFIX.runs)),
    }
  },

  open: (academy, strong = true) => openOf(db, live, { pk: openPk(academy), strong }, academy),

  // Of all kinds, tasks sort last.
  openButTasks: (academy) => openOf(db, live, { pk: openPk(academy), before: `${TASKS}#` }, academy),
})
