/** The termly conversation about attendance: a sheet for each child of a class, ticked when it was discussed with child and family. */
import type { z } from 'zod'
import type { ConferenceBody } from '../../../../events/api/attend.ts'
import { classesThatMarked, datesIn, marksOf } from '../../../../shared/counting/marks-between.ts'
import { countedMarksOf } from '../../../../shared/counting/pupil-marks.ts'
import { type SupportRecord, termOf } from '../../../../shared/domain/attend/support.ts'
import { schoolYearOf } from '../../../../shared/domain/calendar.ts'
import { daysOf } from '../../../../shared/domain/counting/rate.ts'
import { absentIn, latenessIn, tallyOf } from '../../../../shared/domain/counting/tally.ts'
import { marksWithin } from '../../../../shared/domain/counting/window.ts'
import { idOf } from '../../../../shared/domain/ids.ts'
import { firstName, onRoll, type Pupil } from '../../../../shared/domain/people.ts'
import { ok, type Result, refused } from '../../../../shared/domain/result.ts'
import { addDays } from '../../../../shared/domain/time.ts'
import type { Call } from '../../call.ts'
import { showTally } from '../pupils/attendance-figures.ts'
import { saveSupport } from './keep-support.ts'

const recordId = (termFrom: string): string => idOf('conference', termFrom)

/** The term of today, and as much of it as is over. */
const thisTerm = (call: Call) => {
  const term = termOf(call.policy.calendar.terms, call.date)
  const yesterday = addDays(call.date, -1)
  return term && { term, span: { from: term.from, until: term.until < yesterday ? term.until : yesterday } }
}

const NO_TERM = refused(
  'no-term',
  'The policy’s calendar has no term before today.',
  'Publish the policy with its terms.',
)

/** Figures of the term so far and whether they were discussed, for every child of a class. */
export const conferenceSheets = async (call: Call, classId: string): Promise<Result<unknown>> => {
  const now = thisTerm(call)
  if (now === undefined) return NO_TERM
  const { term, span } = now
  const entries = (await call.stores.roll.roster(call.academy, classId)).filter((entry) => onRoll(entry, call.date))
  const keys = entries.map(({ key }) => key)
  const counted = await call.stores.tallies(call.academy, schoolYearOf(span.until))
  // Who came from another class this term was marked there.
  const marking = new Set([classId, ...keys.flatMap((key) => classesThatMarked({ key, classId }, counted))])
  const [pupils, registers, talks] = await Promise.all([
    call.stores.roll.pupils(call.academy, keys),
    call.stores.registersOf(call.academy, [...marking], datesIn(span)),
    Promise.all(keys.map((key) => call.stores.supportRecord(call.academy, key, recordId(term.from)))),
  ])
  const marks = marksOf(registers)
  const sheets = entries.flatMap(({ key, pupilId }, index) => {
    const pupil = pupils[key]
    if (pupil === undefined) return []
    const own = marksWithin(marks.get(key) ?? [], span, pupil)
    const tally = tallyOf(own)
    const talk = talks[index]
    return [
      {
        pupil: pupilId,
        name: `${firstName(pupil)} ${pupil.surname}`,
        figures: { ...showTally(tally), daysMissed: daysOf(absentIn(tally)) },
        lateness: latenessIn(own),
        discussed: talk ? { on: talk.on, by: talk.by } : null,
      },
    ]
  })
  return ok({ class: classId, term: term.name, ...span, target: call.policy.thresholds.target, sheets })
}

/** Ticks the sheet of this term, with the figures as they were shown. */
export const tickConference = async (
  call: Call,
  pupil: Pupil,
  body: z.output<typeof ConferenceBody>,
): Promise<Result<SupportRecord>> => {
  const now = thisTerm(call)
  if (now === undefined) return NO_TERM
  const { term, span } = now
  const stranger = body.with.find((id) => !pupil.contacts.some(({ contactId }) => contactId === id))
  if (stranger !== undefined)
    return refused('no-contact', `${stranger} is no contact of the child.`, 'Name contacts of the child.', 'with')
  if (await call.stores.supportRecord(call.academy, pupil.key, recordId(term.from)))
    return refused('already', 'It is ticked for this term.', 'Nothing more is needed.')
  const tally = tallyOf(await countedMarksOf(call.stores, call.academy, pupil, span))
  const record = {
    ...body,
    is: 'conference',
    id: recordId(term.from),
    pupil: pupil.key,
    version: 0,
    on: call.date,
    by: call.caller.sub,
    at: call.now,
    term: term.name,
    tally,
  } as const
  return saveSupport(call, record, 'conference-held', {
    term: term.name,
    with: body.with,
    words: body.words,
    figures: tally,
  })
}
