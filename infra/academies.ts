import { fileURLToPath } from 'node:url'
import { loadPolicies } from '../academies/load.ts'
import { groupOfRecipient } from '../shared/domain/extracts/may-collect.ts'
import type { AcademyTimes } from './academies-stack.ts'

/** What the stacks need of every academy in academies/. Throws naming file, field and remedy when a policy is not in order. */
export const readAcademies = (): readonly AcademyTimes[] => {
  const { policies } = loadPolicies(fileURLToPath(new URL('../academies', import.meta.url)))
  return Object.entries(policies).map(([academy, { policy }]) => ({
    academy,
    zone: policy.zone,
    sweeps: policy.sweeps,
    nightly: policy.nightly.at,
    console: new URL(policy.console).origin,
    signIn: policy.signIn,
    isLive: policy.live,
    officers: policy.extracts.recipients.flatMap((recipient) => groupOfRecipient(recipient, policy) ?? []),
    byNotify: [policy.texts.provider, policy.texts.second].includes('notify'),
    byConnect: policy.line.provider === 'connect',
  }))
}
