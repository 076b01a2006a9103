/** What a person decides about a pupil whose time is over. */
import * as z from 'zod'
import { BecauseBody } from './office.ts'

export const ErasureBody = z.strictObject({
  do: z.enum(['erase', 'keep']).describe('Have everything about the pupil erased, or keep it for another year.'),
  because: BecauseBody.shape.because,
})
