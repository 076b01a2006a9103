/** Two rehearsals side by side, as a table. */
import type * as z from 'zod'
import type { RehearsalAnswer } from '../../events/api/rehearsals.ts'
import type { Section } from '../figures/figure-table.tsx'

export type RehearsalDone = Extract<z.output<typeof RehearsalAnswer>, { state: 'done' }>

const ROWS: readonly (readonly [string, string])[] = [
  ['texts', 'Texts to families'],
  ['unreported', 'of these, first day'],
  ['late', 'of these, late'],
  ['corrections', 'of these, corrections'],
  ['warnings', 'of these, warnings'],
  ['ladder', 'of these, while nobody can account for a child'],
  ['parts', 'Parts of all texts'],
  ['calls', 'Calls to make'],
  ['visits', 'Visits'],
  ['letters', 'Letters'],
  ['meetings', 'Meetings to set'],
  ['referrals', 'Referrals'],
  ['notices', 'Penalty notices to consider'],
  ['brakes', 'Batches held'],
  ['otherTasks', 'Other tasks'],
]

export const pounds = (pence: number): string => `£${(pence / 100).toFixed(2)}`
const signed = (count: number, say: (count: number) => string = String): string =>
  count > 0 ? `+${say(count)}` : count < 0 ? `−${say(-count)}` : '0'

/** What was counted with the policy in force, with the draft, and the difference; rows of noughts are left out. */
export const countsTable = ({ live, draft, difference }: RehearsalDone): Section['table'] => {
  const counts = ROWS.map(
    ([field, title]) => [title, live.total[field] ?? 0, draft.total[field] ?? 0, difference.total[field] ?? 0] as const,
  )
  return {
    title: 'What would have been done',
    columns: [{ title: 'What' }, { title: 'In force' }, { title: 'Draft' }, { title: 'Difference' }],
    rows: [
      ...counts
        .filter(([, one, other]) => one !== 0 || other !== 0)
        .map(([title, one, other, apart]) => [title, String(one), String(other), signed(apart)]),
      [
        'Cost of texts and letters',
        pounds(live.total.pence ?? 0),
        pounds(draft.total.pence ?? 0),
        signed(difference.total.pence ?? 0, pounds),
      ],
    ],
  }
}

export const weeksTable = ({ live, draft }: RehearsalDone): Section['table'] => {
  const others = new Map(draft.weeks.map((week) => [week.week, week]))
  const both = (one: number, other: number | undefined): string => `${one} → ${other ?? 0}`
  return {
    title: 'Week by week, in force → draft',
    columns: [{ title: 'Week of' }, { title: 'Texts' }, { title: 'Calls' }, { title: 'Visits' }, { title: 'Letters' }],
    rows: live.weeks.map((week) => {
      const other = others.get(week.week)
      return [
        week.week,
        both(week.texts, other?.texts),
        both(week.calls, other?.calls),
        both(week.visits, other?.visits),
        both(week.letters, other?.letters),
      ]
    }),
  }
}
