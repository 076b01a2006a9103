import * as z from 'zod'
import type { ReportName } from '../../../domain/reports/index.ts'
import type { KeptReport } from '../../../domain/reports/kept.ts'
import type { Act } from '../../../ports/act.ts'
import type { ReportStore } from '../../../ports/report-store.ts'
import { getItem, queryItems } from '../read.ts'
import { academyPk, type Key, part } from '../table.ts'
import { type Db, IF_NEW, type Item, putIf } from '../write.ts'

/**
 * | to find or write                   | pk                  | sk                           | cost    |
 * |------------------------------------|---------------------|------------------------------|---------|
 * | reports between dates · one of them | A#<academy>#REPORTS | <yyyymmdd>-<name>[-<class>] | 1 query |
 */
const reportsPk = (academy: string): string => `${academyPk(academy)}#REPORTS`
const reportKey = (academy: string, id: string): Key => ({ pk: reportsPk(academy), sk: part(id) })

const ReportItem = z.object({
  body: z.object({
    id: z.string(),
    // The list of the kinds would bring every report into every function that keeps the record.
    name: z.custom<ReportName>((value) => typeof value === 'string'),
    classId: z.string().exactOptional(),
    title: z.string(),
    due: z.string(),
    date: z.string(),
    period: z.object({ from: z.string(), until: z.string() }),
    made: z.string(),
    policy: z.string(),
    sha256: z.object({ json: z.string(), csv: z.string(), pdf: z.string() }),
  }) satisfies z.ZodType<KeptReport>,
})

const toItem = (academy: string, body: KeptReport, act: Act): Item => ({
  ...reportKey(academy, body.id),
  body,
  act,
})
const fromItem = (found: Item): KeptReport => ReportItem.parse(found).body

const beginsWith = (date: string): string => date.replaceAll('-', '')

export const reportStore = (db: Db): ReportStore => ({
  keptReports: async (academy, from, until) =>
    // A tilde is after every letter and digit of an id.
    (await queryItems(db, { pk: reportsPk(academy), between: [beginsWith(from), `${beginsWith(until)}~`] })).map(
      fromItem,
    ),

  keptReport: async (academy, id) => {
    const found = await getItem(db, reportKey(academy, id))
    return found && fromItem(found)
  },

  keepReport: async (academy, report, act) => {
    const put = await putIf(db, { Item: toItem(academy, report, act), ConditionExpression: IF_NEW })
    return put.won ? 'kept' : 'already'
  },
})
