/** The stacks of the trust, synthesised once in this process. */
import * as z from 'zod'
import type { LoadedPolicy } from '../academies/load.ts'
import { timesOf } from '../academies/times.ts'
import type { NamedTemplate } from './template.ts'

const Synth = z.object({
  synthTemplates: z.custom<(options: { bundling: boolean }, academies: readonly object[]) => unknown>(
    (value) => typeof value === 'function',
  ),
})
const Templates = z.object({
  core: z.unknown(),
  routes: z.unknown(),
  academies: z.array(z.unknown()),
  voice: z.array(z.unknown()),
})

const made = new Map<string, Promise<readonly NamedTemplate[]>>()

const synthesise = async (academies: readonly object[]): Promise<readonly NamedTemplate[]> => {
  // The stacks are checked by a configuration of their own, which CDK's types need; they are reached by address, not by import.
  const { synthTemplates } = Synth.parse(await import(new URL('../infra/synth.ts', import.meta.url).href))
  const templates = Templates.parse(await synthTemplates({ bundling: false }, academies))
  return [
    { name: 'core', template: templates.core },
    { name: 'routes', template: templates.routes },
    ...templates.academies.map((template, index) => ({ name: `academies-${index + 1}`, template })),
    ...templates.voice.map((template) => ({ name: 'voice', template })),
  ]
}

/** The templates for these policies: made once for all that are alike in what the stacks see of them. */
export const trustTemplates = (policies: readonly LoadedPolicy[]): Promise<readonly NamedTemplate[]> => {
  const academies = policies.map(({ policy }) => timesOf(policy))
  const key = JSON.stringify(academies)
  const known = made.get(key) ?? synthesise(academies)
  made.set(key, known)
  return known
}
