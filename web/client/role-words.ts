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

/** Of an authority, behind its code: `la.891.reader`. */
const OFFICERS: Readonly<Record<string, string>> = {
  reader: 'Officer of the local authority',
  'virtual-school': 'Officer of the Virtual School',
}

/** What somebody in this group is: `springbank.office` is Office. */
export const roleWord = (group: string): string => {
  const [first, second = '', third = ''] = group.split('.')
  return WORDS[group] ?? (first === 'la' ? OFFICERS[third] : WORDS[second]) ?? group
}
