/**
 * A family explains an absence of days gone by: the N of each becomes the code of the reason. The case is over when every day of it is
 * explained; while one is not, nobody has said where the child was then, and the steps go on.
 */

import type { Case } from '../../../../shared/domain/case.ts'
import { type Code, isUnexplained, type Session } from '../../../../shared/domain/codes.ts'
import { covering, type KnownAbsence, noteOf } from '../../../../shared/domain/known-absence.ts'
import { markedAgain } from '../../../../shared/domain/mark-again.ts'
import { observed } from '../../../../shared/domain/observance.ts'
import type { Pupil } from '../../../../shared/domain/people.ts'
import { addDays, type LocalDate } from '../../../../shared/domain/time.ts'
import { calendarOf } from '../../../../shared/follow-up/load-known.ts'
import type { Call } from '../../call.ts'
import { changeMark } from '../registers/change-mark.ts'
import { placeOf } from '../registers/register-of.ts'

const SESSIONS: readonly Session[] = ['AM', 'PM']

/** As long as a note may be; the reply keeps the whole. */
const NOTE_CHARACTERS = 200

/** What was said of which days. `words` are the family's own. */
interface Said {
  readonly from: LocalDate
  readonly until: LocalDate
  readonly words: string
}

const explainMarks = async (call: Call, pupil: Pupil, date: LocalDate, code: Code, words: string): Promise<void> => {
  for (const session of SESSIONS) {
    const { pupil: then } = await placeOf(call, pupil, date, session)
    await changeMark(call, {
      date,
      session,
      pupil: then,
      without: 'nothing',
      to: (was) =>
        was?.code === 'N'
          ? markedAgain(was, {
              ...{ code, source: 'office' },
              ...noteOf(code, words.slice(0, NOTE_CHARACTERS).toWellFormed().trim()),
            })
          : undefined,
      act: (was, now) =>
        call.act('mark-amended', {
          pupils: [pupil.key],
          detail: { date, session, was: was?.code, now: now?.code, because: 'explained later' },
        }),
    })
  }
}

/** No session of the day is without a reason: it has a code, or the family has said why and the school still owes the code. */
const isExplained = async (
  call: Call,
  pupil: Pupil,
  date: LocalDate,
  known: readonly KnownAbsence[],
): Promise<boolean> => {
  const sessions = SESSIONS.map(async (session) => {
    const { register } = await placeOf(call, pupil, date, session)
    const mark = register?.marks[pupil.key]
    return mark === undefined || !isUnexplained(mark.code) || covering(known, pupil.key, date, session).length > 0
  })
  return (await Promise.all(sessions)).every(Boolean)
}

const isWhollyExplained = async (call: Call, pupil: Pupil, { days }: Case, { from, until }: Said): Promise<boolean> => {
  // What was just said may not be in a list that is a moment old.
  const left = days.filter((date) => date < from || date > until)
  const [first] = left.toSorted()
  if (first === undefined) return true
  const known = await call.stores.knownAbsences(call.academy, first)
  const explained = await Promise.all(left.map((date) => isExplained(call, pupil, date, known)))
  return explained.every(Boolean)
}

const closeCase = async (call: Call, pupil: Pupil, said: Said): Promise<void> => {
  const { cases } = await call.stores.open(call.academy)
  const aCase = cases.find((each) => each.pupil === pupil.key && !each.closed)
  if (aCase === undefined || !(await isWhollyExplained(call, pupil, aCase, said))) return
  const because = 'every day of it was explained'
  const closed = { at: call.now, on: call.date, by: call.caller.sub, because: `contact made: ${because}` }
  const act = call.act('case-closed', { pupils: [pupil.key], detail: { case: aCase.caseId, because }, look: true })
  await call.stores.closeCase(call.academy, aCase, closed, act)
}

/** The days set apart are R; what a family travels around them waits for the school's decision. */
const observedUntil = async (call: Call, said: Said): Promise<LocalDate> => {
  const calendar = await calendarOf(call.stores, call.academy, call.policy)
  return observed(calendar, said, call.policy.registers.observanceDays).observed.until
}

/** Explains the days before today of what was reported; without a code the marks wait for the school's decision. */
export const explainEarlier = async (call: Call, pupil: Pupil, said: Said, code: Code | undefined): Promise<void> => {
  if (said.from >= call.date) return
  const until = code === 'R' ? await observedUntil(call, said) : said.until
  for (let { from: date } = said; code !== undefined && date <= until && date < call.date; date = addDays(date, 1))
    await explainMarks(call, pupil, date, code, said.words)
  await closeCase(call, pupil, said)
}
