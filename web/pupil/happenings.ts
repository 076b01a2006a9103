/** The history in words: what each kind of entry says to somebody who was not there. */
import type * as z from 'zod'
import type { ChronicleAnswer } from '../../events/api/pupils.ts'
import type { TaskKind } from '../../shared/domain/task.ts'
import { BRAKE_BECAUSE } from '../office/brake-words.ts'
import { wordFor } from '../teacher/marks.ts'
import { TASK_WORDS } from './task-words.ts'

export type Entry = z.output<typeof ChronicleAnswer>['entries'][number]

const SAYS: Readonly<Record<string, string>> = {
  'register-saved': 'Register',
  'marks-imported': 'Register of the school’s own system',
  'pupil-arrived': 'Came in',
  'pupil-departed': 'Left the site',
  'absence-unexplained': 'Not in, no reason known',
  'absence-answered': 'A parent answered',
  'absence-reported': 'The reason is known',
  'absence-arrived': 'In school',
  'absence-withdrawn': 'There was no absence',
  'absence-known': 'The school was told ahead',
  'mark-amended': 'Mark amended',
  'text-claimed': 'Text being handed over',
  'text-accepted': 'Text sent',
  'text-delivered': 'Text delivered',
  'text-failed': 'Text reached nobody',
  'text-refused': 'Text refused by the carrier',
  'text-uncertain': 'Text uncertain: nobody can say whether it went',
  'reply-received': 'A reply came in',
  'reply-confirmed': 'Reply confirmed by the school',
  'reply-dismissed': 'Reply was no answer',
  'task-raised': 'Something to do',
  'task-done': 'Done',
  'task-withdrawn': 'No longer needed',
  'brake-held': 'Texts held back',
  'brake-released': 'Held texts let go',
  'brake-refused': 'Held texts refused',
  'case-opened': 'Case opened: no contact with the family',
  'case-stepped': 'Case: the next step',
  'case-closed': 'Case closed',
  'hold-placed': 'Put on hold',
  'hold-ended': 'Hold ended',
}

export const inWords = (kind: string): string => {
  const plain = kind.replaceAll('-', ' ')
  return SAYS[kind] ?? plain.charAt(0).toUpperCase() + plain.slice(1)
}

/** Small facts that say something to a person, in the order in which they are read. */
const TOLD = ['what', 'because', 'words', 'why', 'review'] as const

const isTaskKind = (kind: string): kind is TaskKind => kind in TASK_WORDS

const isBrake = (because: string): because is keyof typeof BRAKE_BECAUSE => because in BRAKE_BECAUSE

/** Why texts were held is a code, everything else is told as it was written. */
const toldOf = (kind: string, said: string): string =>
  kind === 'brake-held' && isBrake(said) ? BRAKE_BECAUSE[said] : said

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined)

/** One entry as a line: "Register: Absent", "Done: call, No answer". */
export const entryInWords = ({ kind, detail = {} }: Entry): string => {
  const mark = text(detail.mark) ?? text(detail.code)
  const was = text(detail.was)
  const task = text(detail.task_kind)
  const facts = [
    ...(task === undefined ? [] : [isTaskKind(task) ? TASK_WORDS[task] : task]),
    ...(mark === undefined ? [] : [was === undefined ? wordFor(mark) : `${wordFor(was)} became ${wordFor(mark)}`]),
    ...TOLD.flatMap((name) => text(detail[name]) ?? []).map((said) => toldOf(kind, said)),
  ]
  return facts.length === 0 ? inWords(kind) : `${inWords(kind)}: ${facts.join(', ')}`
}

/** Who it was: Firstbell itself by rule, a parent, or a member of staff. */
export const whoInWords = ({ by, clause }: Entry): string => {
  if (by === 'system') return clause === undefined ? 'Firstbell' : `Firstbell, by the policy: ${clause}`
  if (by === 'import') return 'From a file'
  return by.startsWith('parent:') ? 'A parent' : `Staff ${by}`
}
