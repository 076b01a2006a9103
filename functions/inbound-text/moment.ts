/** What is on record of a child when a text about them comes in: whether they are here, and which text it may answer. */
import type { InboundText } from '../../events/inbound-text.v1.ts'
import { type AbsenceCard, standingNow } from '../../shared/domain/absence.ts'
import { closedCode, previousSchoolDay } from '../../shared/domain/calendar.ts'
import { isOnSite } from '../../shared/domain/codes.ts'
import { entryOf } from '../../shared/domain/one-entry.ts'
import type { Pupil } from '../../shared/domain/people.ts'
import type { Moment } from '../../shared/domain/replies/which-day.ts'
import { localTime } from '../../shared/domain/time.ts'
import type { Sender } from '../../shared/inbound/sender.ts'
import type { Stores } from '../../shared/ports/stores.ts'
import type { Setting } from './setting.ts'

/** `arrived`: somebody has seen the child come in · `marked`: the register says present, and nobody has said otherwise. */
export type Presence = 'arrived' | 'marked' | undefined

/** Whether a child is in school by the record of this minute. */
export const presenceOf = async (pupil: Pupil, setting: Setting, stores: Stores): Promise<Presence> => {
  const { academy, date, now, version } = setting
  const card = await stores.card(academy, date, pupil.key)
  const standing = card && standingNow(card)
  if (standing === 'arrived') return 'arrived'
  if (standing !== undefined && standing !== 'withdrawn') return undefined
  const session = localTime(now, version.policy.zone) < version.policy.day.pmOpens ? 'AM' : 'PM'
  const own = await stores.register(academy, date, session, pupil.classId)
  const register =
    own?.marks[pupil.key] === undefined && pupil.moved === date
      ? entryOf(await stores.registersOn(academy, date), session, pupil.key, pupil.classId)
      : own
  const mark = register?.marks[pupil.key]
  if (mark === undefined || !isOnSite(mark.code)) return undefined
  return mark.source === 'arrival' ? 'arrived' : 'marked'
}

const textsTo = (card: AbsenceCard | undefined, sender: Sender) =>
  Object.values(card?.texts ?? {}).filter(
    ({ kind, contactId }) => (kind === 'unreported' || kind === 'ladder') && sender.contactIds.includes(contactId),
  )

/** The phone was told that the child was missing, and nobody has accounted for them since. */
const isStillOpen = (card: AbsenceCard | undefined, sender: Sender): boolean =>
  card !== undefined &&
  textsTo(card, sender).length > 0 &&
  ['unexplained', 'answered'].includes(standingNow(card) ?? '')

/** Whether school has begun, and which of our texts about this child the reply may answer. */
export const momentOf = async (
  text: InboundText,
  pupil: Pupil,
  sender: Sender,
  setting: Setting,
  stores: Stores,
): Promise<Moment> => {
  const { academy, date, now, version, calendar, closures } = setting
  const isSchoolDay = (['AM', 'PM'] as const).some(
    (session) => closedCode(calendar, closures, date, session) === undefined,
  )
  const hasBegun = isSchoolDay && localTime(now, version.policy.zone) >= version.policy.day.gatesOpen
  const before = previousSchoolDay(calendar, date)
  const [card, earlier] = await Promise.all([
    stores.card(academy, date, pupil.key),
    stores.card(academy, before, pupil.key),
  ])
  const answered = text.previousPublishedMessageId
  const isAnswered = (of: AbsenceCard | undefined) =>
    answered !== undefined && textsTo(of, sender).some(({ providerId }) => providerId === answered)
  return {
    today: date,
    isSchoolDay,
    hasBegun,
    ...(isAnswered(card) ? { answers: date } : isAnswered(earlier) ? { answers: before } : {}),
    ...(isStillOpen(earlier, sender) ? { textedOn: before } : {}),
  }
}
