/** What a person decides about letters that are held because they are many. */
import * as z from 'zod'
import { pathId } from '../values.ts'
import { BecauseBody } from './office.ts'

export const HeldLettersBody = z.strictObject({
  letter: z.enum(['stage-1', 'stage-2']),
  do: z.enum(['release', 'told']).describe('Let them be written, or count these families as told: no letter goes.'),
  pupils: z.array(pathId).min(1).max(2000).optional().describe('Only these; everybody who is due when left out.'),
  because: BecauseBody.shape.because,
})
