/** The texts a policy puts into words, and the fields each may hold. */
import * as z from 'zod'

/** What may stand in a wording, by kind of text. Never a code, a reason or a rate in a text about today. */
export const MERGE_FIELDS = {
  unreported: ['school', 'names', 'date', 'session', 'phone', 'page'],
  'unreported-ring-only': ['school', 'phone'],
  late: ['school', 'names', 'date', 'session', 'time', 'phone', 'page'],
  'late-ring-only': ['school', 'phone'],
  correction: ['school', 'names', 'date', 'time', 'phone'],
  'correction-ring-only': ['school', 'phone'],
  ladder: ['school', 'names', 'date', 'phone', 'page'],
  'ladder-ring-only': ['school', 'phone'],
  warning: ['school', 'names', 'daysMissed', 'since', 'phone', 'page'],
  'meeting-invitation': ['school', 'names', 'date', 'time', 'place', 'phone'],
  'meeting-reminder': ['school', 'names', 'date', 'time', 'place', 'phone'],
  'leave-granted': ['school', 'names', 'from', 'until', 'phone'],
  'leave-refused': ['school', 'names', 'from', 'until', 'phone'],
  acknowledgement: ['school', 'phone'],
  'page-brake': ['school', 'link'],
  'page-safeguarding': ['school', 'link'],
  'page-referral': ['school', 'link'],
  'page-late-sweep': ['school', 'link'],
} as const
export type WordingName = keyof typeof MERGE_FIELDS

const MEANINGS: Readonly<Record<WordingName, string>> = {
  unreported: 'On the first day, to a parent or whoever lives with the child: not in school, and nobody has said why.',
  'unreported-ring-only': 'The same, to a contact who may only be asked to ring.',
  late: 'Came in after the register had closed.',
  'late-ring-only': 'The same, to a contact who may only be asked to ring.',
  correction:
    'After a text that has turned out wrong: where and when the child was marked, never that the child is safe.',
  'correction-ring-only': 'The same, to a contact who may only be asked to ring.',
  ladder: 'To every contact, while nobody can account for the child.',
  'ladder-ring-only': 'The same, to a contact who may only be asked to ring.',
  warning:
    'To parents and whoever lives with the child: attendance has dropped below the warning line. In days, never a percentage.',
  'meeting-invitation': 'To parents and whoever lives with the child: when and where the ATTEND meeting is.',
  'meeting-reminder': 'The same, shortly before the meeting.',
  'leave-granted': 'To parents and whoever lives with the child: leave of absence is granted for these days.',
  'leave-refused': 'The same, when it is refused.',
  acknowledgement: 'Thanks for an answer.',
  'page-brake': 'To staff: a batch of texts is held.',
  'page-safeguarding': 'To staff: a danger word, or a child for the safeguarding lead.',
  'page-referral': 'To the Trust: a missing-child referral.',
  'page-late-sweep': 'To staff: a step of the day came late or not at all.',
}

export const wordings = z.strictObject(
  Object.fromEntries(
    Object.entries(MEANINGS).map(([name, meaning]) => [name, z.string().min(1).max(600).describe(meaning)]),
  ) as Record<WordingName, z.ZodString>,
)
