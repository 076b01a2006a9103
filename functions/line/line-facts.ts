/** What the dialogue may know of a call at this moment. Read anew for every step: an order of a court that came in meanwhile holds. */
import { type Calendar, closedCode, isSchoolDay, nextSchoolDay } from '../../shared/domain/calendar.ts'
import type { LineFacts } from '../../shared/domain/line/call.ts'
import { childrenHeard } from '../../shared/domain/line/may-hear.ts'
import { type Instant, type LocalDate, localTime } from '../../shared/domain/time.ts'
import { calendarOf, policyAt } from '../../shared/follow-up/load-known.ts'
import { findSender } from '../../shared/inbound/sender.ts'
import type { Stores } from '../../shared/ports/stores.ts'

const SESSIONS = ['AM', 'PM'] as const

/** A child of the caller is missing today, so today is what the call is about, however late it is. */
const isMissing = async (stores: Stores, academy: string, date: LocalDate, key: string): Promise<boolean> => {
  const card = await stores.card(academy, date, key)
  return SESSIONS.some((session) => ['unexplained', 'answered'].includes(card?.sessions[session]?.standing ?? ''))
}

/** The first day that a report speaks of: today while it is school or a child is missing, else the next school day. */
const aboutDay = async (
  stores: Stores,
  academy: string,
  children: LineFacts['children'],
  when: { readonly date: LocalDate; readonly isOver: boolean; readonly calendar: Calendar },
): Promise<LocalDate> => {
  const { date, calendar, isOver } = when
  const { closures } = await stores.open(academy, false)
  const isOpen =
    isSchoolDay(calendar, date) && SESSIONS.some((session) => !closedCode(calendar, closures, date, session))
  if (isOpen && !isOver) return date
  const missing = await Promise.all(children.map(({ key }) => isMissing(stores, academy, date, key)))
  return missing.includes(true) ? date : nextSchoolDay(calendar, date)
}

/** `about` is the day that the call has been about since it began; left out when it begins. */
export const lineFacts = async (
  stores: Stores,
  academy: string,
  caller: { readonly from: string | undefined; readonly about: LocalDate | undefined },
  now: Instant,
): Promise<LineFacts> => {
  const { version, date } = await policyAt(stores, academy, now)
  const { policy } = version
  const [calendar, sender] = await Promise.all([
    calendarOf(stores, academy, policy),
    caller.from === undefined ? undefined : findSender(stores, academy, caller.from, date),
  ])
  const children =
    caller.from === undefined || sender === undefined
      ? []
      : childrenHeard(sender.children, caller.from, sender.contactIds, date)
  const isOver = localTime(now, policy.zone) > policy.day.ends
  const from = caller.about ?? (await aboutDay(stores, academy, children, { date, calendar, isOver }))
  return { policy, calendar, from, today: date, children }
}
