import { boundaryCells, countedInPeriod, officerCells } from '../counted.ts'
import { anExtract, type ExtractFacts, yes } from '../extract.ts'
import { isOfVirtualSchool } from '../virtual-school.ts'

const isTheirs = ({ pupils, leavers, agency, period }: ExtractFacts, key: string): boolean => {
  const pupil = pupils[key] ?? leavers[key]
  return pupil !== undefined && agency !== null && isOfVirtualSchool(pupil, agency, period.until)
}

export const lookedAfter = anExtract({
  id: 'looked-after',
  version: 1,
  recipient: 'virtual-school',
  says: 'Attendance in the period of each looked-after pupil whose Virtual School, by agencies.csv, is this recipient.',
  columns: [
    'authority',
    'urn',
    'academy',
    'upn',
    'surname',
    'forename',
    'dateOfBirth',
    'yearGroup',
    'compulsoryAge',
    'socialWorker',
    'possible',
    'attended',
    'authorised',
    'unauthorised',
    'unresolved',
    'illness',
    'late',
    'persistent',
    'severe',
  ],
  key: ['academy', 'upn', 'surname', 'forename', 'dateOfBirth'],
  needs: ['marks'],
  rows: (facts) =>
    countedInPeriod(facts)
      .filter(({ key }) => isTheirs(facts, key))
      .map((counted) => ({
        pupil: counted.key,
        cells: {
          ...officerCells(facts, counted),
          socialWorker: yes(
            (facts.pupils[counted.key] ?? facts.leavers[counted.key])?.flags.includes('socialWorker') ?? false,
          ),
          ...boundaryCells(counted.tally),
        },
      })),
})
