/** What a recipient made of an extract: taken as it is, or rows rejected, of which the office is told with the reasons. */
import * as z from 'zod'
import { assigned } from '../../../shared/domain/assigned.ts'
import {
  type Answer,
  extractPath,
  rejectedTaskId,
  type StoredExtract,
  withAnswer,
} from '../../../shared/domain/extracts/stored.ts'
import { ok, type Result, refused } from '../../../shared/domain/result.ts'
import type { Task } from '../../../shared/domain/task.ts'
import type { Call } from '../call.ts'
import { extractAct, GROUND } from './extract-tasks.ts'

const Kept = z.array(z.object({ pupil: z.string() }))

/** Whom the rejected rows are about, each once. */
const pupilsOf = async (call: Call, extract: StoredExtract, { rejected }: Answer): Promise<readonly string[]> => {
  const found = await call.world.files(call.env.EXTRACTS_BUCKET).get(extractPath(call.academy, extract, 'rows'))
  const rows = found === undefined ? [] : Kept.parse(JSON.parse(Buffer.from(found).toString('utf8')))
  return [...new Set(rejected.flatMap(({ row }) => rows[row - 1]?.pupil ?? []))]
}

const taskOf = (call: Call, extract: StoredExtract, answer: Answer, pupils: readonly string[]): Task => ({
  ...GROUND,
  id: rejectedTaskId(extract.id),
  kind: 'extract',
  date: call.date,
  version: 1,
  pupils,
  about: extract.id,
  raised: call.now,
  ...assigned(call.policy.extracts, call.now),
  urgent: false,
  state: 'open',
  why: `Rows of the extract "${extract.extract}" of ${extract.period.from} to ${extract.period.until} were rejected: ${answer.rejected
    .slice(0, SHOWN)
    .map(({ row, because }) => `row ${row}, ${because}`)
    .join('; ')}${answer.rejected.length > SHOWN ? `; and ${answer.rejected.length - SHOWN} more` : ''}.`,
  pages: {},
})

/** Reasons that a task lists; all of them stand in the list of extracts. */
const SHOWN = 10

/** The task first: a crash in between leaves the extract unanswered, and the answer given again is one task. */
export const answerExtract = async (
  call: Call,
  extract: StoredExtract,
  said: Pick<Answer, 'accepted' | 'rejected'>,
): Promise<Result<StoredExtract>> => {
  if (said.accepted !== (said.rejected.length === 0))
    return refused(
      'contradiction',
      'An extract is accepted whole, or rows of it are rejected.',
      'Send accepted: true without rows, or accepted: false with the rows and why.',
      'rejected',
    )
  const answer: Answer = { ...said, by: call.caller.sub, at: call.now }
  const next = withAnswer(extract, answer)
  if (!next.ok) return next
  if (!answer.accepted) {
    const task = taskOf(call, extract, answer, await pupilsOf(call, extract, answer))
    const detail = { task: task.id, task_kind: task.kind, rows: answer.rejected.length }
    await call.stores.raiseTask(call.academy, task, extractAct(call, 'task-raised', extract, detail))
  }
  const kind = answer.accepted ? 'extract-acknowledged' : 'extract-rejected'
  const act = extractAct(call, kind, extract, { rows: answer.rejected.length })
  return (await call.stores.saveExtract(call.academy, next.value, act)) === 'saved'
    ? ok(next.value)
    : refused('stale', 'Somebody else has just changed this extract.', 'Look at the list again.')
}
