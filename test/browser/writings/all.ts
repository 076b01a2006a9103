/** Everything that is written at one school, in the order in which it comes there. */
import { OF_FILES } from './files.ts'
import { OF_LEAD } from './lead.ts'
import { OF_OFFICE } from './office.ts'
import { OF_OFFICERS } from './outside.ts'
import { OF_POLICY } from './policy.ts'
import type { Writing } from './writing.ts'

export const WRITINGS: readonly Writing[] = [...OF_OFFICE, ...OF_LEAD, ...OF_POLICY, ...OF_FILES, ...OF_OFFICERS]
