/** What a call comes to for the office: its reading by rules, and an account of everything that was learned, in words. */
import type { ReplyReading } from '../known.ts'
import { type DangerLists, dangerOf } from '../replies/danger.ts'
import type { LocalDate } from '../time.ts'
import { hasLearned, type Learned } from './call.ts'

/** What was recorded, in words, by the provider's id of the recording. */
export type Transcripts = Readonly<Record<string, string>>

/** Read back and confirmed, about somebody's own children, with a reason: an entitled adult's clear report. */
export const isReport = (learned: Learned): boolean =>
  learned.confirmed && learned.pupils.length > 0 && learned.reason !== undefined && learned.askedDays

const spokenWords = (learned: Learned, transcripts: Transcripts): readonly string[] => [
  ...learned.said,
  ...learned.recordings.flatMap((recording) => transcripts[recording] ?? []),
]

/** What says danger among everything that was spoken or has been transcribed, read as a text is. `names`: first names of the caller's children. */
export const dangerSpoken = (
  learned: Learned,
  transcripts: Transcripts,
  policy: DangerLists,
  names: readonly string[] = [],
): readonly string[] => {
  const spoken = spokenWords(learned, transcripts)
  // Each by itself, as "help" alone is a cry, and all together, as a phrase may fall into two recordings.
  return [...new Set([...spoken, spoken.join(' \n ')].flatMap((words) => dangerOf(words, policy, names)))]
}

/** The office has spoken to the caller, and nothing else was left. */
export const isOnlyPutThrough = ({ office, ...learned }: Learned): boolean =>
  office === 'reached' && !hasLearned(learned)

/** How the call is read. A call that broke off keeps its reason and dates, as something for a person to confirm. */
export const readCall = (
  learned: Learned,
  transcripts: Transcripts,
  from: LocalDate,
  policy: DangerLists,
  names: readonly string[] = [],
): ReplyReading => {
  const danger = dangerSpoken(learned, transcripts, policy, names)
  const told = {
    ...(learned.code === undefined ? {} : { code: learned.code }),
    from,
    ...(learned.until === undefined ? {} : { until: learned.until }),
    named: [],
  }
  if (danger.length > 0) return { kind: 'danger', confidence: 'low', because: danger, ...told }
  const because = learned.reason === undefined ? [] : [learned.reason]
  if (isReport(learned)) return { kind: 'reason', confidence: 'high', because, ...told }
  return { kind: hasLearned(learned) ? 'unclear' : 'empty', confidence: 'low', because, ...told }
}

const recorded = (recording: string, transcripts: Transcripts): string => {
  const words = transcripts[recording]
  return words === undefined
    ? `Recorded as ${recording}; no transcript yet: listen to it.`
    : `Recorded as ${recording}: “${words}”`
}

/** Everything the call told, for whoever may read the words of a reply. It says no child's name: the list shows the pupils beside it. */
export const accountOf = (learned: Learned, transcripts: Transcripts): string => {
  const lines = [
    isReport(learned)
      ? 'Reported on the absence line, read back and confirmed by the caller.'
      : 'A call to the absence line that did not come to a confirmed report.',
    learned.birthDate && `Date of birth keyed: ${learned.birthDate}.`,
    learned.reason && `Reason: ${learned.reason}.`,
    learned.askedDays &&
      (learned.until === undefined ? 'The caller does not know for how long.' : `Away until ${learned.until}.`),
    learned.office === 'asked' && 'The caller asked for the office and was not put through.',
    learned.office === 'reached' && 'The caller was put through to the office.',
    ...learned.said.map((words) => `Said: “${words}”`),
    ...learned.recordings.map((recording) => recorded(recording, transcripts)),
  ]
  return lines.filter((line) => typeof line === 'string').join('\n')
}
