/** What stands when a register is entered over what others know already: arrivals, known absences, the office. */
import type { z } from 'zod'
import type { RegisterBody } from '../../../../events/api/registers.ts'
import type { AbsenceCard } from '../../../../shared/domain/absence.ts'
import { CODES, readCode, type Session } from '../../../../shared/domain/codes.ts'
import { markedAgain } from '../../../../shared/domain/mark-again.ts'
import { checkMark } from '../../../../shared/domain/mark-check.ts'
import type { RollEntry } from '../../../../shared/domain/people.ts'
import type { Mark, Register } from '../../../../shared/domain/register.ts'
import type { Refusal } from '../../../../shared/domain/result.ts'
import { type Call, isOffice } from '../../call.ts'
import { wasTexted } from '../office/card-first.ts'
import { refuseCode } from './may-give.ts'
import type { SessionDay } from './session-day.ts'

export interface RegisterPlace {
  readonly date: string
  readonly session: Session
  readonly classId: string
}

export type Body = z.output<typeof RegisterBody>

export interface Settled {
  readonly key: string
  readonly mark: Mark
  readonly was: Mark | undefined
  readonly overKnown: boolean
  readonly disputed: boolean
}

const BETTER_KNOWN: readonly Mark['source'][] = ['known', 'arrival', 'office']

/** What stands when a teacher and somebody who knows better disagree. */
const settle = (
  call: Call,
  entered: Mark,
  was: Mark | undefined,
  card: AbsenceCard | undefined,
): Pick<Settled, 'mark' | 'overKnown' | 'disputed'> => {
  const present = CODES[entered.code].category === 'present'
  const plain = { mark: entered, overKnown: false, disputed: false }
  if (isOffice(call) || was === undefined) return plain
  if (!present && BETTER_KNOWN.includes(was.source)) return { ...plain, mark: was }
  if (present && was.source === 'arrival') return { ...plain, mark: was }
  if (present && was.code === 'N' && wasTexted(card)) return { mark: was, overKnown: false, disputed: true }
  return { ...plain, overKnown: present && was.source === 'known' }
}

/** A mark as entered: the office's own only where it says more than a teacher may, so that an ordinary register stays small. */
const enteredMark = (
  call: Call,
  code: Mark['code'],
  was: Mark | undefined,
  rest: Pick<Mark, 'note' | 'minutesLate'>,
): Mark => {
  // Sent back as it was read: whoever knew it first is not forgotten. The N that closing gave is no more than that nobody had said anything.
  if (was?.code === code && was.source !== 'close') return { ...was, ...rest }
  const asOffice =
    isOffice(call) && (was !== undefined ? was.code !== code : !call.policy.registers.teacherCodes.includes(code))
  return markedAgain(was, { code, source: asOffice ? 'office' : 'teacher', ...rest })
}

/** Reads every entered mark: what is to stand, and which cannot. `stands`: the marks that pupils of the class have, wherever they were made. */
export const readMarks = (
  call: Call,
  place: RegisterPlace,
  day: SessionDay,
  body: Body,
  roster: readonly RollEntry[],
  current: Register | undefined,
  stands: Register['marks'],
  cards: ReadonlyMap<string, AbsenceCard>,
): { readonly settled: readonly Settled[]; readonly refusals: (Refusal & { pupil: string })[] } => {
  const settled: Settled[] = []
  const refusals: (Refusal & { pupil: string })[] = []
  const entries = new Map(roster.map((entry) => [entry.pupilId, entry]))
  for (const [pupil, { code: typed, note: entered, minutesLate }] of Object.entries(body.marks)) {
    const entry = entries.get(pupil)
    const known = entry && day.premark(entry.key)
    const was = (entry && stands[entry.key]) ?? known
    // What the register showed, sent back as it was read.
    const shown = [was, known].find((mark) => mark?.code === readCode(typed))
    const note = entered ?? shown?.note
    const checked = checkMark({ code: typed, ...(note === undefined ? {} : { note }) }, entry, {
      ...place,
      today: call.date,
      closed: day.closedFor(current),
    })
    const refusal = checked.ok ? refuseCode(call, checked.value, [shown?.code]) : checked.refusal
    if (refusal) refusals.push({ pupil, ...refusal })
    else if (checked.ok && entry) {
      const extras = { ...(note === undefined ? {} : { note }), ...(minutesLate === undefined ? {} : { minutesLate }) }
      const isTheirs = isOffice(call) || call.policy.registers.teacherCodes.includes(checked.value)
      const mark = shown !== undefined && !isTheirs ? shown : enteredMark(call, checked.value, was, extras)
      settled.push({ key: entry.key, was, ...settle(call, mark, was, cards.get(entry.key)) })
    }
  }
  return { settled, refusals }
}
