/** Dates of long ago whose marks have changed: one item a date, put by the transaction that saves the register. */
import { isDeepStrictEqual } from 'node:util'
import * as z from 'zod'
import { countedCodes } from '../../../domain/counting/class-tally.ts'
import { isLate } from '../../../domain/extracts/late-change.ts'
import type { Register } from '../../../domain/register.ts'
import type { ExtractStore } from '../../../ports/extract-store.ts'
import type { Act } from '../../../ports/stores.ts'
import { queryItems } from '../read.ts'
import type { Db, Step } from '../write.ts'
import { lateChangeKey, lateChangesPk } from '../year-keys.ts'

const LateChangeItem = z.object({ sk: z.string(), at: z.string() })

const countsTheSame = (was: Register | undefined, is: Register): boolean =>
  isDeepStrictEqual(countedCodes(was), countedCodes(is))

/** Nothing where the marks still settle, or where no code has changed. */
export const lateChangeSteps = (
  academy: string,
  was: Register | undefined,
  is: Register,
  { at }: Pick<Act, 'at'>,
): readonly Step[] =>
  isLate(is.date, at) && !countsTheSame(was, is) ? [{ put: { Item: { ...lateChangeKey(academy, is.date), at } } }] : []

export const lateChangeStore = (db: Db): Pick<ExtractStore, 'lateChanges'> => ({
  lateChanges: async (academy) => {
    const items = await queryItems(db, { pk: lateChangesPk(academy), strong: false })
    return items.map((item) => LateChangeItem.parse(item)).map(({ sk: date, at }) => ({ date, at }))
  },
})
