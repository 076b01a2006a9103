/** Orders the letters of a notice to improve, and stops those that have not left the house. */
import { pupilMarksBetween } from '../../../../shared/counting/marks-between.ts'
import { schoolYearOf } from '../../../../shared/domain/calendar.ts'
import type { CountedMark } from '../../../../shared/domain/counting/tally.ts'
import { marksWithin, type Span } from '../../../../shared/domain/counting/window.ts'
import { improvementTime, improveOrder } from '../../../../shared/domain/letters/improve-order.ts'
import type { PupilKey } from '../../../../shared/domain/people.ts'
import { ok, type Result } from '../../../../shared/domain/result.ts'
import { addDays } from '../../../../shared/domain/time.ts'
import { planLetters } from '../../../../shared/follow-up/letters/plan-letters.ts'
import { calendarOf } from '../../../../shared/follow-up/load-known.ts'
import type { PenaltyMatter } from '../../../../shared/penalties/load-penalties.ts'
import type { Call } from '../../call.ts'
import { classesOf } from '../pupils/pupil-attendance.ts'

/** The school year to yesterday, and the sessions that count where they lie before it. */
export const spanOf = (call: Call, { count }: Pick<PenaltyMatter, 'count'>): Span => {
  const until = addDays(call.date, -1)
  const year = schoolYearOf(until)
  const first = count.counted[0]?.date ?? year
  return { from: first < year ? first : year, until }
}

export const marksOfMatter = async (call: Call, matter: PenaltyMatter): Promise<readonly CountedMark[]> => {
  const { pupil } = matter
  const span = spanOf(call, matter)
  const classIds = await classesOf(call, pupil, span)
  return marksWithin(await pupilMarksBetween(call.stores, call.academy, pupil.key, classIds, span), span, pupil)
}

/** Plans a letter to each parent entitled to one, and answers the time that it gives. Refused as `planLetters` refuses. */
export const orderNotice = async (
  call: Call,
  matter: PenaltyMatter,
  support: readonly string[],
): Promise<Result<{ readonly time: ReturnType<typeof improvementTime> }>> => {
  const calendar = await calendarOf(call.stores, call.academy, call.policy)
  const time = improvementTime(call.policy, calendar, call.date)
  const marks = await marksOfMatter(call, matter)
  const order = improveOrder(matter.record, marks, spanOf(call, matter), time, support, call.date)
  const planned = await planLetters(call.academy, order, {
    stores: call.stores,
    letters: call.world.files(call.env.LETTERS_BUCKET),
    work: call.world.queue(call.env.LETTERS_QUEUE_URL),
    now: () => call.now,
    freshToken: () => call.world.ids.fresh(),
  })
  return planned.ok ? ok({ time }) : planned
}

/** Letters that the post or the office's batch has are gone; the others stay. */
export const withdrawNotices = async (call: Call, pupil: PupilKey, because: string): Promise<void> => {
  const open = await call.stores.openLetters(call.academy)
  for (const letter of open) {
    if (letter.pupil !== pupil || letter.kind !== 'notice-to-improve' || letter.state === 'posting') continue
    const detail = { letter: letter.id, letter_kind: letter.kind, contact: letter.contactId, because }
    const act = call.act('letter-withdrawn', { pupils: [pupil], detail })
    await call.stores.saveLetter(call.academy, { ...letter, state: 'withdrawn', why: because }, act)
  }
}
