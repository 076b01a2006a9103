/**
 * Keys of the groups that a school makes: a page of `table.ts`, whose map has them too.
 *
 * | to find or write   | pk                 | sk      | cost             |
 * |--------------------|--------------------|---------|------------------|
 * | a school's groups  | A#<academy>#GROUPS | <group> | 1 query · 1 read |
 */
import { academyPk, type Key, part } from '../table.ts'

export const groupsPk = (academy: string): string => `${academyPk(academy)}#GROUPS`
export const groupKey = (academy: string, id: string): Key => ({ pk: groupsPk(academy), sk: part(id) })
