/** Roles in the words of a school. */

const WORDS: Readonly<Record<string, string>> = {
  teacher: 'Teacher',
  office: 'Office',
  lead: 'Attendance Lead',
  head: 'Head',
  dsl: 'Safeguarding lead',
  governor: 'Governor',
  'trust.attendance': 'Attendance lead of the Trust',
  'trust.operator': 'Trust operator',
}

/** What somebody in this group is: `springbank.office` is Office. */
export const roleWord = (group: string): string => WORDS[group] ?? WORDS[group.split('.')[1] ?? ''] ?? group
