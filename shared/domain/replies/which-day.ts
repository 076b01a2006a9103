/**
 * Which school day a reply speaks of. One that answers yesterday's text, or comes before the gates open, is about that text's day
 * unless it says otherwise: taken for today's it would excuse an absence nobody has told of, and leave the other one open.
 */
import type { ReplyReading } from '../known.ts'
import type { LocalDate } from '../time.ts'
import { normalise } from './normal.ts'

/** Said of the day on which it is written, or of one to come. */
const NOW =
  /\b(?:today|todays|this morning|this afternoon|tonight|tomorrow|won'?t be|will not be|not coming|isn'?t coming|not be in|keeping (?:him|her|them)|off today|later|now|this week|all week|rest of the week)\b/
const BEFORE = /(?<!since )\b(?:yesterday|last week)\b/

export interface Moment {
  readonly today: LocalDate
  /** Pupils are or will soon be let in: it is school, and the gates have opened. */
  readonly hasBegun: boolean
  readonly isSchoolDay: boolean
  /** The day of the text that it answers, where the carrier says which. */
  readonly answers?: LocalDate
  /** The last school day before today on which this phone was texted about the child, who is still unexplained. */
  readonly textedOn?: LocalDate
}

/** The day meant, or `undefined` where it comes on a day without school and says nothing of another: a person asks. */
export const dayMeant = (words: string, reading: ReplyReading, moment: Moment): LocalDate | undefined => {
  const { today, answers, textedOn } = moment
  if (reading.from !== undefined) return reading.from
  const text = normalise(words)
  const earlier = answers !== undefined && answers < today ? answers : textedOn
  if (earlier !== undefined && BEFORE.test(text)) return earlier
  const ofToday = moment.isSchoolDay ? today : undefined
  if (NOW.test(text) || reading.kind === 'coming') return ofToday
  if (answers !== undefined) return answers
  return moment.hasBegun ? today : (earlier ?? ofToday)
}
