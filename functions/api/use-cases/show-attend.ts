/** How an attendance case is shown: pupils by the school's own id, figures as every other figure. */
import type { AttendCase } from '../../../shared/domain/attend/attend-case.ts'
import { showTally } from './attendance-figures.ts'

export const showAttendCase = (aCase: AttendCase, pupilId: string) => {
  const { pupil: _key, proposal, ...rest } = aCase
  const { tally, ...proposed } = proposal ?? {}
  return {
    ...rest,
    pupil: pupilId,
    proposal: proposal === undefined ? null : { ...proposed, ...(tally ? { figures: showTally(tally) } : {}) },
    closed: aCase.closed ?? null,
  }
}
