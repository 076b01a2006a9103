/** Invented families for journeys, and the files a school would send of them. Numbers are those reserved for drama. */
export interface Parent {
  readonly name?: string
  /** The last three digits after 07700 900; absent when the school holds no mobile. */
  readonly mobile?: string
  readonly contactId?: string
  readonly priority?: number
  /** Any other column of contacts.csv. */
  readonly more?: Readonly<Record<string, string>>
}

export interface Child {
  readonly id: string
  readonly name?: string
  readonly class?: string
  readonly parents?: readonly Parent[]
  /** Any other column of roll.csv. */
  readonly more?: Readonly<Record<string, string>>
}

const FORENAMES = ['Amelia', 'Bilal', 'Cerys', 'Dawit', 'Elsie', 'Farah', 'George', 'Hana', 'Idris', 'Jasmin']
const SURNAMES = [
  'Ashdown',
  'Birch',
  'Castell',
  'Dunmore',
  'Everly',
  'Fenwick',
  'Garrow',
  'Holloway',
  'Ingle',
  'Jessop',
]

/** A mobile reserved for drama: `007` is +447700900007. */
export const mobile = (ending: string): string => `+447700900${ending}`

/** Ten children of one class, P001 to P010, each with one parent whose number ends like the pupil id. */
export const classOf = (name: string, from = 1): readonly Child[] =>
  FORENAMES.map((forename, index) => {
    const number = String(from + index).padStart(3, '0')
    return { id: `P${number}`, name: `${forename} ${SURNAMES[index]}`, class: name, parents: [{ mobile: number }] }
  })

const quoted = (value: string): string => (/[",\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value)

/** RFC 4180: every column any row has, blank where a row has none. */
export const csv = (rows: readonly Readonly<Record<string, string>>[]): string => {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  const lines = rows.map((row) => columns.map((column) => quoted(row[column] ?? '')).join(','))
  return `${[columns.join(','), ...lines].join('\n')}\n`
}

const split = (name: string): readonly [string, string] => {
  const [forename = '', ...rest] = name.split(' ')
  return [forename, rest.join(' ') || 'Ashdown']
}

export const rollFile = (children: readonly Child[]): string =>
  csv(
    children.map(({ id, name = 'Robin Ashdown', class: className = '3B', more }) => {
      const [forename, surname] = split(name)
      const yearGroup = /^\d+|^R|^N\d/.exec(className)?.[0] ?? '3'
      return {
        pupilId: id,
        forename,
        surname,
        dateOfBirth: '2017-10-01',
        sex: 'F',
        yearGroup,
        class: className,
        admitted: '2023-09-04',
        ...more,
      }
    }),
  )

export const contactsFile = (children: readonly Child[]): string =>
  csv(
    children.flatMap(({ id, name = 'Robin Ashdown', parents = [] }) =>
      parents.map((parent, index) => ({
        ...(parent.contactId ? { contactId: parent.contactId } : {}),
        pupilId: id,
        priority: String(parent.priority ?? index + 1),
        name: parent.name ?? `Kit ${split(name)[1]}`,
        relationship: 'parent',
        parentalResponsibility: 'Y',
        livesWith: 'Y',
        hasCare: 'Y',
        mobile: parent.mobile ? mobile(parent.mobile) : '',
        ...parent.more,
      })),
    ),
  )

/** One of each who may be paged or asked. */
export const STAFF = csv(
  ['teacher', 'office', 'lead', 'head', 'dsl', 'deputy-dsl', 'trust', 'visitor'].map((role, index) => ({
    staffId: `S0${index + 1}`,
    name: `${role} of the school`,
    role,
    email: `${role}@school.example`,
    mobile: mobile(String(980 + index)),
    classes: role === 'teacher' ? '3B' : '',
  })),
)
