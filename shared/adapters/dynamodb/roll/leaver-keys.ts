/** Keys of those who went off the roll: a page of `table.ts`, whose map has them too. */
import type { PupilKey } from '../../../domain/people.ts'
import { academyPk, type Key, part } from '../table.ts'

/** Outside every generation: a pupil who comes back is the same pupil. */
export const formerKeyKey = (academy: string, pupilId: string): Key => ({
  pk: `${academyPk(academy)}#KEYS`,
  sk: `ID#${part(pupilId)}`,
})
/** Outside every generation as well: courts and complaints ask after pupils whom no roll names any more. */
export const leaversPk = (academy: string): string => `${academyPk(academy)}#LEFT`
export const leaverKey = (academy: string, pupil: PupilKey): Key => ({ pk: leaversPk(academy), sk: `U#${part(pupil)}` })
