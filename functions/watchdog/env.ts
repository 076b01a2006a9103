import * as z from 'zod'
import { FollowUpEnv } from '../../shared/platform/follow-up-env.ts'

export const Env = FollowUpEnv.extend({
  /** Whose seals are watched. */
  EVIDENCE_BUCKET: z.string().min(1),
})
