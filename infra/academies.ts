import { fileURLToPath } from 'node:url'
import { loadPolicies } from '../academies/load.ts'
import { type AcademyTimes, timesOf } from '../academies/times.ts'

/** What the stacks need of every academy in academies/. Throws naming file, field and remedy when a policy is not in order. */
export const readAcademies = (): readonly AcademyTimes[] => {
  const { policies } = loadPolicies(fileURLToPath(new URL('../academies', import.meta.url)))
  return Object.values(policies).map(({ policy }) => timesOf(policy))
}
