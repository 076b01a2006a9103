import { App, type AppProps, type Stack } from 'aws-cdk-lib'
import type { AcademyTimes } from '../academies/times.ts'
import { academiesStack, inStacks } from './academies-stack.ts'
import { acknowledgeFindings } from './acknowledgements.ts'
import { coreStack } from './core-stack.ts'
import { edgeStack } from './edge-stack.ts'
import { guardStack } from './guard-stack.ts'
import { routesStack } from './routes-stack.ts'
import { staffStack } from './staff-stack.ts'
import { textingStack } from './texting-stack.ts'
import { voiceStack } from './voice-stack.ts'

export interface Stacks {
  readonly app: App
  readonly core: Stack
  readonly routes: Stack
  readonly academies: readonly Stack[]
  readonly staff: readonly Stack[]
  readonly guard: Stack
  readonly texting: Stack
  readonly edge: Stack
  /** None where no academy's line is answered by Amazon Connect. */
  readonly voice: readonly Stack[]
}

/** All stacks of a trust. */
export const trustStacks = (academies: readonly AcademyTimes[], props: AppProps = {}): Stacks => {
  const app = new App({ analyticsReporting: false, ...props })
  const [first] = academies
  if (!first) throw new RangeError('There is no academy in academies/. Add one: docs/operator.md says how.')
  const trust = {
    consoles: [...new Set(academies.map((each) => each.console))].toSorted(),
    // Locked by trust.json, so every academy says the same.
    signIn: first.signIn,
    isLive: academies.some((each) => each.isLive),
    officers: [...new Set(academies.flatMap((each) => each.officers))].toSorted(),
  }
  const core = coreStack(app, trust)
  const parts = inStacks(academies)
  const stacks = {
    app,
    core: core.stack,
    routes: routesStack(app, core),
    academies: parts.map((part, n) => academiesStack(app, core, n + 1, part)),
    staff: parts.map((part, n) => staffStack(app, core, n + 1, part)),
    guard: guardStack(app, core),
    texting: textingStack(app, core),
    edge: edgeStack(app, core, trust),
    voice: academies.some(({ byConnect }) => byConnect) ? [voiceStack(app, core)] : [],
  }
  acknowledgeFindings([
    stacks.core,
    stacks.routes,
    stacks.guard,
    stacks.texting,
    stacks.edge,
    ...stacks.voice,
    ...stacks.academies,
    ...stacks.staff,
  ])
  return stacks
}

/** Context under which no function is bundled: templates are read, not deployed. */
export const UNBUNDLED = { 'aws:cdk:bundling-stacks': [] }
