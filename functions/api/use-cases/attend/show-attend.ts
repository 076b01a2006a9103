/** How an attendance case is shown: pupils by the school's own id, figures as every other figure. */
import type { AttendCase } from '../../../../shared/domain/attend/attend-case.ts'
import { showTally } from '../pupils/attendance-figures.ts'
import { showImpact } from './review-list.ts'

export const showAttendCase = (aCase: AttendCase, pupilId: string) => {
  const { pupil: _key, proposal, reviews, chaseAfter: _chase, ...rest } = aCase
  const { tally, ...proposed } = proposal ?? {}
  return {
    ...rest,
    pupil: pupilId,
    proposal: proposal === undefined ? null : { ...proposed, ...(tally ? { figures: showTally(tally) } : {}) },
    reviews: reviews.map(({ impact, ...review }) => ({ ...review, impact: showImpact(impact) })),
    closed: aCase.closed ?? null,
  }
}
