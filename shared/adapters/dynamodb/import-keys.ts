/** Keys of files that come in: their reports, and the mappings they are read by. A page of `table.ts`. */
import { academyPk, type Key, part } from './table.ts'

export const importKey = (academy: string, id: string): Key => ({ pk: `${academyPk(academy)}#IMPORTS`, sk: part(id) })

export const mappingsPk = (academy: string): string => `${academyPk(academy)}#MAPPINGS`
export const mappingKey = (academy: string, id: string): Key => ({ pk: mappingsPk(academy), sk: part(id) })
