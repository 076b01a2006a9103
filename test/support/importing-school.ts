/** A school that imports files, on real stores of its own. */
import type { ImportRequested } from '../../events/import-requested.v1.ts'
import { importFile } from '../../functions/import/use-case.ts'
import type { ImportReport, Stores } from '../../shared/ports/stores.ts'
import { memoryFiles } from './memory-files.ts'
import { springbankPolicy } from './policies.ts'
import { act, DATE, SCHOOL } from './stored-examples.ts'
import { freshStores } from './stores.ts'

/** Between the closing of the morning's register and the afternoon's. */
export const NOW = `${DATE}T10:40:00.000Z`
export const ROLL = 'pupilId,forename,surname,dateOfBirth,yearGroup,class,admitted'
export const pupilRow = (id: string, className = '3B'): string =>
  `${id},Amelia,Example,2017-05-04,3,${className},2021-09-02`

export interface ImportingSchool {
  readonly stores: Stores
  readonly logged: readonly unknown[]
  /** Files that were kept, by path. */
  readonly kept: ReadonlyMap<string, string>
  /** Imports a file; `over` are stores that behave otherwise. */
  send(
    file: ImportRequested['file'],
    lines: readonly string[],
    more?: {
      readonly asOf?: string
      readonly importId?: string
      readonly now?: string
      readonly over?: Stores
      readonly confirmedBy?: string
      readonly mapping?: string
      readonly preview?: boolean
    },
  ): Promise<ImportReport>
}

export const importingSchool = async (): Promise<ImportingSchool> => {
  const { stores } = await freshStores()
  await stores.policies.publish(SCHOOL, { version: 'v1', policy: springbankPolicy, from: '2025-09-01' }, act())
  const logged: unknown[] = []
  const { files, kept } = memoryFiles()
  let count = 0
  return {
    stores,
    logged,
    kept,
    send: (file, lines, more = {}) => {
      count++
      const bytes = new TextEncoder().encode(lines.join('\n'))
      return importFile(
        {
          academy: SCHOOL,
          importId: more.importId ?? `i${count}`,
          file,
          bytes,
          path: `imports/${SCHOOL}/${file}/i${count}`,
          ...(more.confirmedBy === undefined ? {} : { confirmedBy: more.confirmedBy }),
          ...(more.mapping === undefined ? {} : { mapping: more.mapping }),
          ...(more.preview === undefined ? {} : { preview: more.preview }),
          asOf: more.asOf ?? `${DATE}T10:30:00Z`,
        },
        {
          stores: more.over ?? stores,
          files,
          log: { write: (code, fields) => void logged.push([code, fields]) },
          now: () => more.now ?? NOW,
        },
      )
    },
  }
}
