/** Two people saved one register: what each of them changed stands, and where both changed the same child a person decides. */
import type { Marking } from './marks.ts'

export interface Merged {
  /** Everything but the children in dispute, who hold the newer register's mark. */
  readonly marking: Marking
  /** Children whom both marked otherwise than before, and not alike. */
  readonly disputed: readonly { readonly id: string; readonly mine: string; readonly theirs: string }[]
}

/** `base` is what I saw when I began, `mine` what I made of it, `theirs` what somebody else has saved since. */
export const mergeMarking = (base: Marking, mine: Marking, theirs: Marking): Merged => {
  const ids = [...new Set([...Object.keys(theirs), ...Object.keys(mine)])]
  const disputed = ids.flatMap((id) => {
    const [mineNow, theirsNow] = [mine[id], theirs[id]]
    const both = mineNow !== base[id] && theirsNow !== base[id] && mineNow !== theirsNow
    return both && mineNow !== undefined && theirsNow !== undefined ? [{ id, mine: mineNow, theirs: theirsNow }] : []
  })
  const isDisputed = new Set(disputed.map(({ id }) => id))
  const marking = Object.fromEntries(
    ids.flatMap((id) => {
      const isMine = !isDisputed.has(id) && mine[id] !== undefined && mine[id] !== base[id]
      const code = isMine ? mine[id] : (theirs[id] ?? mine[id])
      return code === undefined ? [] : [[id, code]]
    }),
  )
  return { marking, disputed }
}
