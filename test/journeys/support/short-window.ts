import type { LoadedPolicy } from '../../../academies/load.ts'

/** The policy with a notice to improve that begins on the next school day and lasts ten, in which nothing may be missed without leave. */
export const withShortWindow = (loaded: LoadedPolicy): LoadedPolicy => ({
  ...loaded,
  policy: {
    ...loaded.policy,
    penalties: {
      ...loaded.policy.penalties,
      improve: { startsAfterSchoolDays: 1, schoolDays: 10, mostUnauthorised: 0 },
    },
  },
})
