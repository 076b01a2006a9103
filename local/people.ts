/** Who can sign in on this machine: for the console's picker of roles. */
import type { Policy } from '../academies/policy.ts'
import { groupOfRecipient } from '../shared/domain/extracts/may-collect.ts'
import type { StaffRole } from '../shared/domain/people.ts'
import { inForce } from '../shared/domain/people.ts'
import { localDate } from '../shared/domain/time.ts'
import type { LocalStack } from './stack.ts'

export interface LocalPerson {
  readonly sub: string
  readonly group: string
  /** Names of the classes they teach. */
  readonly classes: readonly string[]
}

const GROUPS: Readonly<Partial<Record<StaffRole, string>>> = {
  teacher: 'teacher',
  office: 'office',
  lead: 'lead',
  head: 'head',
  dsl: 'dsl',
  'deputy-dsl': 'dsl',
  governor: 'governor',
}

/** Where a person stands in the list: the roles in the order above. */
const placeOf = ({ group }: LocalPerson): number => Object.values(GROUPS).indexOf(group.split('.')[1] ?? '')

const inNoFile = (group: string): LocalPerson => ({ sub: group.replaceAll('.', '-'), group, classes: [] })

/** The Trust's own people and officers of the authority are in no school's file. */
const OF_TRUST: readonly LocalPerson[] = ['trust.attendance', 'trust.operator'].map(inNoFile)
const officersOf = (policy: Policy): readonly LocalPerson[] =>
  [...new Set(policy.extracts.recipients.flatMap((each) => (each.on ? (groupOfRecipient(each, policy) ?? []) : [])))]
    .filter((group) => group.startsWith('la.'))
    .map(inNoFile)

/** Every academy with those of its staff who have a role in the console. Staff are shown by role, never by name. */
export const localPeople = async ({ stores, clock, zone }: LocalStack) => {
  const today = localDate(clock.now(), zone)
  const academies = await stores.policies.academies()
  return Promise.all(
    academies.toSorted().map(async (academy) => {
      const [{ policy }, { classes }, staff] = await Promise.all([
        stores.policies.inForce(academy, today),
        stores.roll.live(academy),
        stores.roll.staff(academy),
      ])
      const nameOf = (id: string) => classes.find((each) => each.id === id)?.name ?? id
      const own = staff
        .filter((member) => inForce(member, today))
        .flatMap(({ staffId, role, classes: taught }): LocalPerson[] => {
          const group = GROUPS[role]
          return group ? [{ sub: staffId, group: `${academy}.${group}`, classes: taught.map(nameOf) }] : []
        })
        .toSorted((one, other) => placeOf(one) - placeOf(other))
      return { academy, name: policy.name, people: [...own, ...OF_TRUST, ...officersOf(policy)] }
    }),
  )
}
