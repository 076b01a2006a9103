/** Plans the termly letters of one class: a letter to each parent of each pupil on its roll. Ordered twice, it is the same letters once. */
import type { LetterWork } from '../../events/letter-work.v1.ts'
import { classesThatMarked, datesIn, marksOf } from '../../shared/counting/marks-between.ts'
import { schoolYearOf } from '../../shared/domain/calendar.ts'
import { marksWithin } from '../../shared/domain/counting/window.ts'
import { termlyOrder } from '../../shared/domain/letters/termly-order.ts'
import { onRoll } from '../../shared/domain/people.ts'
import { planLetters } from '../../shared/follow-up/letters/plan-letters.ts'
import { policyAt } from '../../shared/follow-up/load-known.ts'
import type { LetterPorts } from './ports.ts'

type Termly = Extract<LetterWork, { do: 'termly' }>

export const planTermly = async (work: Termly, ports: LetterPorts): Promise<void> => {
  const { academy, letter, from, until, term } = work
  const { stores } = ports
  const span = { from, until }
  const { date } = await policyAt(stores, academy, ports.now())
  const [roster, tallies] = await Promise.all([
    stores.roll.roster(academy, work.class),
    stores.tallies(academy, schoolYearOf(until)),
  ])
  const pupils = roster.filter(
    (pupil) => onRoll(pupil, date) && (work.year === undefined || pupil.yearGroup === work.year),
  )
  // A pupil who came from another class has marks there: their letter is about all of them.
  const classIds = new Set(pupils.flatMap(({ key }) => classesThatMarked({ key, classId: work.class }, tallies)))
  const marks = marksOf(await stores.registersOf(academy, [...classIds], datesIn(span)))
  for (const pupil of pupils) {
    const order = termlyOrder(letter, pupil.key, marksWithin(marks.get(pupil.key) ?? [], span, pupil), span, term)
    if (order === undefined) continue
    const planned = await planLetters(academy, order, ports)
    if (!planned.ok && planned.refusal.code !== 'on-hold')
      ports.log.write('LETTER_NOT_PLANNED', { academy, why: planned.refusal.code })
  }
}
