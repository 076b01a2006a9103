/** Groups that a school makes for itself. */
import type { OwnGroup } from '../domain/figures/own-group.ts'
import type { Act } from './act.ts'

export interface GroupStore {
  /** Those that have not ended, in the order of their ids; a moment old. */
  groups(academy: string): Promise<readonly OwnGroup[]>
  /** One by its id, ended or not, as it is now. */
  group(academy: string, id: string): Promise<OwnGroup | undefined>
  /** Saves a group as the version after its own; `stale` when somebody saved meanwhile, or there is one already. */
  saveGroup(academy: string, group: OwnGroup, act: Act): Promise<'saved' | 'stale'>
}
