/** The files a school may import, each with its parser. A new kind of file is one line here and one in `columns.ts`. */
import { parseCalendar } from './calendar-file.ts'
import type { ImportedFile } from './columns.ts'
import { parseContacts } from './contacts.ts'
import { parseMarks } from './marks.ts'
import type { ParsedFile } from './parse-file.ts'
import { parseAgencies, parseStaff } from './people-files.ts'
import { parseRoll } from './roll.ts'
import type { SchoolFile } from './school-file.ts'

export const FILES = {
  roll: parseRoll,
  contacts: parseContacts,
  staff: parseStaff,
  agencies: parseAgencies,
  marks: parseMarks,
  calendar: parseCalendar,
} as const satisfies Record<ImportedFile, (file: SchoolFile, context: never) => ParsedFile<unknown>>
