/** `contacts.csv`: everybody as they stand towards each child of their family. */
import { addDays, type LocalDate } from '../../shared/domain/time.ts'
import { csvText } from './csv-text.ts'
import type { Family } from './families.ts'
import { type GrownUp, grownUpsOf } from './grown-ups.ts'
import { FAMILY_MOBILES, landline } from './numbers.ts'
import type { MadeUpPupil } from './pupils.ts'

const COLUMNS = [
  'contactId',
  'pupilId',
  'priority',
  'name',
  'relationship',
  'parentalResponsibility',
  'livesWith',
  'hasCare',
  'mobile',
  'landline',
  'email',
  'language',
  'address1',
  'address2',
  'address3',
  'address4',
  'postcode',
  'addressConfidential',
  'textsAllowed',
  'lettersAllowed',
  'noContact',
  'courtRestriction',
  'courtRef',
  'courtUntil',
] as const

/**
 * A number of one's own for everybody who has a mobile, as far as drama numbers go. The first to ring of each family are served
 * before anybody second, so that in a large school it is grandparents and second parents who go without.
 */
const mobilesOf = (people: readonly GrownUp[]): ReadonlyMap<string, string> =>
  new Map(
    people
      .filter(({ hasMobile }) => hasMobile)
      .toSorted((one, other) => one.priority - other.priority || one.contactId.localeCompare(other.contactId))
      .slice(0, FAMILY_MOBILES.length)
      .map(({ contactId }, index) => [contactId, FAMILY_MOBILES[index] ?? '']),
  )

/** `contacts.csv` of an academy, with court orders that run on after the sample ends. */
export const contactsFile = (
  families: readonly Family[],
  pupils: readonly MadeUpPupil[],
  seed: string,
  until: LocalDate,
): string => {
  const around = new Map(families.map((family) => [family, grownUpsOf(family, seed)]))
  const mobiles = mobilesOf([...around.values()].flat())
  const firsts = new Set(pupils.filter((pupil, index) => pupils[index - 1]?.family !== pupil.family))
  const rows = pupils.flatMap((pupil) => {
    const { family } = pupil
    const isFirst = firsts.has(pupil)
    return (around.get(family) ?? []).map((person) => {
      const restricted = person.barred && isFirst
      return {
        contactId: person.contactId,
        pupilId: pupil.pupilId,
        priority: person.priority,
        name: person.name,
        relationship: person.relationship,
        parentalResponsibility: person.parentalResponsibility,
        livesWith: person.livesWith,
        hasCare: person.hasCare,
        mobile: mobiles.get(person.contactId),
        landline: person.hasLandline ? landline(family.number) : undefined,
        email: person.priority === 1 ? `family${family.number}@example.org` : undefined,
        language: person.language,
        address1: person.home.address[0],
        address2: person.home.address[1],
        postcode: person.home.postcode,
        addressConfidential: person.addressConfidential,
        textsAllowed: person.textsAllowed,
        lettersAllowed: person.lettersAllowed,
        noContact: person.noContact,
        courtRestriction: restricted,
        courtRef: restricted ? `ZZ25P${String(family.number).padStart(5, '0')}` : undefined,
        courtUntil: restricted && family.number % 2 === 1 ? addDays(until, 400) : undefined,
      }
    })
  })
  return csvText(COLUMNS, rows)
}
