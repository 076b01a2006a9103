/** The letters a policy puts into words: the fields each may hold, and the blocks that may stand between its paragraphs. */
import * as z from 'zod'

const COMMON = [
  'school',
  'pupil',
  'child',
  'phone',
  'from',
  'until',
  'percent',
  'target',
  'threshold',
  'missed',
  'days',
  'authorised',
  'unauthorised',
] as const

/** What may stand in a letter. `{pupil}` is first name and surname, `{child}` the first name alone. */
export const LETTER_FIELDS = {
  'stage-1': COMMON,
  'stage-1-illness': COMMON,
  'stage-2': [...COMMON, 'meeting-day', 'meeting-time', 'meeting-place'],
  'stage-2-illness': [...COMMON, 'meeting-day', 'meeting-time', 'meeting-place'],
  'leave-granted': ['school', 'pupil', 'child', 'phone', 'leave-from', 'leave-until'],
  'leave-refused': ['school', 'pupil', 'child', 'phone', 'leave-from', 'leave-until'],
  'attend-meeting': [...COMMON, 'meeting-day', 'meeting-time', 'meeting-place'],
  'notice-to-improve': [...COMMON, 'improve-from', 'improve-until', 'improvement'],
  'traffic-light-green': [...COMMON, 'term'],
  'traffic-light-amber': [...COMMON, 'term'],
  'traffic-light-red': [...COMMON, 'term'],
  'full-attendance': ['school', 'pupil', 'child', 'phone', 'from', 'until', 'term'],
} as const
export type LetterWordingName = keyof typeof LETTER_FIELDS

/** Parts that Firstbell draws; each stands alone as a paragraph, in curly brackets. */
export const LETTER_BLOCKS = {
  'stage-1': ['figures', 'sessions', 'page'],
  'stage-1-illness': ['figures', 'sessions', 'page'],
  'stage-2': ['figures', 'sessions', 'page', 'meeting', 'reply-slip'],
  'stage-2-illness': ['figures', 'sessions', 'page', 'meeting', 'reply-slip'],
  'leave-granted': [],
  'leave-refused': [],
  'attend-meeting': ['figures', 'sessions', 'page', 'meeting', 'reply-slip'],
  'notice-to-improve': ['figures', 'sessions', 'page', 'support'],
  'traffic-light-green': ['figures', 'sessions', 'page'],
  'traffic-light-amber': ['figures', 'sessions', 'page'],
  'traffic-light-red': ['figures', 'sessions', 'page'],
  'full-attendance': ['certificate'],
} as const

const wording = z.strictObject({
  title: z.string().trim().min(1).max(120).describe('The heading of the letter, and the title of its PDF.'),
  paragraphs: z
    .array(z.string().trim().min(1).max(900))
    .min(1)
    .max(40)
    .describe('In order. "# " begins a heading, "- " a point of a list; {figures} and the like stand alone.'),
})
export type LetterWording = z.infer<typeof wording>

export const letterWordings = z.strictObject(
  Object.fromEntries(Object.keys(LETTER_FIELDS).map((name) => [name, wording])) as Record<
    LetterWordingName,
    typeof wording
  >,
)
