/** Letters as sent, visits, and meetings. */
import type { Block } from '../../letters/model.ts'
import type { Letter } from '../../letters/stored.ts'
import { shortDate } from '../../letters/written-date.ts'
import { type Material, when, who } from './material.ts'
import { detailInWords, kindInWords } from './words.ts'

/** The file of a letter in the bundle. */
export const letterFile = (index: number, { reference }: Letter): string => `letters/4.${index + 1}-${reference}.pdf`

export const lettersExhibit = (material: Material): readonly Block[] => {
  const { letters, zone } = material
  if (letters.length === 0)
    return [{ is: 'paragraph', text: 'No letter about this pupil left the school in the period.' }]
  return [
    {
      is: 'paragraph',
      text: 'Each letter is a file of its own beside this document, byte for byte as it was printed. Its hash stands here, so that nobody can put another in its place.',
    },
    {
      is: 'table',
      summary: 'Letters as they were sent',
      columns: ['No.', 'Letter', 'To', 'How it left', 'File and SHA-256 of it'],
      rows: letters.map((letter, index) => [
        `4.${index + 1}`,
        `${kindInWords(letter.kind)}, dated ${shortDate(letter.date)}, reference ${letter.reference}`,
        who(letter.contactId, material),
        `${letter.sent?.batch === undefined ? 'By the post' : 'Printed and posted by the school'}${letter.sent ? `, ${when(letter.sent.at, zone)}` : ''}${letter.state === 'returned' ? '. It came back undelivered' : ''}`,
        `${letterFile(index, letter)} ${letter.print?.sha256 ?? ''}`,
      ]),
      shares: [0.08, 0.24, 0.16, 0.2, 0.32],
      small: true,
    },
  ]
}

const noteOf = (at: string, { visits }: Material): string => {
  const visit = visits.find((each) => each.at === at)
  return [visit?.spokeTo && `spoke to ${visit.spokeTo}`, visit?.note].filter(Boolean).join('; ')
}

export const visitsExhibit = (material: Material): readonly Block[] => {
  const visits = material.told.filter(({ entry }) => entry.kind === 'visit-recorded')
  if (visits.length === 0) return [{ is: 'paragraph', text: 'No home visit is recorded in the period.' }]
  return [
    {
      is: 'table',
      summary: 'Home visits',
      columns: ['No.', 'When', 'By whom', 'What was found', 'Note of the visitor'],
      rows: visits.map(({ entry }, index) => [
        `5.${index + 1}`,
        when(entry.at, material.zone),
        who(entry.by, material),
        detailInWords(entry, material),
        noteOf(entry.at, material),
      ]),
      shares: [0.08, 0.19, 0.17, 0.26, 0.3],
      small: true,
    },
  ]
}

/** Panels, meetings, plans and requests for leave, whatever became of them: entries whose kind says so. */
const MEETING = /^(meeting|panel|attend|plan|action|check-in|contract|review|leave)-/

export const meetingsExhibit = (material: Material): readonly Block[] => {
  const meetings = material.told.filter(({ entry }) => MEETING.test(entry.kind))
  if (meetings.length === 0)
    return [{ is: 'paragraph', text: 'No meeting, plan or request for leave is recorded in the period.' }]
  return [
    {
      is: 'table',
      summary: 'Meetings, what was agreed, and requests for leave',
      columns: ['When', 'What', 'By whom'],
      rows: meetings.map(({ entry }) => [
        when(entry.at, material.zone),
        [kindInWords(entry.kind), detailInWords(entry, material)].filter((each) => each !== '').join('. '),
        who(entry.by, material),
      ]),
      shares: [0.19, 0.6, 0.21],
      small: true,
    },
  ]
}
