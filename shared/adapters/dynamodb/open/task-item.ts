/** A task as an item: itself under `body`, the texts that paged staff beside it. */
import * as z from 'zod'
import { TASK_KINDS, type Task } from '../../../domain/task.ts'
import type { Act } from '../../../ports/stores.ts'
import type { Key } from '../table.ts'
import { isPointer, textsIn } from '../texts/text-item.ts'
import { holding, role, session } from '../values.ts'
import type { Item } from '../write.ts'

type Body = Omit<Task, 'version' | 'pages'>

const TaskItem = holding(
  z.object({
    id: z.string(),
    kind: z.enum(TASK_KINDS),
    date: z.string(),
    pupils: z.array(z.string()),
    classId: z.string().exactOptional(),
    session: session.exactOptional(),
    about: z.string().exactOptional(),
    raised: z.string(),
    due: z.string(),
    doers: z.array(role),
    urgent: z.boolean(),
    state: z.enum(['open', 'done', 'withdrawn']),
    why: z.string(),
    rule: z.string(),
    clause: z.string(),
    outcome: z
      .object({ what: z.string(), by: z.string(), at: z.string(), note: z.string().exactOptional() })
      .exactOptional(),
  }) satisfies z.ZodType<Body>,
)

/** `texts` are the text attributes the task already carries. */
export const toTaskItem = (key: Key, task: Body, version: number, texts: Item, act: Act): Item => ({
  ...key,
  v: version,
  body: task,
  ...texts,
  act,
})

export const fromTaskItem = (found: Item): Task => {
  const { v, body } = TaskItem.parse(found)
  const pages = Object.entries(textsIn(found)).flatMap(([slot, text]) =>
    isPointer(text) ? [] : [[slot, text] as const],
  )
  return { ...body, version: v, pages: Object.fromEntries(pages) }
}
