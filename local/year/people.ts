/** What people do at the end of each played day, by the same API as everybody: tasks are done, letters released and printed, meetings set. */
import { isBatchOf } from '../../shared/counting/held-batch.ts'
import { callSchool, officeOf } from '../school-call.ts'
import type { LocalStack } from '../stack.ts'

export interface AtDaysEnd {
  readonly stack: LocalStack
  readonly academy: string
  /** A school day far enough ahead for a meeting; none at the end of what is played. */
  readonly meetingOn: string | undefined
}

const DONE = { what: 'Done, in a year that is played' }
const MEETING = { do: 'meet', time: '15:30', because: 'the first day that gives the notice of the policy' }

/** Tasks whose doing has an address of its own. */
const DECIDED_ELSEWHERE = ['legal-action', 'penalty-notice', 'attend-panel', 'notice-to-improve', 'return']

export const atDaysEnd = async ({ stack, academy, meetingOn }: AtDaysEnd): Promise<void> => {
  const call = (method: string, path: string, body: unknown) =>
    callSchool(stack, officeOf(academy), method, `/academies/${academy}/${path}`, body)
  const { tasks } = await stack.stores.open(academy)
  for (const task of tasks.toSorted((one, other) => (one.id < other.id ? -1 : 1))) {
    if (DECIDED_ELSEWHERE.includes(task.kind) || isBatchOf(task, 'penalties') || isBatchOf(task, 'returns')) continue
    const [, held] = /^letters-(.+)$/.exec(task.about ?? '') ?? []
    if (task.kind === 'held-batch' && held !== undefined)
      await call('POST', 'letters/held', { letter: held, do: 'release', because: 'the marks are right' })
    else if (task.kind !== 'set-meeting') await call('POST', `tasks/${task.id}/outcome`, DONE)
    else if (meetingOn !== undefined) {
      const [pupil] = await stack.idsOf(academy, task.pupils)
      await call('POST', `pupils/${pupil}/stage`, { ...MEETING, date: meetingOn })
    }
  }
  const letters = await stack.stores.openLetters(academy)
  for (const { id } of letters.filter(({ state }) => state === 'ready')) {
    // Nobody releases what nobody has looked at.
    await call('GET', `letters/${id}/pdf`, undefined)
    await call('POST', `letters/${id}/release`, { because: 'read, and right' })
  }
  if (letters.length > 0) await call('POST', 'letters/batches', undefined)
}
