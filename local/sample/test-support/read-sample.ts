/** A made-up academy read back as an import would read it. */
import { closedCode } from '../../../shared/domain/calendar.ts'
import { parseCalendar } from '../../../shared/imports/calendar-file.ts'
import { parseContacts } from '../../../shared/imports/contacts.ts'
import { parseMarks } from '../../../shared/imports/marks.ts'
import { parseAgencies, parseStaff } from '../../../shared/imports/people-files.ts'
import { parseRoll } from '../../../shared/imports/roll.ts'
import { readTrust } from '../../open-trust.ts'
import type { SampleFiles } from '../make-sample.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

export const policyOf = (academy: string) => {
  const found = readTrust().find(({ policy }) => policy.academy === academy)
  if (!found) throw new Error(`there is no policy of ${academy}`)
  return found.policy
}

/** Every file parsed on `today`, with all that is wrong in `problems`. */
export const readSample = (files: SampleFiles, today: string) => {
  const calendar = parseCalendar(bytes(files.calendar))
  const listed = Object.fromEntries(calendar.rows.map(({ date, ...rest }) => [date, rest]))
  const roll = parseRoll(bytes(files.roll), { today, previousKeys: {}, generation: 1 })
  const keys = new Map(roll.rows.map((pupil) => [pupil.pupilId, pupil.key]))
  const contacts = parseContacts(bytes(files.contacts), { keys, previousIds: {}, generation: 1 })
  const agencies = parseAgencies(bytes(files.agencies), keys)
  const staff = parseStaff(bytes(files.staff))
  const marks = parseMarks(bytes(files.marks), {
    today,
    pupils: new Map(roll.rows.map((pupil) => [pupil.pupilId, pupil])),
    isOpen: (date, session) => closedCode({ listed, terms: [] }, [], date, session) === undefined,
  })
  const problems = [calendar, roll, contacts, agencies, staff, marks].flatMap((file) => file.problems)
  return { calendar, roll, contacts, agencies, staff, marks, problems }
}
