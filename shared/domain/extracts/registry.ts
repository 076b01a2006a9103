/** Every extract there is. A new one is a file in `kinds/` and a line here. */
import type { ExtractKind } from './extract.ts'
import { absence } from './kinds/absence.ts'
import { attendanceReturn } from './kinds/attendance-return.ts'
import { belowLine } from './kinds/below-line.ts'
import { dfeDaily } from './kinds/dfe-daily.ts'
import { joinersLeavers } from './kinds/joiners-leavers.ts'
import { lookedAfter } from './kinds/looked-after.ts'
import { referrals } from './kinds/referrals.ts'
import { sickness } from './kinds/sickness.ts'
import { trustAttendance, trustAttendanceNamed } from './kinds/trust-attendance.ts'

export const EXTRACTS: readonly ExtractKind[] = [
  absence,
  attendanceReturn,
  sickness,
  joinersLeavers,
  belowLine,
  referrals,
  lookedAfter,
  trustAttendance,
  trustAttendanceNamed,
  dfeDaily,
]

export const extractKind = (id: string): ExtractKind | undefined => EXTRACTS.find((kind) => kind.id === id)
