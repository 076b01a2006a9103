/**
 * The certificate of attendance, drafted for the Head to check and sign. It states the pupil, the enrolment, the exact period, every unauthorised
 * session and the adults believed to be parents, and that it comes from the register, which can be produced. It is not drafted while an N
 * stands in the period: nobody can certify a reason that is not established (SI 2024/208 regulation 10(7)).
 */
import { compulsoryFrom, compulsoryUntil, isCompulsoryAge } from '../../ages.ts'
import { CODES, type Code, type Session } from '../../codes.ts'
import { tallyOf } from '../../counting/tally.ts'
import type { Block } from '../../letters/model.ts'
import { shortDate } from '../../letters/written-date.ts'
import { onRoll } from '../../people.ts'
import type { LocalDate } from '../../time.ts'
import type { Material } from './material.ts'

interface Marked {
  readonly date: LocalDate
  readonly session: Session
  readonly code: Code
  /** The code asks for a note, and there is none. */
  readonly lacksNote?: true
}

/** The pupil's marks of the period that count, in order. */
export const certifiedMarks = ({ registers, pupil, from, until }: Material): readonly Marked[] =>
  registers
    .filter(({ date, submitted }) => submitted && from <= date && date <= until && onRoll(pupil, date))
    .flatMap(({ date, session, marks }) => {
      const mark = marks[pupil.key]
      if (mark === undefined) return []
      const { code, note } = mark
      const lacksNote = CODES[code].needsNote !== undefined && !note?.trim()
      return [{ date, session, code, ...(lacksNote ? { lacksNote } : {}) }]
    })
    .toSorted((one, other) => (`${one.date} ${one.session}` < `${other.date} ${other.session}` ? -1 : 1))

const sessionInWords = ({ date, session }: Pick<Marked, 'date' | 'session'>): string => `${shortDate(date)} ${session}`

const ageInWords = ({ pupil, from, until }: Material): string => {
  const { dateOfBirth } = pupil
  if (isCompulsoryAge(dateOfBirth, from) && isCompulsoryAge(dateOfBirth, until))
    return 'The pupil was of compulsory school age for the whole period.'
  return `The pupil is of compulsory school age from ${shortDate(compulsoryFrom(dateOfBirth))} to ${shortDate(compulsoryUntil(dateOfBirth))}, which is not the whole period.`
}

const parentsOf = ({ pupil }: Material): readonly string[] =>
  pupil.contacts
    .filter(({ parentalResponsibility, livesWith, hasCare }) => parentalResponsibility || livesWith || hasCare)
    .map(({ name, relationship, parentalResponsibility }) =>
      parentalResponsibility
        ? `${name} (${relationship}, with parental responsibility)`
        : `${name} (${relationship}, who lives with or has care of the pupil)`,
    )

const unresolved = (open: readonly Marked[]): readonly Block[] => [
  {
    is: 'paragraph',
    text: `No certificate is drafted. ${open.length === 1 ? 'One session' : `${open.length} sessions`} of the period still ${open.length === 1 ? 'has' : 'have'} N, a reason not yet established: ${open.map(sessionInWords).join(', ')}. Settle these marks and ask for the bundle again.`,
  },
]

/** K, B and Y7 certify nothing without the nature of the provision, the activity or the cause (SI 2024/208 regulation 10). */
const withoutNote = (marks: readonly Marked[]): readonly Block[] => [
  {
    is: 'paragraph',
    text: `No certificate is drafted. A note of the provision, the activity or the cause is wanted for: ${marks.map((mark) => `${sessionInWords(mark)} (${mark.code})`).join(', ')}. Give it with the mark and ask for the bundle again.`,
  },
]

export const certificate = (material: Material): readonly Block[] => {
  const { pupil, school, from, until } = material
  const marks = certifiedMarks(material)
  const open = marks.filter(({ code }) => code === 'N')
  if (open.length > 0) return unresolved(open)
  const unnoted = marks.filter(({ lacksNote }) => lacksNote)
  if (unnoted.length > 0) return withoutNote(unnoted)
  const { possible, attended, authorised, unauthorised } = tallyOf(marks)
  const missed = marks.filter(({ code }) => CODES[code].category === 'unauthorised')
  const left = pupil.left === undefined ? '' : `, to ${shortDate(pupil.left)}`
  return [
    {
      is: 'paragraph',
      text: 'DRAFT, for the Head to check against the register, correct and sign. It is no certificate until it is signed.',
    },
    { is: 'heading', text: `Certificate of attendance: ${school}` },
    {
      is: 'table',
      summary: 'The pupil and the period',
      columns: ['', ''],
      rows: [
        ['Pupil', `${pupil.forename} ${pupil.surname}`],
        ['Date of birth', shortDate(pupil.dateOfBirth)],
        ...(pupil.upn === undefined ? [] : [['Unique pupil number', pupil.upn]]),
        ['On the roll of this school', `from ${shortDate(pupil.admitted)}${left}`],
        ['Year group and class', `${pupil.yearGroup}, ${pupil.classId}`],
        ['Period of this certificate', `${shortDate(from)} to ${shortDate(until)}, both included`],
        ['Believed to be parents', parentsOf(material).join('; ') || 'not known'],
      ],
      shares: [0.32, 0.68],
    },
    { is: 'paragraph', text: ageInWords(material) },
    {
      is: 'figures',
      items: [
        { label: 'possible sessions', value: String(possible) },
        { label: 'attended', value: String(attended) },
        { label: 'authorised absence', value: String(authorised) },
        { label: 'unauthorised absence', value: String(unauthorised) },
      ],
    },
    missed.length === 0
      ? { is: 'paragraph', text: 'No session of the period was missed without authorisation.' }
      : {
          is: 'table',
          summary: 'Sessions of unauthorised absence',
          columns: ['Session', 'Mark', 'Meaning'],
          rows: missed.map((mark) => [sessionInWords(mark), mark.code, CODES[mark.code].meaning]),
          shares: [0.36, 0.12, 0.52],
        },
    {
      is: 'paragraph',
      text: `I certify that the above is taken from the attendance register of ${school}, kept under the School Attendance (Pupil Registration) (England) Regulations 2024, which can be produced if it is asked for.`,
    },
    { is: 'signature', lines: ['Signed', 'Head teacher', `${school}. Date:`] },
  ]
}
