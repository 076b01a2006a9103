/** A family explains an absence of a day gone by: its N becomes the code of the reason, and the case that it opened is over. */

import { CODES, type Code } from '../../../shared/domain/codes.ts'
import { noteOf } from '../../../shared/domain/known-absence.ts'
import type { Pupil } from '../../../shared/domain/people.ts'
import { addDays } from '../../../shared/domain/time.ts'
import type { Call } from '../call.ts'
import { changeMark } from './change-mark.ts'
import { placeOf } from './register-of.ts'

const explainMarks = async (call: Call, pupil: Pupil, date: string, code: Code): Promise<void> => {
  for (const session of ['AM', 'PM'] as const) {
    const { pupil: then } = await placeOf(call, pupil, date, session)
    await changeMark(call, {
      date,
      session,
      pupil: then,
      without: 'nothing',
      to: (was) =>
        was?.code === 'N'
          ? { code, source: 'office', ...noteOf(code, CODES[code].needsNote && 'explained later') }
          : undefined,
      act: (was, now) =>
        call.act('mark-amended', {
          pupils: [pupil.key],
          detail: { date, session, was: was?.code, now: now?.code, because: 'explained later' },
        }),
    })
  }
}

const closeCase = async (call: Call, pupil: Pupil, because: string): Promise<void> => {
  const { cases } = await call.stores.open(call.academy)
  const aCase = cases.find((each) => each.pupil === pupil.key && !each.closed)
  if (aCase === undefined) return
  const closed = { at: call.now, on: call.date, by: call.caller.sub, because: `contact made: ${because}` }
  const act = call.act('case-closed', { pupils: [pupil.key], detail: { case: aCase.caseId, because }, look: true })
  await call.stores.closeCase(call.academy, aCase, closed, act)
}

/** Explains the days before today of what was reported; without a code the marks wait for the school's decision. */
export const explainEarlier = async (
  call: Call,
  pupil: Pupil,
  said: { readonly from: string; readonly until: string },
  code: Code | undefined,
): Promise<void> => {
  if (said.from >= call.date) return
  for (let date = said.from; code !== undefined && date <= said.until && date < call.date; date = addDays(date, 1))
    await explainMarks(call, pupil, date, code)
  await closeCase(call, pupil, 'an earlier absence was explained')
}
