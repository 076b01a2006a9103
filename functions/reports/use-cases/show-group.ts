/** A group as the API answers with it: pupils by the school's own ids. */
import type { OwnGroup } from '../../../shared/domain/figures/own-group.ts'
import type { Call } from '../call.ts'

/** `gone` counts those named who are on the roll no more: they stay in the group's figures up to the day they left. */
export const showGroups = async (call: Call, groups: readonly OwnGroup[]) => {
  const keys = [...new Set(groups.flatMap(({ pupils }) => pupils))]
  const pupils = await call.stores.roll.pupils(call.academy, keys)
  return groups.map(({ id, version, name, rule, pupils: named }) => {
    const ids = named.flatMap((key) => pupils[key]?.pupilId ?? [])
    return { id, version, name, pupils: ids, gone: named.length - ids.length, rule }
  })
}
