/** Which of our columns another system's column may be, and how sure that is. */
import { canonicalColumn } from './column-name.ts'
import { COLUMNS, type ImportedFile } from './columns.ts'
import { PRESET_NAMES } from './presets.ts'

/** `certain`: it has our name. `likely`: a system is known to call it so. `unsure`: it only sounds like it. */
export type Confidence = 'certain' | 'likely' | 'unsure'

export interface ColumnGuess {
  readonly to: string
  readonly confidence: Confidence
  /** The system that is known to call it so. */
  readonly source?: string
  /** Of several names for one column, the smaller goes first: a statutory mark before a display mark. */
  readonly order: number
}

/** Words that a column's name may contain, by ours; the first that fits. Nothing here is certain. */
const SOUNDS_LIKE: readonly (readonly [RegExp, string])[] = [
  [/upn|unique ?pupil/, 'upn'],
  [/(pupil|student|person|learner|admission|adm) ?(id|no|num|number|ref|code)$/, 'pupilId'],
  [/(first|fore|given) ?name/, 'forename'],
  [/(last|family|sur) ?name/, 'surname'],
  [/(preferred|known as|chosen)/, 'preferredName'],
  [/(birth|dob|born)/, 'dateOfBirth'],
  [/(year|nc year) ?(group)?$/, 'yearGroup'],
  [/(tutor|reg|registration|form|class) ?(group|form|name|class)?$/, 'class'],
  [/(admission|admitted|entry|start|joined).*(date)?$/, 'admitted'],
  [/(leav|left|exit)/, 'left'],
  [/(gender|sex)/, 'sex'],
  [/(fsm|free school|free meal)/, 'fsm'],
  [/sen/, 'senStatus'],
  [/(eal|additional language)/, 'eal'],
  [/(looked after|lac|in care)/, 'lookedAfter'],
  [/social worker/, 'socialWorker'],
  [/young carer/, 'youngCarer'],
  [/ethnic/, 'ethnicity'],
  [/parental ?resp/, 'parentalResponsibility'],
  [/(lives with|same address|resident)/, 'livesWith'],
  [/priority|contact order/, 'priority'],
  [/relation/, 'relationship'],
  [/mobile|cell/, 'mobile'],
  [/(home|land|telephone|phone)/, 'landline'],
  [/e ?mail/, 'email'],
  [/post ?code/, 'postcode'],
  [/minutes? ?late|late ?minutes?/, 'minutesLate'],
  [/comment|note/, 'comment'],
  [/session/, 'session'],
  [/date/, 'date'],
  [/mark|code/, 'code'],
  [/role|job/, 'role'],
  [/name/, 'name'],
]

/** Our column for theirs, or nothing. */
export const guessColumn = (file: ImportedFile, theirs: string): ColumnGuess | undefined => {
  const known = COLUMNS[file].split(' ')
  const column = canonicalColumn(theirs)
  const same = known.find((ours) => canonicalColumn(ours) === column)
  if (same !== undefined) return { to: same, confidence: 'certain', order: 0 }
  const order = PRESET_NAMES.findIndex((each) => each.theirs === column && known.includes(each.ours))
  const preset = PRESET_NAMES[order]
  if (preset) return { to: preset.ours, confidence: 'likely', source: preset.source, order }
  const words = theirs
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
  const sound = SOUNDS_LIKE.find(([pattern, ours]) => known.includes(ours) && pattern.test(words))
  return sound && { to: sound[1], confidence: 'unsure', order: 0 }
}
