/** What a played year sent and asked, one thing each, in the words of the record. */
import type { PupilKey } from '../domain/people.ts'
import type { Instant } from '../domain/time.ts'
import type { Act } from '../ports/act.ts'

export interface Happened {
  readonly at: Instant
  /** `text unreported`, `task call`, `letter stage-1`, `brake unreported`, `case-opened`. */
  readonly what: string
  readonly pupils: readonly PupilKey[]
  readonly contact?: string
  /** Of a text. */
  readonly parts?: number
  /** Of a brake. */
  readonly because?: string
}

const word = (value: unknown): string => (typeof value === 'string' ? value : '')

/** A thing that was sent, asked or decided, in a word or two; nothing for everything else that is written down. */
export const whatOf = ({ kind, detail }: Pick<Act, 'kind' | 'detail'>): string | undefined => {
  switch (kind) {
    case 'text-claimed':
      return `text ${word(detail?.kind) || word(detail?.step)}`
    case 'task-raised':
      return `task ${word(detail?.task_kind)}`
    case 'letter-planned':
      return `letter ${word(detail?.letter_kind)}`
    case 'brake-held':
      return `brake ${word(detail?.kind)}`
    default:
      return /^(case|stage|letter|penalty|meeting|panel|attend|referral|mark-settled)/.test(kind) ? kind : undefined
  }
}

/** What an act tells, or nothing when it is told by another or is book-keeping. */
export const happenedBy = (act: Act): Happened | undefined => {
  const what = act.echo ? undefined : whatOf(act)
  if (what === undefined) return undefined
  const { contact, parts, because } = act.detail ?? {}
  return {
    at: act.at,
    what,
    pupils: act.pupils ?? [],
    ...(typeof contact === 'string' ? { contact } : {}),
    ...(typeof parts === 'number' ? { parts } : {}),
    ...(typeof because === 'string' ? { because } : {}),
  }
}
