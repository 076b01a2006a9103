/** What happened, in words for a court. An entry of a kind that has none of its own is told by its kind's name. */
import { shortDate } from '../../letters/written-date.ts'
import { isLocalDate } from '../../time.ts'
import type { Entry } from '../entry.ts'
import { type Material, when, who } from './material.ts'

const KINDS: Readonly<Record<string, string>> = {
  'absence-unexplained': 'Absent, and nobody had said why',
  'absence-reported': 'The absence was reported',
  'absence-answered': 'A reply came and waits to be confirmed',
  'absence-arrived': 'Arrived',
  'pupil-arrived': 'Arrived',
  'pupil-departed': 'Left during the day',
  'mark-amended': 'The mark was amended',
  'register-closed': 'The register closed without a mark; N was entered',
  'text-claimed': 'A text was sent',
  'text-accepted': 'The network took the text',
  'text-delivered': 'The text reached the phone',
  'text-failed': 'The text did not reach the phone',
  'text-refused': 'The network refused the text',
  'text-uncertain': 'Nobody knows whether the text went',
  'reply-kept': 'A reply came in',
  'reply-confirmed': 'The reply was confirmed by staff',
  'task-raised': 'A duty fell due',
  'task-done': 'The duty was done',
  'task-withdrawn': 'The duty was settled without being done',
  'case-opened': 'No contact had been made: a case was opened',
  'case-reopened': 'The case was opened again',
  'case-day': 'Another day without contact',
  'case-step': 'A step of the case',
  'case-closed': 'The case was closed',
  'visit-recorded': 'A home visit was made',
  'hold-placed': 'Messages about this child were put on hold',
  'hold-ended': 'The hold ended',
  'letter-planned': 'A letter was written',
  'letter-released': 'The letter was released',
  'letter-printed': 'The letter was printed and posted by the school',
  'letter-posted': 'The letter was handed to the post',
  'letter-returned': 'The letter came back undelivered',
  'evidence-exported': 'Evidence about the pupil was handed over',
}

export const kindInWords = (kind: string): string => KINDS[kind] ?? capital(kind.replaceAll('-', ' '))

const capital = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`

/** Facts that stand elsewhere in the bundle, or say nothing to a reader. */
const LEFT_OUT = [
  'body',
  'version',
  'wording',
  'to',
  'slot',
  'providerId',
  'parts',
  'language',
  'sha256',
  'bundle',
  'task',
  'case',
  'letter',
  'asOf',
]
const LABELS: Readonly<Record<string, string>> = {
  task_kind: 'duty',
  now: 'is now',
  reportedBy: 'reported by',
  coveredUntil: 'covers until',
  childSeen: 'child seen',
  minutesLate: 'minutes late',
  letter_kind: 'kind of letter',
}
/** Facts whose value is somebody. */
const PEOPLE = ['contact', 'reportedBy', 'spokeTo']

/** Whose names are known, and by which clock moments are told. */
type Reader = Pick<Material, 'names' | 'zone'>

const INSTANT = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/

const valueInWords = (name: string, value: unknown, reader: Reader): string => {
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (Array.isArray(value)) return value.map(String).join(', ')
  const text = String(value)
  if (PEOPLE.includes(name)) return who(text, reader)
  if (isLocalDate(text)) return shortDate(text)
  return INSTANT.test(text) ? when(text, reader.zone) : text
}

/** The facts of an entry in one line: `session AM; was N; is now I; because reported`. */
export const detailInWords = ({ detail }: Entry, reader: Reader): string =>
  Object.entries(detail ?? {})
    .filter(([name, value]) => !LEFT_OUT.includes(name) && value !== null && value !== undefined)
    .filter(([, value]) => typeof value !== 'object' || Array.isArray(value))
    .map(([name, value]) => `${LABELS[name] ?? name.replaceAll('_', ' ')} ${valueInWords(name, value, reader)}`)
    .join('; ')
