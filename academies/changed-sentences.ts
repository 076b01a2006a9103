/** What another policy would do otherwise, in the sentences of the timetable. */
import type { Policy } from './policy.ts'
import { type Line, timetable } from './timetable/index.ts'

export interface ChangedPart {
  readonly title: string
  /** Sentences that hold no more. */
  readonly was: readonly Line[]
  /** Sentences that take their place. */
  readonly becomes: readonly Line[]
}

/** A label that stands once over several sentences belongs to each of them. */
const labelled = (lines: readonly Line[]): readonly Line[] => {
  let label = ''
  return lines.map((line) => {
    label = line.label === '' ? label : line.label
    return { label, say: line.say }
  })
}

const without = (lines: readonly Line[], others: readonly Line[]): readonly Line[] => {
  const known = new Set(others.map(({ label, say }) => `${label} ${say}`))
  return lines.filter(({ label, say }) => !known.has(`${label} ${say}`))
}

/** Part by part of the timetable; parts that say the same are left out. */
export const changedSentences = (before: Policy, after: Policy): readonly ChangedPart[] => {
  const others = new Map(timetable(after).map(({ title, lines }) => [title, labelled(lines)]))
  return timetable(before).flatMap(({ title, lines }) => {
    const [old, young] = [labelled(lines), others.get(title) ?? []]
    const [was, becomes] = [without(old, young), without(young, old)]
    return was.length === 0 && becomes.length === 0 ? [] : [{ title, was, becomes }]
  })
}
