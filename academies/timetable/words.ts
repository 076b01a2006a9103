/** How the timetable says roles, spans of time and lists. */
import type { Policy } from '../policy.ts'

type Role = Policy['calls']['doers'][number]

const ROLES: Readonly<Record<Role, string>> = {
  teacher: 'the class teacher',
  office: 'the office',
  lead: 'the Attendance Lead',
  head: 'the Head',
  dsl: 'the safeguarding lead',
  'deputy-dsl': 'the deputy safeguarding lead',
  governor: 'a governor',
  trust: 'the Trust',
  visitor: 'the home visitor',
}

export const roleName = (role: Role): string => ROLES[role]

/** "a", "a and b", "a, b and c". */
export const listed = (words: readonly string[], link = 'and'): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} ${link} ${words.at(-1)}`

/** Who does it: whoever comes first in the list, else the next. */
export const doers = (roles: readonly Role[]): string => listed(roles.map(roleName), 'or')

export const duration = (minutes: number): string => {
  if (minutes === 60) return 'an hour'
  if (minutes % 60 === 0 && minutes > 0) return `${minutes / 60} hours`
  return minutes === 1 ? 'a minute' : `${minutes} minutes`
}

export const counted = (count: number, one: string, several: string): string =>
  count === 1 ? `1 ${one}` : `${count} ${several}`

export const sentence = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`

/** Who is paged, and after how long. */
export const paged = (pages: Policy['brake']['pages']): string =>
  listed(
    pages.map(({ to, afterMinutes }) =>
      afterMinutes === 0 ? `${roleName(to)} at once` : `${roleName(to)} after ${duration(afterMinutes)}`,
    ),
  )
