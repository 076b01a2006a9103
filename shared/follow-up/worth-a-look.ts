/** Whether what was learned can have made anything due. */
import type { Act, OpenRecord } from '../ports/stores.ts'

/** A family has said where the child is: that makes nothing due, and ends what is open about the child. */
const ONLY_ENDS: readonly string[] = ['absence-reported']

/**
 * False only where every act does no more than end what is open about its pupils, and nothing is. `open` is read after the acts; a
 * moment old is enough, for a task that is raised at the same time is not in an exact reading either, and the next look ends it.
 */
export const isWorthALook = async (
  acts: readonly Pick<Act, 'kind' | 'pupils' | 'settles'>[],
  open: () => Promise<Pick<OpenRecord, 'tasks' | 'cases'>>,
): Promise<boolean> => {
  if (acts.some(({ kind, settles }) => !settles && !ONLY_ENDS.includes(kind))) return true
  const { tasks, cases } = await open()
  const openAbout = new Set([...tasks.flatMap(({ pupils }) => pupils), ...cases.map(({ pupil }) => pupil)])
  return acts.some(({ pupils = [] }) => pupils.some((pupil) => openAbout.has(pupil)))
}
