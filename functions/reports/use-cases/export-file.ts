/** What is live as one of the files that a school may import. */
import { createHash } from 'node:crypto'
import type { CSV_FILES } from '../../../events/import-requested.v1.ts'
import { datesIn } from '../../../shared/counting/marks-between.ts'
import type { Span } from '../../../shared/domain/counting/window.ts'
import type { Pupil } from '../../../shared/domain/people.ts'
import type { Register } from '../../../shared/domain/register.ts'
import {
  writeAgencies,
  writeCalendar,
  writeContacts,
  writeMarks,
  writeRoll,
  writeStaff,
} from '../../../shared/imports/write-files.ts'
import type { Stores } from '../../../shared/ports/stores.ts'
import type { Call } from '../call.ts'

export type ExportedFile = (typeof CSV_FILES)[number]

const DAYS_AT_ONCE = 10

const everybody = async (stores: Stores, academy: string): Promise<readonly Pupil[]> => {
  const { classes } = await stores.roll.live(academy)
  const rosters = await Promise.all(classes.map(({ id }) => stores.roll.roster(academy, id)))
  const keys = rosters.flat().map(({ key }) => key)
  return Object.values(await stores.roll.pupils(academy, keys, true))
}

const registersIn = async (stores: Stores, academy: string, span: Span): Promise<readonly Register[]> => {
  const registers: Register[] = []
  const dates = datesIn(span)
  for (let first = 0; first < dates.length; first += DAYS_AT_ONCE) {
    const some = dates.slice(first, first + DAYS_AT_ONCE)
    registers.push(...(await Promise.all(some.map((date) => stores.registersOn(academy, date)))).flat())
  }
  return registers
}

/** The text of a file; marks are those of a span. */
export const fileText = async (stores: Stores, academy: string, file: ExportedFile, span: Span): Promise<string> => {
  const { classes } = await stores.roll.live(academy)
  switch (file) {
    case 'roll':
      return writeRoll(await everybody(stores, academy), classes)
    case 'contacts':
      return writeContacts(await everybody(stores, academy))
    case 'agencies':
      return writeAgencies(await everybody(stores, academy))
    case 'staff':
      return writeStaff(await stores.roll.staff(academy), classes)
    case 'calendar': {
      const listed = (await stores.roll.listedDates(academy)) ?? {}
      return writeCalendar(Object.entries(listed).map(([date, rest]) => ({ date, ...rest })))
    }
    case 'marks': {
      const ids = new Map((await everybody(stores, academy)).map(({ key, pupilId }) => [key, pupilId]))
      return writeMarks(await registersIn(stores, academy, span), ids, classes)
    }
  }
}

/** Writes a file, notes who took it, and answers where it may be fetched for a minute. */
export const exportFile = async (call: Call, file: ExportedFile, span: Span): Promise<string> => {
  const text = await fileText(call.stores, call.academy, file, span)
  const sha256 = createHash('sha256').update(text).digest('hex')
  const id = call.world.ids.fresh()
  const about = { file, ...(file === 'marks' ? span : {}), sha256 }
  await call.stores.recordFile(
    call.academy,
    { id, ...about, by: call.caller.sub, at: call.now },
    call.act('file-exported', { detail: about }),
  )
  const files = call.world.files(call.env.FILES_BUCKET)
  const path = `reports/files/${call.academy}/${file}/${id}.csv`
  await files.put(path, text, 'text/csv; charset=utf-8')
  return files.downloadAddress(path, { name: `${file}.csv`, contentType: 'text/csv; charset=utf-8' })
}
