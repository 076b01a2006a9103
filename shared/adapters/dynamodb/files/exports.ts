import type { ExportStore } from '../../../ports/export-store.ts'
import { exportKey } from '../table.ts'
import { type Db, putIf } from '../write.ts'

export const exportStore = (db: Db): ExportStore => ({
  recordFile: async (academy, taken, act) => {
    await putIf(db, { Item: { ...exportKey(academy, taken.at, taken.id), ...taken, act } })
  },
  recordExport: async (academy, given, act) => {
    await putIf(db, { Item: { ...exportKey(academy, given.at, given.id), ...given, act } })
  },
})
