/** The stacks of the trust, synthesised once in this process. */
import * as z from 'zod'
import type { LoadedPolicy } from '../academies/load.ts'
import type { NamedTemplate } from './template.ts'

const Synth = z.object({
  synthTemplates: z.custom<(options: { bundling: boolean }, academies: readonly object[]) => unknown>(
    (value) => typeof value === 'function',
  ),
})
const Templates = z.object({ core: z.unknown(), academies: z.array(z.unknown()), voice: z.array(z.unknown()) })

const made = new Map<string, Promise<readonly NamedTemplate[]>>()

const synthesise = async (policies: readonly LoadedPolicy[]): Promise<readonly NamedTemplate[]> => {
  // The stacks are checked by a configuration of their own, which CDK's types need; they are reached by address, not by import.
  const { synthTemplates } = Synth.parse(await import(new URL('../infra/synth.ts', import.meta.url).href))
  const academies = policies.map(({ policy }) => ({
    academy: policy.academy,
    zone: policy.zone,
    sweeps: policy.sweeps,
    nightly: policy.nightly.at,
    console: new URL(policy.console).origin,
    byConnect: policy.line.provider === 'connect',
  }))
  const templates = Templates.parse(await synthTemplates({ bundling: false }, academies))
  return [
    { name: 'core', template: templates.core },
    ...templates.academies.map((template, index) => ({ name: `academies-${index + 1}`, template })),
    ...templates.voice.map((template) => ({ name: 'voice', template })),
  ]
}

/** The templates for these policies. */
export const trustTemplates = (policies: readonly LoadedPolicy[]): Promise<readonly NamedTemplate[]> => {
  const key = policies.map(({ policy, version }) => `${policy.academy} ${version}`).join()
  const known = made.get(key) ?? synthesise(policies)
  made.set(key, known)
  return known
}
