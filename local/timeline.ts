/** The day as it happened: one line for each act the chronicle took in, once, in the words of the school. */
import { PRIVATE_WORDS } from '../shared/domain/attend/private-words.ts'
import type { PupilKey } from '../shared/domain/people.ts'
import { type Instant, localTime } from '../shared/domain/time.ts'
import type { ChronicleEntry } from '../shared/ports/stores.ts'

export interface TimelineLine {
  readonly at: Instant
  readonly academy: string
  readonly kind: string
  /** Pupil ids, as the school knows them. */
  readonly pupils: readonly string[]
  readonly by: string
  readonly rule?: string
  readonly clause?: string
  readonly policy?: string
  readonly detail?: Readonly<Record<string, unknown>>
}

export interface Timeline {
  take(entries: readonly ChronicleEntry[]): Promise<void>
  lines(): readonly TimelineLine[]
  /** Called for every new line. */
  onLine(listener: (line: TimelineLine) => void): void
}

const lineOf = (entry: ChronicleEntry, pupils: readonly string[], detail: Detail | undefined): TimelineLine => {
  const { at, academy, kind, by, rule, clause, policy } = entry
  return {
    at,
    academy,
    kind,
    pupils,
    by,
    ...(rule === undefined ? {} : { rule }),
    ...(clause === undefined ? {} : { clause }),
    ...(policy === undefined ? {} : { policy }),
    ...(detail === undefined ? {} : { detail }),
  }
}

type Detail = NonNullable<ChronicleEntry['detail']>

/** A register's marks stand in its own files; its changes name pupils as the school does. */
const detailFor = async (
  { marks: _marks, ...detail }: Detail,
  idsOf: (keys: readonly PupilKey[]) => Promise<readonly string[]>,
): Promise<Detail> => {
  if (!Array.isArray(detail.changes)) return detail
  const changes: readonly { readonly pupil: PupilKey }[] = detail.changes
  const ids = await idsOf(changes.map(({ pupil }) => pupil))
  return { ...detail, changes: changes.map((change, index) => ({ ...change, pupil: ids[index] })) }
}

/** An act stands in the history of each pupil it is about; the timeline shows it once. */
export const makeTimeline = (
  idsOf: (academy: string, keys: readonly PupilKey[]) => Promise<readonly string[]>,
): Timeline => {
  const lines: TimelineLine[] = []
  const seen = new Set<string>()
  const listeners: ((line: TimelineLine) => void)[] = []
  return {
    async take(entries) {
      for (const entry of entries) {
        if (seen.has(`${entry.academy} ${entry.id}`)) continue
        seen.add(`${entry.academy} ${entry.id}`)
        const ids = (keys: readonly PupilKey[]) => idsOf(entry.academy, keys)
        const detail = entry.detail && (await detailFor(entry.detail, ids))
        const line = lineOf(entry, await ids(entry.pupils ?? []), detail)
        lines.push(line)
        for (const listener of listeners) listener(line)
      }
    },
    lines: () => lines,
    onLine: (listener) => {
      listeners.push(listener)
    },
  }
}

const MOST_PUPILS = 6

/** What is not for reading in a list: a text's words are shown beside the text. */
const LEFT_OUT = ['body', 'wording', 'version', 'to', ...PRIVATE_WORDS]

const shown = (detail: Readonly<Record<string, unknown>> | undefined): string =>
  Object.entries(detail ?? {})
    .filter(([name, value]) => !LEFT_OUT.includes(name) && (typeof value !== 'object' || Array.isArray(value)))
    .map(([name, value]) => `${name.replaceAll('_', ' ')} ${String(value)}`)
    .join(', ')

/** A line for people: local time, academy, what, whom, and the rule that asked for it. */
export const readableLine = (line: TimelineLine, zone: string): string => {
  const more = line.pupils.length - MOST_PUPILS
  const pupils = line.pupils.slice(0, MOST_PUPILS).join(' ') + (more > 0 ? ` and ${more} more` : '')
  const facts = [pupils, shown(line.detail)].filter((part) => part !== '').join(' · ')
  const why = line.rule ? `  [${line.rule}]` : ''
  return `${localTime(line.at, zone)}  ${line.academy.padEnd(11)} ${line.kind.padEnd(20)} ${facts}${why}`
}
