/** What the school's own system says, handed to the import as files: the same checks, the same hold, the same report as for a file by hand. */
import { csvText } from '../domain/csv-text.ts'
import type { Instant } from '../domain/time.ts'
import { COLUMNS } from '../imports/columns.ts'
import type { Files } from '../ports/files.ts'
import type { Mis, MisRow } from '../ports/mis.ts'
import type { Queue } from '../ports/queue.ts'
import type { Stores } from '../ports/stores.ts'
import type { Ids } from '../ports/world.ts'

export interface PullPorts {
  readonly mis: Mis
  readonly stores: Pick<Stores, 'putImport'>
  readonly files: Pick<Files, 'put'>
  readonly imports: Queue
  readonly ids: Ids
  now(): Instant
}

type Pulled = 'roll' | 'contacts' | 'marks'

export interface PulledFile {
  readonly file: Pulled
  readonly importId: string
  readonly rows: number
}

/** Contacts are read against the live roll, which the roll of the same minute needs time to become. */
const AFTER_THE_ROLL_SECONDS = 300

const send = async (
  academy: string,
  file: Pulled,
  rows: readonly MisRow[],
  asOf: Instant,
  ports: PullPorts,
  show = false,
): Promise<PulledFile> => {
  const importId = ports.ids.fresh()
  const columns = COLUMNS[file].split(' ')
  const path = `imports/${academy}/${file}/${importId}`
  await ports.files.put(
    path,
    csvText([columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))]),
    'text/csv',
  )
  await ports.stores.putImport(academy, {
    id: importId,
    file,
    state: 'waiting',
    at: ports.now(),
    rows: 0,
    done: 0,
    problems: [],
    ...(show ? { asked: { preview: true } } : {}),
  })
  const delay = file === 'contacts' ? { delaySeconds: AFTER_THE_ROLL_SECONDS } : {}
  await ports.imports.send([{ academy, importId, file, path, asOf, ...(show ? { preview: true } : {}) }], delay)
  return { file, importId, rows: rows.length }
}

/** Roll and contacts. The facts are as old as the moment before they were asked for. With `show` a person sees what they change, and applies them. */
export const pullSchool = async (academy: string, ports: PullPorts, show = false): Promise<readonly PulledFile[]> => {
  const asOf = ports.now()
  const { roll, contacts } = await ports.mis.school()
  return [
    await send(academy, 'roll', roll, asOf, ports, show),
    await send(academy, 'contacts', contacts, asOf, ports, show),
  ]
}

/** Marks that changed since, of which `choose` leaves out what is not to be taken; nothing is sent when there are none. */
export const pullMarks = async (
  academy: string,
  since: Instant,
  ports: PullPorts,
  choose = async (rows: readonly MisRow[]): Promise<readonly MisRow[]> => rows,
): Promise<readonly PulledFile[]> => {
  const asOf = ports.now()
  const rows = await choose(await ports.mis.marksSince(since))
  return rows.length === 0 ? [] : [await send(academy, 'marks', rows, asOf, ports)]
}
