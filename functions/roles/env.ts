import * as z from 'zod'

/** It is told everything it needs by who calls it. */
export const Env = z.object({})
