/** What is to go wrong, for tests and rehearsals. */
import * as z from 'zod'
import { SWEEPS } from '../academies/policy.ts'
import type { Provider } from '../shared/ports/texter.ts'

const sweep = z.enum(SWEEPS, { error: `a sweep is one of ${SWEEPS.join(', ')}` })

const behaviour = z.enum(['up', 'down', 'slow', '429', 'refuses', 'shut', 'broken'])
const provider = z.enum({
  sns: 'sns',
  'end-user-messaging': 'end-user-messaging',
  notify: 'notify',
  twilio: 'twilio',
} satisfies { readonly [P in Provider]: P })

/** Each request replaces all faults; an empty one ends them. */
export const FaultsSchema = z.strictObject({
  skip: z.array(sweep).default([]).describe('Sweeps that do not happen.'),
  late: z.partialRecord(sweep, z.number().min(0).max(1440)).default({}).describe('Minutes by which a sweep is late.'),
  provider: behaviour
    .default('up')
    .describe(
      'How the phone network behaves: up, not to be reached, silent, busy, refusing every number, refusing our account, or failing.',
    ),
  providers: z.partialRecord(provider, behaviour).default({}).describe('How one provider behaves, unlike the others.'),
  callbacks: z.enum(['made', 'lost']).default('made').describe('Whether the calls of GOV.UK Notify and Twilio arrive.'),
  unreachable: z
    .array(z.string())
    .default([])
    .describe('Folders of functions that Scheduler and EventBridge cannot call.'),
  twice: z.boolean().default(false).describe('Deliver every tick, queue message and stream record twice.'),
})
export type Faults = z.infer<typeof FaultsSchema>

export interface FaultBoard {
  now(): Faults
  set(faults: Faults): void
}

/** Begins with nothing wrong. */
export const faultBoard = (): FaultBoard => {
  let faults = FaultsSchema.parse({})
  return {
    now: () => faults,
    set(next) {
      faults = next
    },
  }
}
