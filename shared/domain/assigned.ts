import type { Policy } from '../../academies/policy.ts'
import type { Task } from './task.ts'
import { addMinutes, type Instant } from './time.ts'

/** Who does a duty of the policy and by when, for one that falls due `now`. */
export const assigned = ({ doers, dueInMinutes }: Policy['holds'], now: Instant): Pick<Task, 'doers' | 'due'> => ({
  due: addMinutes(now, dueInMinutes),
  doers,
})
