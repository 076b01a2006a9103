export { FollowUpEnv as Env } from '../../shared/platform/follow-up-env.ts'
