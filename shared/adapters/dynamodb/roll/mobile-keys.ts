/** Keys by which a mobile finds its contacts and a unique pupil number its schools: a page of `table.ts`, whose map has them too. */
import type { PupilKey } from '../../../domain/people.ts'
import { academyPk, type Key, part, pupilPk } from '../table.ts'

/** `hash` is the keyed hash of a mobile, never the mobile. */
export const mobilePk = (academy: string, keyVersion: string, hash: string): string =>
  `${academyPk(academy)}#TEL#${part(keyVersion)}#${part(hash)}`
export const mobileKey = (
  academy: string,
  keyVersion: string,
  hash: string,
  generation: number,
  contactId: string,
): Key => ({
  pk: mobilePk(academy, keyVersion, hash),
  sk: `G${generation}#${part(contactId)}`,
})

/** Of the whole trust: the academies that enrolled a child. `hash` is the keyed hash of the unique pupil number, never the number. */
export const enrolmentsPk = (keyVersion: string, hash: string): string => `UPN#${part(keyVersion)}#${part(hash)}`
export const enrolmentKey = (keyVersion: string, hash: string, academy: string, pupil: PupilKey): Key => ({
  pk: enrolmentsPk(keyVersion, hash),
  sk: `${part(academy)}#${part(pupil)}`,
})

/** Beside the pupil: by which hash the trust knows them, so that whoever erases the pupil finds it without their number. */
export const ENROLLED_PREFIX = 'UPN#'
export const enrolledKey = (keyVersion: string, hash: string, academy: string, pupil: PupilKey): Key => ({
  pk: pupilPk(academy, pupil),
  sk: `${ENROLLED_PREFIX}${part(keyVersion)}#${part(hash)}`,
})
