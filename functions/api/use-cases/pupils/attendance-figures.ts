/** Figures of the academy and its groups as the API answers with them. */
import { type Counts, membersOfCounts } from '../../../../shared/counting/counts.ts'
import { type By, breakdown } from '../../../../shared/domain/figures/breakdown.ts'
import { showFigures } from '../../../../shared/domain/figures/shown.ts'
import type { Call } from '../../call.ts'

export { showTally } from '../../../../shared/domain/figures/shown.ts'

/** Figures of the academy and of each group; those that the school made by their names too. */
export const figuresBy = async (call: Call, by: By, counts: Counts) => {
  const { thresholds } = call.policy
  const [members, own] = await Promise.all([
    membersOfCounts(call.stores, call.academy, counts),
    by === 'own' ? call.stores.groups(call.academy) : [],
  ])
  const { whole, groups } = breakdown(members, by, thresholds, own)
  const names = new Map(own.map(({ id, name }) => [id, name]))
  return {
    by,
    ...counts.span,
    line: thresholds.stage1,
    academy: showFigures(whole),
    groups: groups.map(({ group, figures }) => {
      const name = names.get(group)
      return { group, ...(name === undefined ? {} : { name }), ...showFigures(figures) }
    }),
  }
}
