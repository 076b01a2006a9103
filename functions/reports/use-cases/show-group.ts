/** A group as the API answers with it: pupils by the school's own ids and by name. */
import { fullName } from '../../../shared/api/pupils.ts'
import type { OwnGroup } from '../../../shared/domain/figures/own-group.ts'
import type { Call } from '../call.ts'

/** `gone` counts those named who are on the roll no more: they stay in the group's figures up to the day they left. */
export const showGroups = async (call: Call, groups: readonly OwnGroup[]) => {
  const keys = [...new Set(groups.flatMap(({ pupils }) => pupils))]
  const pupils = await call.stores.roll.pupils(call.academy, keys)
  return groups.map(({ id, version, name, rule, pupils: named }) => {
    const people = named.flatMap((key) => {
      const pupil = pupils[key]
      return pupil ? [{ id: pupil.pupilId, name: fullName(pupil), class: pupil.classId }] : []
    })
    return {
      id,
      version,
      name,
      pupils: people.map((each) => each.id),
      people,
      gone: named.length - people.length,
      rule,
    }
  })
}
