import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CloudAssembly } from 'aws-cdk-lib/cx-api'
import type { AcademyTimes } from '../academies/times.ts'
import { readAcademies } from './academies.ts'
import { trustStacks, UNBUNDLED } from './stacks.ts'

/** A synthesised CloudFormation template as plain data. */
export interface SynthesisedTemplate {
  readonly Resources: Readonly<Record<string, unknown>>
  readonly Outputs?: Readonly<Record<string, unknown>>
}

interface Synthesised {
  readonly core: SynthesisedTemplate
  readonly routes: SynthesisedTemplate
  readonly academies: readonly SynthesisedTemplate[]
  readonly voice: readonly SynthesisedTemplate[]
}

/**
 * The templates that tell how Firstbell is wired, made in about a second when nothing is bundled.
 * Reads the academies of this trust unless others are given.
 */
export const synthTemplates = (
  { bundling }: { readonly bundling: boolean },
  academies?: readonly AcademyTimes[],
): Synthesised => {
  const outdir = mkdtempSync(join(tmpdir(), 'firstbell-synth-'))
  const stacks = trustStacks(academies ?? readAcademies(), {
    outdir,
    context: bundling ? {} : UNBUNDLED,
    builtinCloudFormationValidation: false,
    treeMetadata: false,
  })
  const assembly: CloudAssembly = stacks.app.synth()
  const templateOf = (name: string): SynthesisedTemplate => assembly.getStackByName(name).template
  const templates = {
    core: templateOf(stacks.core.stackName),
    routes: templateOf(stacks.routes.stackName),
    academies: stacks.academies.map((stack) => templateOf(stack.stackName)),
    voice: stacks.voice.map((stack) => templateOf(stack.stackName)),
  }
  rmSync(outdir, { recursive: true, force: true })
  return templates
}
