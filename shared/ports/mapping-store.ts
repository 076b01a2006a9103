/** How the exports of a school's other systems are read: made once, kept until taken back. */
import type { Mapping } from '../domain/imports/mapping.ts'
import type { Act } from './act.ts'

export interface MappingStore {
  /** All that an academy keeps. */
  mappings(academy: string): Promise<readonly Mapping[]>
  mapping(academy: string, id: string): Promise<Mapping | undefined>
  /** Keeps a mapping in place of the one with its id. */
  putMapping(academy: string, mapping: Mapping, act: Act): Promise<void>
  /** Takes it out of use; it is kept among what is past, because files were read by it. */
  endMapping(academy: string, id: string, act: Act): Promise<'ended' | 'already'>
}
