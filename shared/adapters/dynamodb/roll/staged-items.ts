/** What a staged file becomes: items of its generation. */
import type { Pupil, RollEntry } from '../../../domain/people.ts'
import type { StagedFile } from '../../../ports/stores.ts'
import { datesKey, pupilIdKey, pupilKeyIn, rosterKey, staffKey } from '../table.ts'
import type { Item } from '../write.ts'
import { mobileKey } from './mobile-keys.ts'
import { type MobileHash, phonesOf } from './mobiles.ts'

type RollPupil = Omit<Pupil, 'contacts' | 'agencies'>

const english = new Intl.Collator('en-GB')
const bySurname = (a: RollPupil, b: RollPupil): number =>
  english.compare(a.surname, b.surname) || english.compare(a.forename, b.forename) || english.compare(a.key, b.key)

const entryOf = (pupil: RollPupil): RollEntry => ({
  key: pupil.key,
  pupilId: pupil.pupilId,
  admitted: pupil.admitted,
  ...(pupil.left !== undefined && { left: pupil.left }),
  ...(pupil.moved !== undefined && { moved: pupil.moved }),
  dateOfBirth: pupil.dateOfBirth,
  yearGroup: pupil.yearGroup,
})

const rollItems = (academy: string, generation: number, pupils: readonly RollPupil[]): readonly Item[] => [
  ...[...Map.groupBy(pupils, (pupil) => pupil.classId)].map(([classId, ofClass]) => ({
    ...rosterKey(academy, generation, classId),
    body: ofClass.toSorted(bySurname).map(entryOf),
  })),
  ...pupils.map((pupil) => ({ ...pupilKeyIn(academy, 'roll', generation, pupil.key), body: pupil })),
  ...pupils
    .filter((pupil) => pupil.pupilId !== pupil.key)
    .map((pupil) => ({ ...pupilIdKey(academy, generation, pupil.pupilId), key: pupil.key })),
]

/** Every item of a staged file. `hash` turns a mobile into the newest key's version and hash. */
export const stagedItems = (
  academy: string,
  generation: number,
  staged: StagedFile,
  hash: MobileHash,
): readonly Item[] => {
  switch (staged.file) {
    case 'roll':
      return rollItems(academy, generation, staged.pupils)
    case 'contacts':
      return [
        ...Object.entries(staged.byPupil).map(([pupil, body]) => ({
          ...pupilKeyIn(academy, 'contacts', generation, pupil),
          body,
        })),
        ...phonesOf(staged.byPupil).map(({ number, contactId, pupils }) => {
          const { version, hash: hashed } = hash(number)
          return { ...mobileKey(academy, version, hashed, generation, contactId), gen: generation, contactId, pupils }
        }),
      ]
    case 'agencies':
      return Object.entries(staged.byPupil).map(([pupil, body]) => ({
        ...pupilKeyIn(academy, 'agencies', generation, pupil),
        body,
      }))
    case 'staff':
      return staged.staff.map((member) => ({ ...staffKey(academy, generation, member.staffId), body: member }))
    case 'calendar':
      return [{ ...datesKey(academy, generation), body: staged.dates }]
  }
}
