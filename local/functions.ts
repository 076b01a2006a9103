/** The functions of the stack from source, each with its own environment. */
import * as z from 'zod'
import type { World } from '../shared/ports/world.ts'
import type { LocalFunction } from './calls.ts'
import type { Wiring } from './wiring.ts'

const Module = z.object({ make: z.custom<(world: World) => LocalFunction>((value) => typeof value === 'function') })

/** Gives a handler module by its folder under `functions/`. */
export type LoadFolder = (folder: string) => Promise<unknown>

export const fromSource: LoadFolder = (folder) => import(`../functions/${folder}/handler.ts`)

/** Makes every function the template names. Throws naming the folder whose handler is missing or makes no function. */
export const loadFunctions = async (
  wiring: Wiring,
  worldOf: (env: World['env']) => World,
  load: LoadFolder,
): Promise<ReadonlyMap<string, LocalFunction>> => {
  const made = wiring.functions.map(async ({ arn, folder, env }) => {
    const module = Module.safeParse(await load(folder))
    if (!module.success) throw new Error(`functions/${folder}/handler.ts does not export make(world).`)
    return [arn, module.data.make(worldOf(env))] as const
  })
  return new Map(await Promise.all(made))
}
