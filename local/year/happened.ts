/** What a played year sent and asked, one line each, in an order that does not hang on which of two things of one moment was written first. */
import type { TimelineLine } from '../timeline.ts'

export interface Happened {
  readonly at: string
  /** `text unreported`, `task call`, `letter stage-1`, `case opened`. */
  readonly what: string
  readonly pupils: readonly string[]
}

const word = (value: unknown): string => (typeof value === 'string' ? value : '')

const whatOf = ({ kind, detail }: TimelineLine): string | undefined => {
  switch (kind) {
    case 'text-claimed':
      return `text ${word(detail?.kind) || word(detail?.step)}`
    case 'task-raised':
      return `task ${word(detail?.task_kind)}`
    case 'letter-planned':
      return `letter ${word(detail?.letter_kind)}`
    default:
      return /^(case|stage|letter|penalty|meeting|panel|attend|referral|mark-settled)/.test(kind) ? kind : undefined
  }
}

export const happenedIn = (lines: readonly TimelineLine[]): readonly Happened[] =>
  lines
    .flatMap((line) => {
      const what = whatOf(line)
      return what === undefined ? [] : [{ at: line.at, what, pupils: line.pupils }]
    })
    .toSorted((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1))
