/** The groups that give people of the trust their roles: `springbank.office`, `trust.operator`, `la.891.reader`. */

const ROLE =
  /^(?:[a-z0-9-]{2,32}\.(?:teacher|office|lead|head|dsl|governor)|trust\.(?:attendance|operator)|la\.\d{3}\.reader)$/

export const isStaffGroup = (word: string): boolean => ROLE.test(word)

/**
 * The groups that a directory names, whether it wrote them as a JSON list, in brackets or with commas between; words that are no role
 * give nothing.
 */
export const groupsFrom = (said: string | undefined): readonly string[] => [
  ...new Set((said ?? '').split(/[\s,"'[\]]+/).filter(isStaffGroup)),
]
