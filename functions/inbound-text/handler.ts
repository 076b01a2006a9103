import * as z from 'zod'
import { awsWorld } from '../../shared/adapters/aws-world.ts'
import { queueFunction } from '../../shared/platform/function-kinds.ts'
import { lazily } from '../../shared/platform/lazy.ts'
import { Env } from './env.ts'
export const make = queueFunction({ name: 'inbound-text', env: Env, input: z.unknown(), run: async () => undefined })
export const handler = lazily(() => make(awsWorld()))
