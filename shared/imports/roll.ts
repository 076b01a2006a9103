/** `roll.csv`: who is on the roll. */
import type { Pupil, PupilFlag, SchoolClass } from '../domain/people.ts'
import { onRoll } from '../domain/people.ts'
import { type Cells, readFlag } from './cells.ts'
import { classIdOf } from './class-id.ts'
import { type ParsedFile, parseFile } from './parse-file.ts'
import type { SchoolFile } from './school-file.ts'
import { whyNoUpn } from './upn.ts'

export type RollPupil = Omit<Pupil, 'contacts' | 'agencies'>

export interface RollFile extends ParsedFile<RollPupil> {
  readonly classes: readonly SchoolClass[]
}

const YEARS = ['N1', 'N2', 'R', '1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12', '13', '14'] as const
const FLAGS: readonly PupilFlag[] = ['socialWorker', 'lookedAfter', 'youngCarer', 'fsm', 'eal']

/** New long ids that one import may bring. Keys carry the number of the import that gave them, so that none is ever given twice. */
const NEW_KEYS_AN_IMPORT = 5000

/** More pupils in one class, or more classes, than a school has: such a roll is a wrong export, and too big to keep in one piece. */
const MOST_IN_CLASS = 500
const MOST_CLASSES = 400

/** A short key in place of a long id: a pupil keeps theirs from import to import, and nobody is ever given a departed pupil's. */
const keyMaker = (previous: Readonly<Record<string, string>>, generation: number) => {
  let count = 0
  return (pupilId: string): string | undefined => {
    if (/^[A-Za-z0-9_-]{1,6}$/.test(pupilId)) return pupilId
    // A pupil id is whatever the school's system says, so also a word that every object knows.
    if (Object.hasOwn(previous, pupilId)) return previous[pupilId]
    if (count === NEW_KEYS_AN_IMPORT) return undefined
    return `~${(generation * NEW_KEYS_AN_IMPORT + count++).toString(36)}`
  }
}

const YEAR_NAMES: Readonly<Record<string, string>> = { reception: 'r', rec: 'r' }

const readYear = (text = '') => {
  const bare = text.toLowerCase().replace(/^(year|yr|y)\s*/, '')
  const year = YEAR_NAMES[bare] ?? bare.replace(/^0(?=\d)/, '')
  return YEARS.find((each) => each.toLowerCase() === year)
}

/** A note for staff. Exports that only have a flag here write Y or N: Y puts the pupil first, N is no alert. */
const readAlert = (cells: Cells): { readonly flagged: boolean; readonly alert: string | undefined } => {
  const alert = cells.text('alert', 1000)
  const flag = alert === undefined ? false : readFlag(alert)
  return flag === undefined ? { flagged: true, alert } : { flagged: flag, alert: undefined }
}

const optional = <Name extends string, T>(name: Name, value: T | undefined) =>
  value === undefined ? {} : ({ [name]: value } as Record<Name, T>)

/** Every class on the roll, with the number of its pupils on roll today; 0 while all are still to come or have left. */
const classesOf = (
  pupils: readonly RollPupil[],
  names: ReadonlyMap<string, string>,
  today: string,
): readonly SchoolClass[] =>
  [...Map.groupBy(pupils, (pupil) => pupil.classId)]
    .map(([id, ofClass]) => ({
      id,
      name: names.get(id) ?? id,
      yearGroup: ofClass[0]?.yearGroup ?? '',
      pupils: ofClass.filter((pupil) => onRoll(pupil, today)).length,
    }))
    .toSorted((one, other) => one.id.localeCompare(other.id))

/** Parses the roll as it stands on `today`. `previousKeys` are the keys of pupils on the live roll, by pupil id; `generation` counts
 * the rolls imported. */
export const parseRoll = (
  given: SchoolFile,
  context: {
    readonly today: string
    readonly previousKeys: Readonly<Record<string, string>>
    readonly generation: number
  },
): RollFile => {
  const keyOf = keyMaker(context.previousKeys, context.generation)
  const ids = new Map<string, number>()
  const upns = new Map<string, number>()
  const names = new Map<string, string>()
  const sizes = new Map<string, number>()
  const file = parseFile('roll', given, (cells): RollPupil | undefined => {
    const pupilId = cells.id('pupilId') ?? ''
    const seen = ids.get(pupilId)
    if (pupilId !== '' && seen !== undefined)
      cells.wrong('pupilId', `is also on line ${seen}.`, 'Keep one row per pupil.')
    ids.set(pupilId, cells.line)
    const key = keyOf(pupilId) ?? ''
    if (key === '' && pupilId !== '')
      cells.wrong('pupilId', 'is one of more than 5,000 new pupils.', 'Import the roll in two steps.')
    const upn = cells.text('upn')?.toUpperCase()
    const wrongUpn = upn === undefined ? undefined : whyNoUpn(upn)
    if (wrongUpn !== undefined)
      cells.wrong('upn', wrongUpn, 'Copy it again from the school’s system, or leave it blank.')
    if (upn !== undefined && upns.has(upn))
      cells.wrong('upn', `is also on line ${upns.get(upn)}.`, 'Two pupils never share one.')
    if (upn !== undefined) upns.set(upn, cells.line)
    const year = readYear(cells.text('yearGroup'))
    if (year === undefined) cells.wrong('yearGroup', 'is not a year group.', 'Use N1, N2, R or 1 to 14.')
    const className = cells.required('class')
    const classId = classIdOf(className)
    const before = names.get(classId)
    if (before !== undefined && before !== className && before.toLowerCase() !== className.toLowerCase()) {
      cells.wrong('class', 'reads like another class’s name.', 'Spell each class one way.')
    }
    names.set(classId, before ?? className)
    sizes.set(classId, (sizes.get(classId) ?? 0) + 1)
    if (sizes.get(classId) === MOST_IN_CLASS + 1)
      cells.wrong('class', `has more than ${MOST_IN_CLASS} pupils.`, 'Export the registration group of each pupil.')
    if (before === undefined && names.size === MOST_CLASSES + 1)
      cells.wrong(
        'class',
        `is one of more than ${MOST_CLASSES} classes.`,
        'Export the registration group of each pupil.',
      )
    const dateOfBirth = cells.requiredDate('dateOfBirth')
    if (dateOfBirth > context.today) cells.wrong('dateOfBirth', 'has not come yet.', 'Correct the date.')
    const admitted = cells.requiredDate('admitted')
    const left = cells.date('left')
    if (left !== undefined && left < admitted)
      cells.wrong('left', 'is before the starting day.', 'Correct one of the two dates.')
    const { flagged, alert } = readAlert(cells)
    return {
      key,
      pupilId,
      forename: cells.required('forename'),
      surname: cells.required('surname'),
      dateOfBirth,
      yearGroup: year ?? '',
      classId,
      admitted,
      flags: [...FLAGS.filter((flag) => cells.flag(flag, false)), ...(flagged ? ['alert' as const] : [])],
      ...optional('upn', upn),
      ...optional('preferredName', cells.text('preferredName')),
      ...optional('sex', cells.text('sex')),
      ...optional('left', left),
      ...optional('senStatus', cells.text('senStatus')),
      ...optional('ethnicity', cells.text('ethnicity')),
      ...optional('alert', alert),
    }
  })
  return { ...file, classes: classesOf(file.rows, names, context.today) }
}
