/** The running counts of each class, and the one way in which a register of a date gone by is saved. */

import { schoolYearOf } from '../../../domain/calendar.ts'
import { listsTheSame } from '../../../domain/counting/absence-day.ts'
import type { ClassTally } from '../../../domain/counting/class-tally.ts'
import { noTally, recount } from '../../../domain/counting/class-tally.ts'
import type { Register } from '../../../domain/register.ts'
import type { Act, Stores } from '../../../ports/stores.ts'
import { batchGet, queryItems } from '../read.ts'
import { DAY_PREFIX, dayPk, registerKey } from '../table.ts'
import { type Db, IF_NEW, type Item, putIf, type Step, type Transaction, transact } from '../write.ts'
import { TALLY_PREFIX, tallyKey, yearPk } from '../year-keys.ts'
import { listStep } from './absence-days.ts'
import { lateChangeSteps } from './late-changes.ts'
import { fromRegisterItem } from './register-item.ts'
import { fromTallyItems, toTallyItems } from './tally-item.ts'

/** Writes of a tally: on condition that the class's own item is still the version that was read. */
const tallySteps = (academy: string, tally: ClassTally, was: ClassTally, act: Act): readonly Step[] => {
  const [own, past] = toTallyItems(academy, tally, was, { ...act, echo: true })
  if (own === undefined) return []
  const isStill =
    was.version === 0
      ? { ConditionExpression: IF_NEW }
      : { ConditionExpression: 'v = :read', ExpressionAttributeValues: { ':read': was.version } }
  return [{ put: { Item: own, ...isStill } }, ...(past ? [{ put: { Item: past } }] : [])]
}

/** A night's count tells nothing that the registers do not; a change by somebody is told by the register's own record. */
const quiet = ({ at, by, kind }: Act): Act => ({ at, by, kind })

const readTally = async (db: Db, academy: string, classId: string, date: string): Promise<ClassTally> => {
  const year = schoolYearOf(date)
  const keys = [tallyKey(academy, year, classId, 'now'), tallyKey(academy, year, classId, 'past')]
  return fromTallyItems(await batchGet(db, keys, true))[0] ?? noTally(classId, date)
}

/** A class that met another writer's count is read and counted again so many times. */
const TRIES = 5

/**
 * Saves a register of a date gone by together with what it changes in the class's count and in the date's list of absences, in one
 * transaction: no reader and no crash ever finds one without the others. Where the date is not counted yet, the count's version moves all the same, so that a night which has read
 * the older register cannot save its count. Answers what stood in the register's way.
 */
export const saveCounted = async (
  db: Db,
  academy: string,
  register: Register,
  save: { readonly was: Item | undefined; readonly step: Step },
  act: Act,
): Promise<Transaction> => {
  for (let tried = 1; ; tried++) {
    const tally = await readTally(db, academy, register.classId, register.date)
    const was = save.was && fromRegisterItem(save.was)
    const next = recount(tally, was, register)
    // A date not counted yet is listed by the night that counts it.
    const isCounted = tally.through !== undefined && register.date <= tally.through
    const listed = isCounted && !listsTheSame(was, register) ? [listStep(academy, register)] : []
    const late = isCounted ? lateChangeSteps(academy, was, register, act) : []
    const saved = await transact(db, [save.step, ...tallySteps(academy, next, tally, quiet(act)), ...listed, ...late])
    const isCountMet = !saved.won && saved.lost[0] === undefined
    if (!isCountMet || tried === TRIES) return saved
  }
}

export const tallyStore = (db: Db): Pick<Stores, 'tallies' | 'saveTally' | 'registersOn' | 'registersOf'> => ({
  tallies: async (academy, year, strong = false) =>
    fromTallyItems(await queryItems(db, { pk: yearPk(academy, year), prefix: TALLY_PREFIX, strong })),

  saveTally: async (academy, tally, was, act) => {
    const steps = tallySteps(academy, tally, was, quiet(act))
    const [only, ...others] = steps
    const put = only !== undefined && others.length === 0 && 'put' in only ? only.put : undefined
    const saved = put ? await putIf(db, put) : await transact(db, steps)
    return saved.won ? 'saved' : 'stale'
  },

  registersOn: async (academy, date, strong = true) => {
    const items = await queryItems(db, { pk: dayPk(academy, date), prefix: DAY_PREFIX.registers, strong })
    return items.map(fromRegisterItem)
  },

  registersOf: async (academy, classIds, dates, strong = false) => {
    const keys = dates.flatMap((date) =>
      classIds.flatMap((classId) =>
        (['AM', 'PM'] as const).map((session) => registerKey(academy, date, session, classId)),
      ),
    )
    return (await batchGet(db, keys, strong)).map(fromRegisterItem)
  },
})
