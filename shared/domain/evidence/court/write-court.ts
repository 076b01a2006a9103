/** Names are kept in no entry, so that they can be erased: a reader must know whose files they are read from, and when. */
const namesInWords = (at: Instant, zone: Zone): string =>
  `Entries say who acted by the school’s own numbers. The names beside them are those of the school’s files of staff and contacts on ${shortDate(localDate(at, zone))}, when this bundle was made: a name or a post that has changed since reads as it is now. Whoever stood in no file by then is shown by the number alone. A letter in Exhibit 4 has the names with which it was sent.`

/** Writes the paper part of a bundle: a pure step, so that the same material gives the same document. */
import { shortDate } from '../../letters/written-date.ts'
import { type Instant, localDate, type Zone } from '../../time.ts'
import { certificate } from './certificate.ts'
import { chronology } from './chronology.ts'
import { lettersExhibit, meetingsExhibit, visitsExhibit } from './deeds-exhibits.ts'
import type { CourtDocument } from './document.ts'
import { type Material, when, who } from './material.ts'
import { registerExhibit } from './register-exhibit.ts'
import { sealsExhibit } from './seals-exhibit.ts'
import { textsExhibit } from './texts-exhibit.ts'

export const writeCourt = (material: Material, reference: string): CourtDocument => {
  const { pupil, school, from, until, asked, zone } = material
  const name = `${pupil.forename} ${pupil.surname}`
  return {
    title: `Attendance of ${name}: exhibits`,
    language: 'en-GB',
    date: localDate(asked.at, zone),
    reference,
    school,
    front: [
      {
        is: 'table',
        summary: 'What this bundle is about',
        columns: ['', ''],
        rows: [
          ['School', school],
          ['Pupil', `${name}, born ${shortDate(pupil.dateOfBirth)}`],
          ['Period', `${shortDate(from)} to ${shortDate(until)}, both included`],
          ['Asked for', `${when(asked.at, zone)}, by ${who(asked.by, material)}`],
        ],
        shares: [0.24, 0.76],
      },
      { is: 'paragraph', text: namesInWords(asked.at, zone) },
    ],
    parts: [
      { title: 'Exhibit 1: Chronology', blocks: chronology(material) },
      { title: 'Exhibit 2: Register, comments and amendments', blocks: registerExhibit(material) },
      { title: 'Exhibit 3: Texts, receipts and replies', blocks: textsExhibit(material) },
      { title: 'Exhibit 4: Letters as sent', blocks: lettersExhibit(material) },
      { title: 'Exhibit 5: Home visits', blocks: visitsExhibit(material) },
      { title: 'Exhibit 6: Meetings, plans and requests for leave', blocks: meetingsExhibit(material) },
      { title: 'Exhibit 7: Draft certificate of attendance', blocks: certificate(material) },
      { title: 'Exhibit 8: Seals', blocks: sealsExhibit(material) },
    ],
  }
}
