/** Who would have heard most, the days with most to do, and the children for whom it would have been another: as tables and lines. */
import { spokenDate } from '../../shared/domain/time.ts'
import type { Section } from '../figures/figure-table.tsx'
import { pounds, type RehearsalDone } from './side-by-side.ts'

export const SIDES = { live: 'in force', draft: 'draft' } as const
type Side = keyof typeof SIDES

/** As many as somebody reads. */
const MOST = 10

export const pupilName = ({ people }: RehearsalDone, id: string): string => people?.pupils[id] ?? id
const contactName = ({ people }: RehearsalDone, id: string): string => people?.contacts[id] ?? id

/** Adults by name, each with the children it was about. */
export const familiesTable = (done: RehearsalDone, side: Side): Section['table'] => ({
  title: `Families who would have heard most, ${SIDES[side]}`,
  columns: [{ title: 'Who' }, { title: 'About' }, { title: 'Texts' }, { title: 'Letters' }, { title: 'Cost' }],
  rows: done[side].mostContacted
    .slice(0, MOST)
    .map(({ contact, pupils, texts, letters, pence }) => [
      contactName(done, contact),
      pupils.map((id) => pupilName(done, id)).join(', '),
      String(texts),
      String(letters),
      pounds(pence),
    ]),
})

export const daysTable = (done: RehearsalDone, side: Side): Section['table'] => ({
  title: `The days with most to do, ${SIDES[side]}`,
  columns: [{ title: 'Day' }, { title: 'Texts' }, { title: 'Calls' }, { title: 'Visits' }, { title: 'Batches held' }],
  rows: done[side].worstDays
    .slice(0, MOST)
    .map(({ date, texts, calls, visits, brakes }) => [
      spokenDate(date),
      ...[texts, calls, visits, brakes].map((count) => String(count)),
    ]),
})

type Otherwise = RehearsalDone['difference']['pupils'][number]

/** What would have been another for one child: `visits 1 → 0, texts 0 → 1`. */
export const otherwise = ({ one, other }: Otherwise): string =>
  (['texts', 'calls', 'visits', 'letters'] as const)
    .filter((what) => one[what] !== other[what])
    .map((what) => `${what} ${one[what]} → ${other[what]}`)
    .join(', ')
