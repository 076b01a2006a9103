/**
 * The Department's own figures for a school to stand beside, as published: whole school years, pupils aged 5 to 15, in hundredths of a per cent.
 * Source: DfE, Pupil attendance in schools, the daily data behind its dashboard; 2025/26 to 10 July 2026.
 */
import type { Policy } from '../../../academies/policy.ts'

export interface National {
  readonly of: string
  readonly period: string
  readonly source: string
  /** Hundredths of a per cent of possible sessions; `persistent` of pupils. */
  readonly attendance: number
  readonly authorised?: number
  readonly unauthorised?: number
  readonly persistent: number
}

const SOURCE = 'DfE, Pupil attendance in schools'
const LAST = { period: '2025/26, to 10 July 2026', source: SOURCE }
const YEAR_BEFORE = { period: '2024/25', source: SOURCE }

const NATIONAL = {
  primary: [
    {
      of: 'Primary schools in England',
      ...YEAR_BEFORE,
      attendance: 9475,
      authorised: 374,
      unauthorised: 151,
      persistent: 1350,
    },
    {
      of: 'Primary schools in England',
      ...LAST,
      attendance: 9472,
      authorised: 373,
      unauthorised: 155,
      persistent: 1380,
    },
  ],
  secondary: [
    {
      of: 'Secondary schools in England',
      ...YEAR_BEFORE,
      attendance: 9141,
      authorised: 530,
      unauthorised: 330,
      persistent: 2430,
    },
    {
      of: 'Secondary schools in England',
      ...LAST,
      attendance: 9151,
      authorised: 522,
      unauthorised: 327,
      persistent: 2380,
    },
  ],
  special: [
    {
      of: 'Special schools in England',
      ...YEAR_BEFORE,
      attendance: 8712,
      authorised: 951,
      unauthorised: 337,
      persistent: 3580,
    },
    {
      of: 'Special schools in England',
      ...LAST,
      attendance: 8683,
      authorised: 957,
      unauthorised: 360,
      persistent: 3610,
    },
  ],
  all: [
    {
      of: 'All state schools in England',
      ...YEAR_BEFORE,
      attendance: 9313,
      authorised: 454,
      unauthorised: 233,
      persistent: 1870,
    },
    {
      of: 'All state schools in England',
      ...LAST,
      attendance: 9312,
      authorised: 452,
      unauthorised: 236,
      persistent: 1880,
    },
  ],
} as const satisfies Readonly<Record<string, readonly National[]>>

/** By the three digits of the authority. */
const LOCAL: Readonly<Record<string, Readonly<Partial<Record<string, National>>>>> = {
  '891': {
    primary: { of: 'Primary schools in Nottinghamshire', ...LAST, attendance: 9505, persistent: 1230 },
    secondary: { of: 'Secondary schools in Nottinghamshire', ...LAST, attendance: 9165, persistent: 2260 },
  },
  '892': { primary: { of: 'Primary schools in Nottingham', ...LAST, attendance: 9399, persistent: 1820 } },
}

/** What a school of this phase is compared with, the newest first; the authority's own figure last where there is one. */
export const nationalFor = ({ phase, localAuthority }: Policy): readonly National[] => {
  const own = phase === 'primary' || phase === 'secondary' || phase === 'special' ? phase : 'all'
  const local = LOCAL[localAuthority.code]?.[own]
  return [...NATIONAL[own].toReversed(), ...(local ? [local] : [])]
}

/** `94.7` from hundredths: one decimal, half away from zero. */
export const oneDecimal = (hundredths: number): string => {
  const tenths = Math.floor((hundredths + 5) / 10)
  return `${Math.floor(tenths / 10)}.${tenths % 10}`
}
export const tenthsOfHundredths = (hundredths: number): number => Math.floor((hundredths + 5) / 10)
