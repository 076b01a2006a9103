/** Classes of about thirty in every year group of an academy, and a place in one for each pupil. */
import type { Policy } from '../../academies/policy.ts'

export interface Place {
  readonly yearGroup: string
  /** As the school says it: 3B. */
  readonly className: string
}

const CLASS_SIZE = 30
const LETTERS = 'ABCDEFGHJKLMNPQRTUVWXYZ'

const className = (yearGroup: string, index: number): string => {
  const round = Math.floor(index / LETTERS.length)
  return `${yearGroup}${LETTERS[index % LETTERS.length]}${round === 0 ? '' : round}`
}

/** The classes of an academy with so many pupils, youngest first. */
export const classesOf = (policy: Pick<Policy, 'yearGroups'>, pupils: number): readonly Place[] => {
  const each = Math.max(1, Math.round(pupils / policy.yearGroups.length / CLASS_SIZE))
  return policy.yearGroups.flatMap((yearGroup) =>
    Array.from({ length: each }, (_, index) => ({ yearGroup, className: className(yearGroup, index) })),
  )
}

/** A place for every pupil, the classes filled evenly. */
export const placesOf = (policy: Pick<Policy, 'yearGroups'>, pupils: number): readonly Place[] => {
  const classes = classesOf(policy, pupils)
  return Array.from({ length: Math.ceil(pupils / classes.length) }, () => classes)
    .flat()
    .slice(0, pupils)
}
