/** The files that people read: exhibits on paper, letters as they were sent, and tables for a spreadsheet. */
import type { Packed } from '../../shared/adapters/archive/zip.ts'
import { bytesHash } from '../../shared/adapters/evidence/sha256.ts'
import { printCourt } from '../../shared/adapters/letters/court-press.ts'
import { certifiedMarks } from '../../shared/domain/evidence/court/certificate.ts'
import { letterFile } from '../../shared/domain/evidence/court/deeds-exhibits.ts'
import type { Material } from '../../shared/domain/evidence/court/material.ts'
import { writeCourt } from '../../shared/domain/evidence/court/write-court.ts'
import { printPath } from '../../shared/domain/letters/stored.ts'
import type { Files } from '../../shared/ports/files.ts'
import { csv } from './csv.ts'

/** The prints that were kept when the letters were made. Throws when one is missing or is not what its hash says. */
const letterFiles = ({ academy, letters }: Material, prints: Pick<Files, 'get'>): Promise<readonly Packed[]> =>
  Promise.all(
    letters.map(async (letter, index) => {
      const sha256 = letter.print?.sha256 ?? ''
      const bytes = await prints.get(printPath(academy, letter.id, sha256))
      if (bytes === undefined || bytesHash(bytes) !== sha256)
        throw new Error('The print of a letter is not as it was kept')
      return { path: letterFile(index, letter), bytes }
    }),
  )

const registerCsv = (material: Material): string =>
  csv([
    ['date', 'session', 'code'],
    ...certifiedMarks(material).map(({ date, session, code }) => [date, session, code]),
  ])

const chronologyCsv = ({ told }: Material): string =>
  csv([
    ['at', 'kind', 'by', 'rule', 'clause', 'policy', 'detail', 'standing'],
    ...told.map(({ entry, standing }) => [
      entry.at,
      entry.kind,
      entry.by,
      entry.rule ?? '',
      entry.clause ?? '',
      entry.policy ?? '',
      JSON.stringify(entry.detail ?? {}),
      standing,
    ]),
  ])

const text = (path: string, content: string): Packed => ({ path, bytes: Buffer.from(content, 'utf8') })

export const paperFiles = async (
  material: Material,
  reference: string,
  prints: Pick<Files, 'get'>,
): Promise<readonly Packed[]> => [
  { path: 'exhibits.pdf', bytes: await printCourt(writeCourt(material, reference)) },
  ...(await letterFiles(material, prints)),
  text('data/chronology.csv', chronologyCsv(material)),
  text('data/register.csv', registerCsv(material)),
]
