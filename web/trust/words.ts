/** Words of the pages of the Trust and of officers, and what stands out on them. */
import type * as z from 'zod'
import type { TrustOverviewAnswer } from '../../events/api/trust.ts'
import type { Tone } from '../parts/tag.tsx'

export type Overview = z.output<typeof TrustOverviewAnswer>
export type Academy = Overview['academies'][number]
type State = NonNullable<Academy['today']>['sweeps'][number]['state']

/** The steps of the day as a school calls them. */
export const STEPS: Readonly<Record<string, string>> = {
  'register-close': 'Registers close',
  'unreported-absence': 'Unreported absence',
  lunch: 'Lunch',
  'afternoon-close': 'Afternoon registers',
  'day-end': 'Day end',
}

export const STEP_STATES: Readonly<Record<State, { readonly says: string; readonly tone: Tone }>> = {
  done: { says: 'Done', tone: 'good' },
  late: { says: 'Late', tone: 'waiting' },
  'too-late': { says: 'Too late to send', tone: 'urgent' },
  missed: { says: 'Missed', tone: 'urgent' },
  'to-come': { says: 'To come', tone: 'calm' },
}

export const many = (count: number, one: string, more: string): string => `${count} ${count === 1 ? one : more}`

/** What somebody of the Trust should look at now, the most serious first; nothing where all is well. */
export const troublesOf = ({ missed, late, registers, texts, cost }: Academy): readonly string[] => [
  ...(missed > 0 ? [`${many(missed, 'step', 'steps')} missed`] : []),
  ...(late > 0 ? [`${many(late, 'step', 'steps')} late`] : []),
  ...(registers.missing.length > 0 ? [`${many(registers.missing.length, 'register', 'registers')} missing`] : []),
  ...(texts.failed > 0 ? [`${many(texts.failed, 'text', 'texts')} failed`] : []),
  ...(texts.uncertain > 0 ? [`${many(texts.uncertain, 'text', 'texts')} unknown`] : []),
  ...(cost.monthPence > cost.expectedPounds * 100 ? ['texts cost more than expected'] : []),
]

/** A part of a whole for reading, with one decimal of per cent; a dash where there is nobody. */
export const partInWords = (part: number, whole: number): string =>
  whole === 0 ? '–' : `${part} of ${whole}, ${(Math.round((part * 1000) / whole) / 10).toFixed(1)}%`

/** As many classes are named. */
const NAMED = 6

/** Registers that should be in by now: all of them, or the classes whose are not, each once. */
export const missingInWords = ({ registers: { due, missing } }: Pick<Academy, 'registers'>): string => {
  if (due === 0) return 'None due yet'
  if (missing.length === 0) return `All ${due} in`
  const names = [...new Set(missing.map(({ class: { name } }) => name))]
  const more = names.length - NAMED
  return `${missing.length} of ${due} missing: ${names.slice(0, NAMED).join(', ')}${more > 0 ? ` and ${many(more, 'class', 'classes')} more` : ''}`
}

export const pounds = (pence: number): string => `£${(pence / 100).toFixed(2)}`

/** Where the words of an id are not how people say it. */
const SAID: Readonly<Record<string, string>> = {
  'below-line': 'Below the line',
  'dfe-daily': 'DfE, daily',
  'joiners-leavers': 'Joiners and leavers',
  'trust-attendance': 'Attendance for the Trust',
  'trust-attendance-named': 'Attendance for the Trust, with names',
}

/** `attendance-return` as people say it. */
export const kindInWords = (kind: string): string => {
  const words = kind.replaceAll('-', ' ')
  return SAID[kind] ?? words.charAt(0).toUpperCase() + words.slice(1)
}
