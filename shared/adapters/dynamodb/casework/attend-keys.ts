/**
 * Keys of attendance casework: a page of `table.ts`, whose map has them too.
 *
 * | to find or write                     | pk                    | sk                          | cost             |
 * |--------------------------------------|-----------------------|-----------------------------|------------------|
 * | every open case · a pupil's           | A#<academy>#ATTEND    | OPEN#… · OPEN#<pupil>       | 1 query · 1 read |
 * | whose actions are overdue             |                       | CHASE#<date>#<pupil>        | 1 query a night  |
 * | a pupil's closed cases                | A#<academy>#P#<pupil> | ATTEND#<opened>#<case>      | 1 query          |
 * | requests for a pupil's leave          |                       | LEAVE#<request>             | 1 query, 1 read  |
 * | support, return plans, conferences    |                       | SUPPORT#<record>            | 1 query, 1 read  |
 */
import type { PupilKey } from '../../../domain/people.ts'
import type { LocalDate } from '../../../domain/time.ts'
import { academyPk, type Key, part, pupilPk } from '../table.ts'

export const attendPk = (academy: string): string => `${academyPk(academy)}#ATTEND`
export const ATTEND_PREFIX = { open: 'OPEN#', closed: 'ATTEND#' } as const

export const openAttendKey = (academy: string, pupil: PupilKey): Key => ({
  pk: attendPk(academy),
  sk: `${ATTEND_PREFIX.open}${part(pupil)}`,
})
/** An item that says no more than its key: an action of this pupil's case is due that day. */
export const chaseKey = (academy: string, due: LocalDate, pupil: PupilKey): Key => ({
  pk: attendPk(academy),
  sk: `CHASE#${part(due)}#${part(pupil)}`,
})
/** The sort keys of everything due on or before a date; `~` sorts after every pupil. */
export const chasesUntil = (date: LocalDate): readonly [string, string] => ['CHASE#', `CHASE#${part(date)}#~`]

export const SUPPORT_PREFIX = 'SUPPORT#'
export const supportKey = (academy: string, pupil: PupilKey, id: string): Key => ({
  pk: pupilPk(academy, pupil),
  sk: `${SUPPORT_PREFIX}${part(id)}`,
})

export const LEAVE_PREFIX = 'LEAVE#'
export const leaveKey = (academy: string, pupil: PupilKey, id: string): Key => ({
  pk: pupilPk(academy, pupil),
  sk: `${LEAVE_PREFIX}${part(id)}`,
})

export const closedAttendKey = (academy: string, pupil: PupilKey, opened: LocalDate, caseId: string): Key => ({
  pk: pupilPk(academy, pupil),
  sk: `${ATTEND_PREFIX.closed}${part(opened)}#${part(caseId)}`,
})
