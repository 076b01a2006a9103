/** `staff.csv`: the people the policy gives duties to, and a teacher for every class. */
import type { StaffRole } from '../../shared/domain/people.ts'
import { chanceOf } from './chance.ts'
import type { Place } from './classes.ts'
import { csvText } from './csv-text.ts'
import { GROWN_UPS, heritageOf } from './names.ts'
import { staffMobile } from './numbers.ts'

const COLUMNS = ['staffId', 'name', 'role', 'email', 'mobile', 'classes', 'from', 'until', 'coversFor'] as const

const OFFICE: readonly { readonly staffId: string; readonly role: StaffRole }[] = [
  { staffId: 'head', role: 'head' },
  { staffId: 'dsl', role: 'dsl' },
  { staffId: 'deputy-dsl', role: 'deputy-dsl' },
  { staffId: 'lead', role: 'lead' },
  { staffId: 'office-1', role: 'office' },
  { staffId: 'office-2', role: 'office' },
  { staffId: 'visitor', role: 'visitor' },
  { staffId: 'governor', role: 'governor' },
  { staffId: 'trust', role: 'trust' },
]

/** `staff.csv` of an academy. Teachers have no mobile: nobody pages them. `first` is where its staff mobiles begin. */
export const staffFile = (academy: string, classes: readonly Place[], seed: string, first: number): string => {
  const chance = chanceOf(seed, 'staff')
  const name = (): string => {
    const forename = chance.oneOf(chance.is(0.6) ? GROWN_UPS.women : GROWN_UPS.men)
    return `${forename} ${chance.oneOf(heritageOf(chance).surnames)}`
  }
  const email = (staffId: string): string => `${staffId}@${academy}.example`
  const office = OFFICE.map(({ staffId, role }, index) => ({
    staffId,
    role,
    name: name(),
    email: email(staffId),
    mobile: staffMobile(first + index),
  }))
  const teachers = classes.map(({ className }) => {
    const staffId = `t-${className.toLowerCase()}`
    return { staffId, role: 'teacher', name: name(), email: email(staffId), classes: className }
  })
  return csvText(COLUMNS, [...office, ...teachers])
}
