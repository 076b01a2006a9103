/** What stands in a register when the school's own system says something of a pupil. */
import { isOnSite, isUnexplained } from '../../shared/domain/codes.ts'
import { type KnownAbsence, premarkOf } from '../../shared/domain/known-absence.ts'
import { markedAgain } from '../../shared/domain/mark-again.ts'
import type { Mark } from '../../shared/domain/register.ts'
import type { MarkRow } from '../../shared/imports/marks.ts'

const BETTER_KNOWN: readonly Mark['source'][] = ['known', 'arrival', 'office']

/** A known absence, an arrival or the office gave the mark. */
export const isBetterKnown = ({ source }: Mark): boolean => BETTER_KNOWN.includes(source)

/** The same fact said again keeps who said it first; a new note is added, and that the school's own system says it now too. */
const again = (was: Mark, incoming: Mark): Mark => {
  const isNew = incoming.note !== undefined && incoming.note !== was.note
  const isAgreed = isBetterKnown(was) && was.inMis === undefined
  if (!isNew && !isAgreed) return was
  return { ...was, ...(isNew && { note: incoming.note }), ...(isAgreed && { inMis: true }) }
}

/** Another fact: what stands beside the old one is kept where it speaks of the new one too. What the school's own system has is its own. */
const given = (was: Mark | undefined, incoming: Mark): Mark => {
  const { inMis: _, ...kept } = markedAgain(was, incoming)
  return kept
}

/**
 * The mark that is to stand: an older file never undoes what is newer (the N that closing gave an unmarked pupil is no fact, so it
 * gives way), N never replaces what an arrival, the office or a known absence says, and an arrival knows its minute best.
 */
export const settleMark = (
  row: MarkRow,
  was: Mark | undefined,
  isOlder: boolean,
  known: readonly KnownAbsence[],
): Mark => {
  const { mark } = row
  if (was !== undefined && isOlder && was.source !== 'close') return was
  if (isUnexplained(mark.code)) {
    if (was !== undefined && isBetterKnown(was)) return was
    const cover = premarkOf(known, row.pupil, row.date, row.session)
    if (cover) return was?.code === cover.code ? was : cover
  }
  if (was?.source === 'arrival' && isOnSite(mark.code)) return was.code === mark.code ? again(was, mark) : was
  const isSame = was?.code === mark.code && [undefined, was.minutesLate].includes(mark.minutesLate)
  return isSame ? again(was, mark) : given(was, mark)
}
