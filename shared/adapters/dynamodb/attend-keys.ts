/**
 * Keys of attendance casework: a page of `table.ts`, whose map has them too.
 *
 * | to find or write                     | pk                    | sk                          | cost             |
 * |--------------------------------------|-----------------------|-----------------------------|------------------|
 * | every open case · a pupil's           | A#<academy>#ATTEND    | OPEN#… · OPEN#<pupil>       | 1 query · 1 read |
 * | a pupil's closed cases                | A#<academy>#P#<pupil> | ATTEND#<opened>#<case>      | 1 query          |
 */
import type { PupilKey } from '../../domain/people.ts'
import type { LocalDate } from '../../domain/time.ts'
import { academyPk, type Key, part, pupilPk } from './table.ts'

export const attendPk = (academy: string): string => `${academyPk(academy)}#ATTEND`
export const ATTEND_PREFIX = { open: 'OPEN#', closed: 'ATTEND#' } as const

export const openAttendKey = (academy: string, pupil: PupilKey): Key => ({
  pk: attendPk(academy),
  sk: `${ATTEND_PREFIX.open}${part(pupil)}`,
})
export const closedAttendKey = (academy: string, pupil: PupilKey, opened: LocalDate, caseId: string): Key => ({
  pk: pupilPk(academy, pupil),
  sk: `${ATTEND_PREFIX.closed}${part(opened)}#${part(caseId)}`,
})
