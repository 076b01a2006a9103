/**
 * Texts from a number that is nobody's. What one stranger writes on a day is read together: while a person has yet to read it, another text
 * joins what waits and raises nothing of its own, so that nobody can bury the office's list under tasks.
 */
import type { Reply } from '../known.ts'
import type { Task } from '../task.ts'

/** What this sender wrote among these replies, the first first; of a contact's reply, that reply alone. */
export const writtenTogether = (reply: Reply, replies: readonly Reply[]): readonly Reply[] =>
  reply.stranger === undefined
    ? [reply]
    : replies
        .filter(({ stranger }) => stranger === reply.stranger)
        .toSorted((one, other) => `${one.at} ${one.id}`.localeCompare(`${other.at} ${other.id}`))

/** A task of this kind about the same stranger's words waits for a person already. */
export const waitsAlready = (
  reply: Reply,
  kind: Task['kind'],
  replies: readonly Reply[],
  tasks: readonly Task[],
): boolean => {
  if (reply.stranger === undefined) return false
  const together = writtenTogether(reply, replies).map(({ id }) => id)
  return tasks.some(
    (task) =>
      task.state === 'open' && task.kind === kind && together.includes(task.about ?? '') && task.about !== reply.id,
  )
}

/** What the sender of these replies has written that whoever read them has not seen. */
export const unreadBeside = (read: readonly string[], replies: readonly Reply[]): readonly Reply[] =>
  replies
    .filter(({ id }) => read.includes(id))
    .flatMap((reply) => writtenTogether(reply, replies))
    .filter(({ id }) => !read.includes(id))
