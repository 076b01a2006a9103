/** What an import must know of what was imported before: keys, identities, calendar. */
import { closedCode } from '../../shared/domain/calendar.ts'
import { lateOpeningOn, policyOfDay } from '../../shared/domain/late-opening.ts'
import type { Pupil, PupilKey, RollEntry } from '../../shared/domain/people.ts'
import { type Instant, localDate, localTime } from '../../shared/domain/time.ts'
import { calendarOf, policyAt } from '../../shared/follow-up/load-known.ts'
import { personOf } from '../../shared/imports/contact-identities.ts'
import type { MarksContext } from '../../shared/imports/marks.ts'
import type { Live, Stores } from '../../shared/ports/stores.ts'

export type Entries = ReadonlyMap<string, RollEntry & { readonly classId: string }>

/** Everybody in these classes, by pupil id; leavers and those still to come too. */
export const readEntries = async (stores: Stores, academy: string, classes: Live['classes']): Promise<Entries> => {
  const rosters = await Promise.all(
    classes.map(async ({ id }) => (await stores.roll.roster(academy, id)).map((entry) => ({ ...entry, classId: id }))),
  )
  return new Map(rosters.flat().map((entry) => [entry.pupilId, entry]))
}

export const keysOf = (entries: Entries): ReadonlyMap<string, PupilKey> =>
  new Map([...entries].map(([id, entry]) => [id, entry.key]))

/** The pupil id of a key, as the school's own files say it. */
export const idIn = (entries: Entries): ((key: string) => string) => {
  const ids = new Map([...entries.values()].map(({ key, pupilId }) => [key, pupilId]))
  return (key) => ids.get(key) ?? key
}

/** Everybody in these entries, with their contacts as they are live. */
export const readPupils = async (stores: Stores, academy: string, entries: Entries): Promise<readonly Pupil[]> =>
  Object.values(
    await stores.roll.pupils(
      academy,
      [...entries.values()].map((entry) => entry.key),
    ),
  )

/** Contact ids given at earlier imports, by person. */
export const previousIds = (pupils: readonly Pupil[]): Readonly<Record<string, string>> => {
  const people = pupils.flatMap((pupil) => pupil.contacts)
  return Object.fromEntries(
    people.flatMap((contact) => {
      const person = personOf(contact)
      return person === undefined ? [] : [[person, contact.contactId] as const]
    }),
  )
}

export interface DayContext extends MarksContext {
  /** The register of that session of today has closed: a change sets the follow-up going at once. */
  mustLook(date: string, session: 'AM' | 'PM'): boolean
  /** Where the school's own system keeps the register: after how many minutes its word is worth keeping again. */
  readonly renewAfterMinutes?: number
}

export const readDayContext = async (
  stores: Stores,
  academy: string,
  now: Instant,
  pupils: Entries,
): Promise<DayContext> => {
  const { version } = await policyAt(stores, academy, now)
  const { policy } = version
  const [calendar, open] = await Promise.all([calendarOf(stores, academy, policy), stores.open(academy)])
  const today = localDate(now, policy.zone)
  const time = localTime(now, policy.zone)
  const closesToday = open.closures.some((closure) => closure.from <= today && today <= closure.until)
  const taken = closesToday ? (await stores.day(academy, today)).registers : []
  const registerOf = (date: string, session: 'AM' | 'PM', classId: string) =>
    taken.find((register) => register.date === date && register.session === session && register.classId === classId)
  const { amCloses, pmCloses } = policyOfDay(policy, lateOpeningOn(open.lateOpenings, today)).day
  return {
    today,
    pupils,
    isOpen: (date, session, classId) =>
      closedCode(calendar, open.closures, date, session, registerOf(date, session, classId)) === undefined,
    mustLook: (date, session) => date === today && time >= (session === 'AM' ? amCloses : pmCloses),
    ...(policy.registerSource === 'mis'
      ? { renewAfterMinutes: Math.ceil(policy.registers.freshWithinMinutes / 4) }
      : {}),
  }
}
