/** Keys of files that come in: their reports, and the mappings they are read by. A page of `table.ts`. */
import type { PupilKey } from '../../../domain/people.ts'
import { academyPk, type Key, part, pupilPk } from '../table.ts'

export const importKey = (academy: string, id: string): Key => ({ pk: `${academyPk(academy)}#IMPORTS`, sk: part(id) })

export const mappingsPk = (academy: string): string => `${academyPk(academy)}#MAPPINGS`
export const mappingKey = (academy: string, id: string): Key => ({ pk: mappingsPk(academy), sk: part(id) })

/** What earlier schools said of a pupil, by year and school. */
export const EARLIER_PREFIX = 'BEFORE#'
export const earlierYearKey = (academy: string, pupil: PupilKey, id: string): Key => ({
  pk: pupilPk(academy, pupil),
  sk: `${EARLIER_PREFIX}${part(id)}`,
})
