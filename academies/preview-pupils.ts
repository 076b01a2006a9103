/**
 * What `npm run policy -- preview <academy> --roll FILE --contacts FILE` prints: a text as every contact of the school's own pupils would
 * read it, and what all of them together cost. The files are checked as an import checks them; nothing of them is kept or sent.
 */
import { onRoll, type Pupil } from '../shared/domain/people.ts'
import { FAMILY_WORDINGS, type FamilyWording, type PreviewedText, previewFor } from '../shared/domain/texts/preview.ts'
import type { LocalDate } from '../shared/domain/time.ts'
import { FILES } from '../shared/imports/files.ts'
import type { FileProblem } from '../shared/imports/table.ts'
import type { Policy } from './policy.ts'
import { labelled, titled } from './print.ts'
import { WHY_LANGUAGE } from './timetable/languages.ts'
import { counted } from './timetable/words.ts'

export interface FilesOfPupils {
  readonly roll: Uint8Array
  readonly contacts: Uint8Array
}

export interface PreviewAsked {
  readonly wording: FamilyWording
  /** The day the text speaks of. */
  readonly date: LocalDate
}

export type PreviewedPupils = { readonly lines: readonly string[] } | { readonly problems: readonly string[] }

/** The wordings that can be asked for, by name. */
export const PREVIEWED = Object.keys(FAMILY_WORDINGS) as readonly FamilyWording[]

const MARGIN = 28
const MOST_PROBLEMS = 40

const said =
  (file: string) =>
  ({ line, column, what, remedy }: FileProblem): string =>
    `${file}, line ${line}${column === '' ? '' : `, ${column}`}: ${what} ${remedy}`.trimEnd()

/** The pupils who are on the roll on `date`, by class and name, with their contacts; or what is wrong with the files. */
const readPupils = (
  { roll, contacts }: FilesOfPupils,
  date: LocalDate,
): { readonly pupils: readonly Pupil[] } | { readonly problems: readonly string[] } => {
  const people = FILES.roll(roll, { today: date, previousKeys: {}, generation: 1 })
  const keys = new Map(people.rows.map(({ pupilId, key }) => [pupilId, key]))
  const told = FILES.contacts(contacts, { keys, previousIds: {}, generation: 1 })
  const problems = [...people.problems.map(said('roll')), ...told.problems.map(said('contacts'))]
  if (problems.length > 0) {
    const more = problems.length > MOST_PROBLEMS ? [`and ${problems.length - MOST_PROBLEMS} more`] : []
    return { problems: [...problems.slice(0, MOST_PROBLEMS), ...more] }
  }
  const contactsOf = Map.groupBy(told.rows, ({ pupil }) => pupil)
  const pupils = people.rows
    .map(
      (pupil): Pupil => ({
        ...pupil,
        contacts: (contactsOf.get(pupil.key) ?? []).map(({ contact }) => contact),
        agencies: [],
      }),
    )
    .filter((pupil) => onRoll(pupil, date))
    .toSorted((one, other) => placeOf(one).localeCompare(placeOf(other)))
  return { pupils }
}

const nameOf = ({ forename, surname, classId }: Pupil): string => `${forename} ${surname}, ${classId}`
const placeOf = ({ classId, surname, forename }: Pupil): string => `${classId} ${surname} ${forename}`

const partsOf = ({ costs: [cost] }: PreviewedText): number => cost?.parts ?? 0
const penceOf = ({ costs: [cost] }: PreviewedText): number => cost?.pence ?? 0

const sum = (texts: readonly PreviewedText[], of: (text: PreviewedText) => number): number =>
  texts.reduce((total, text) => total + of(text), 0)

const lineOf = (pupil: Pupil, text: PreviewedText): readonly string[] => {
  const contact = pupil.contacts.find(({ contactId }) => contactId === text.contactId)
  const why =
    text.because === 'english' || text.because === 'approved' ? '' : ` In English: ${WHY_LANGUAGE[text.because]}.`
  const plain = text.body.replaceAll(/[\u2068\u2069\u200F]/g, '')
  const to = `to ${contact?.name ?? 'a contact'} (${contact?.relationship ?? 'contact'})`
  return labelled(nameOf(pupil), `${to}: “${plain}” ${counted(partsOf(text), 'part', 'parts')}.${why}`, MARGIN)
}

const inPounds = (pence: number): string => `£${(pence / 100).toFixed(2)}`

/** The lines of the page, or a line for each thing that is wrong with a file. */
export const previewPupils = (
  policy: Policy,
  files: FilesOfPupils,
  { wording, date }: PreviewAsked,
): PreviewedPupils => {
  const read = readPupils(files, date)
  if ('problems' in read) return read
  const { pupils } = read
  const of = { wording, date, session: 'AM', time: '09:40', stopped: [] } as const
  const texts = pupils.map((pupil) => ({ pupil, texts: previewFor(policy, pupil, of) }))
  const all = texts.flatMap((each) => each.texts)
  const none = texts.filter((each) => each.texts.length === 0).map(({ pupil }) => pupil)
  const totals =
    `${counted(pupils.length, 'pupil', 'pupils')}, ${counted(all.length, 'text', 'texts')} of ` +
    `${counted(sum(all, partsOf), 'part', 'parts')}: ${inPounds(sum(all, penceOf))} if every one of them were away at once.`
  return {
    lines: [
      ...titled(`${wording}, by ${policy.texts.provider}`),
      ...texts.flatMap((each) => each.texts.flatMap((text) => lineOf(each.pupil, text))),
      '',
      ...labelled('Together', totals, MARGIN),
      ...(none.length === 0
        ? []
        : labelled(
            'Nobody to text',
            `${none.map(nameOf).join('; ')}. The office rings: put a mobile into the contacts, or look at who may be told.`,
            MARGIN,
          )),
    ],
  }
}
