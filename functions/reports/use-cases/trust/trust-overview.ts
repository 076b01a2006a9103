/** The academies of the Trust side by side, and their figures together: sessions over sessions, never a mean of rates. */
import type * as z from 'zod'
import type { TrustOverviewAnswer } from '../../../../events/api/trust.ts'
import { trustFigures } from '../../../../shared/domain/counting/trust.ts'
import { showFigures } from '../../../../shared/domain/figures/shown.ts'
import type { Instant } from '../../../../shared/domain/time.ts'
import { begunPolicy } from '../../../../shared/follow-up/begun-policy.ts'
import type { Stores } from '../../../../shared/ports/stores.ts'
import { type AcademyOverview, academyOverview } from './academy-overview.ts'

export const trustOverview = async (stores: Stores, now: Instant): Promise<z.input<typeof TrustOverviewAnswer>> => {
  const academies = (await stores.policies.academies()).toSorted()
  const found = await Promise.all(
    academies.map(async (academy): Promise<AcademyOverview | string> => {
      const begun = await begunPolicy(stores, academy, now)
      return begun ? academyOverview(stores, academy, begun, now) : academy
    }),
  )
  const overviews = found.filter((each) => typeof each !== 'string')
  // An academy of which nothing is counted yet is no reason to call the others uneven.
  const { trust, isUneven } = trustFigures(
    overviews.filter(({ shown }) => shown.through !== null).map(({ counted }) => counted),
  )
  return {
    academies: overviews.map(({ shown }) => shown),
    notBegun: found.filter((each) => typeof each === 'string'),
    trust: showFigures(trust),
    isUneven,
  }
}
