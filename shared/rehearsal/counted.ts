/** What a rehearsal counts of everything that happened, and what it is held to cost. */
import type { Policy } from '../../academies/policy.ts'
import type { Happened } from './happened.ts'

/** How many of each there were. `pence` is for texts and letters together, without VAT. */
export interface Counts {
  /** To families, of every kind. */
  readonly texts: number
  /** Parts of those texts, and of texts to staff. */
  readonly parts: number
  readonly unreported: number
  readonly late: number
  readonly corrections: number
  readonly warnings: number
  readonly ladder: number
  /** Texts to staff. */
  readonly pages: number
  readonly calls: number
  readonly visits: number
  readonly letters: number
  /** Meetings that somebody has to set, and panels to arrange. */
  readonly meetings: number
  readonly referrals: number
  /** Penalty notices to consider. */
  readonly notices: number
  readonly brakes: number
  /** Everything else that people are asked to do. */
  readonly otherTasks: number
  readonly pence: number
}

export const COUNTED = [
  'texts',
  'parts',
  'unreported',
  'late',
  'corrections',
  'warnings',
  'ladder',
  'pages',
  'calls',
  'visits',
  'letters',
  'meetings',
  'referrals',
  'notices',
  'brakes',
  'otherTasks',
  'pence',
] as const satisfies readonly (keyof Counts)[]

type CountOf = Readonly<Record<string, Exclude<keyof Counts, 'texts' | 'parts' | 'pence'>>>

const KINDS: CountOf = {
  'text unreported': 'unreported',
  'text late': 'late',
  'text correction': 'corrections',
  'text warning': 'warnings',
  'text ladder': 'ladder',
  'text page': 'pages',
  'task call': 'calls',
  'task visit': 'visits',
  'task set-meeting': 'meetings',
  'task attend-panel': 'meetings',
  'task referral': 'referrals',
  'task penalty-notice': 'notices',
  'task brake': 'brakes',
}

/** Of a brake there is the task to settle it; of a letter, that it was planned. */
export const isText = ({ what }: Pick<Happened, 'what'>): boolean => what.startsWith('text ') && what !== 'text page'
export const isLetter = ({ what }: Pick<Happened, 'what'>): boolean => what.startsWith('letter ')
const isTask = ({ what }: Pick<Happened, 'what'>): boolean => what.startsWith('task ')

/** What one thing cost, in pence: a text by its parts and its first carrier, a letter by how it is posted. */
export const penceOf = (each: Happened, { texts, letters }: Policy): number => {
  if (each.parts !== undefined) return each.parts * texts.pencePerPart[texts.provider]
  if (!isLetter(each)) return 0
  return letters.pencePerLetter[letters.post === 'office' ? 'office' : letters.postage]
}

const NONE: Counts = Object.fromEntries(COUNTED.map((name) => [name, 0])) as Record<keyof Counts, number>

/** Counts; pence come out rounded to a hundredth. */
export const countsOf = (happened: readonly Happened[], policy: Policy): Counts => {
  const counts: Record<keyof Counts, number> = { ...NONE }
  for (const each of happened) {
    const kind = KINDS[each.what] ?? (isLetter(each) ? 'letters' : isTask(each) ? 'otherTasks' : undefined)
    if (kind !== undefined) counts[kind]++
    if (isText(each)) counts.texts++
    counts.parts += each.parts ?? 0
    counts.pence += penceOf(each, policy)
  }
  return { ...counts, pence: Math.round(counts.pence * 100) / 100 }
}

/** The second less the first. */
export const difference = (one: Counts, other: Counts): Counts =>
  ({
    ...Object.fromEntries(COUNTED.map((name) => [name, Math.round((other[name] - one[name]) * 100) / 100])),
  }) as unknown as Counts
