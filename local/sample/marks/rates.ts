/**
 * How often pupils miss sessions, and for how long. Primary shares are the Department's of 2025/26 by reason; for secondary its
 * totals and illness are known, the other reasons are shared out by assumption so that they add up to its 5.22 authorised and
 * 3.27 unauthorised. Shares of possible sessions, per cent.
 */
import type { Policy } from '../../../academies/policy.ts'
import type { Code } from '../../../shared/domain/codes.ts'

export interface Reason {
  readonly code: Extract<Code, 'I' | 'M' | 'C' | 'R' | 'E' | 'O' | 'G' | 'U'>
  readonly percent: number
  /** Lengths of a spell in sessions, with weights; one session is a morning or an afternoon. */
  readonly spells: readonly (readonly [number, number])[]
  /** Share of single sessions that are mornings. */
  readonly mornings: number
  /** Whether it runs with a pupil's illnesses or with their truancy. */
  readonly runsWith: 'health' | 'habit'
  /** The school knows of it when it begins: asked for beforehand, or its own doing. */
  readonly foreknown: boolean
}

export interface Rates {
  readonly reasons: readonly Reason[]
  /** Late before the register closed. */
  readonly late: number
  /** How unevenly absence falls on pupils: 1 is as unevenly as waiting times. */
  readonly uneven: { readonly health: number; readonly habit: number }
}

const ILLNESS = [
  [1, 14],
  [2, 40],
  [4, 22],
  [6, 12],
  [8, 6],
  [10, 4],
  [20, 2],
] as const
const DAYS = [
  [1, 25],
  [2, 50],
  [4, 17],
  [6, 8],
] as const
const HOLIDAY = [
  [4, 20],
  [6, 20],
  [10, 45],
  [20, 15],
] as const
const ONE_SESSION = [[1, 1]] as const
const ONE_DAY = [[2, 1]] as const
const SUSPENSION = [
  [2, 50],
  [4, 30],
  [6, 20],
] as const

const reasons = (percent: Readonly<Record<Reason['code'], number>>): readonly Reason[] => [
  { code: 'I', percent: percent.I, spells: ILLNESS, mornings: 0.4, runsWith: 'health', foreknown: false },
  { code: 'M', percent: percent.M, spells: ONE_SESSION, mornings: 0.6, runsWith: 'health', foreknown: true },
  { code: 'C', percent: percent.C, spells: DAYS, mornings: 0.5, runsWith: 'health', foreknown: true },
  { code: 'R', percent: percent.R, spells: ONE_DAY, mornings: 1, runsWith: 'health', foreknown: true },
  { code: 'E', percent: percent.E, spells: SUSPENSION, mornings: 1, runsWith: 'habit', foreknown: true },
  { code: 'O', percent: percent.O, spells: DAYS, mornings: 0.6, runsWith: 'habit', foreknown: false },
  { code: 'G', percent: percent.G, spells: HOLIDAY, mornings: 1, runsWith: 'health', foreknown: false },
  { code: 'U', percent: percent.U, spells: ONE_SESSION, mornings: 0.92, runsWith: 'habit', foreknown: false },
]

const PRIMARY: Rates = {
  reasons: reasons({ I: 2.79, M: 0.27, C: 0.4, R: 0.07, E: 0.04, O: 0.85, G: 0.53, U: 0.17 }),
  late: 1.12,
  uneven: { health: 0.85, habit: 1.9 },
}
const SECONDARY: Rates = {
  reasons: reasons({ I: 3.63, M: 0.45, C: 0.55, R: 0.04, E: 0.4, O: 2.42, G: 0.35, U: 0.5 }),
  late: 2.2,
  uneven: { health: 1.15, habit: 2.3 },
}

/** The rates of a phase of education. */
export const ratesOf = (phase: Policy['phase']): Rates => (phase === 'secondary' ? SECONDARY : PRIMARY)
