/** Rows about returns to the authority. What a person must judge first is in an extract only once that person has said that it is due. */
import { type AuthorityReturn, type ReturnKind, returnState } from '../returns/authority-return.ts'
import type { ExtractFacts, RowOf } from './extract.ts'
import { homeCells } from './home.ts'
import { nameCells, personOf, schoolCells } from './person.ts'

export const RETURN_COLUMNS = [
  'authority',
  'urn',
  'academy',
  'return',
  'upn',
  'surname',
  'forename',
  'dateOfBirth',
  'yearGroup',
  'about',
  'days',
  'asked',
  'sent',
  'address',
  'addressWithheld',
  'livesWith',
] as const

const sentOn = ({ entries }: AuthorityReturn): string | null =>
  entries.findLast(({ undone, state }) => undone === undefined && state === 'sent')?.on ?? null

const cellsOf = (facts: ExtractFacts, asked: AuthorityReturn) => {
  const { child, kind, from, days = null } = asked
  const person = personOf(facts, asked.pupil) ?? {
    ...child,
    upn: child.upn ?? null,
    surname: child.name,
    forename: null,
  }
  return {
    ...schoolCells(facts),
    ...nameCells(person),
    return: kind,
    dateOfBirth: child.dateOfBirth,
    yearGroup: child.yearGroup,
    about: from,
    days,
    asked: asked.asked,
    sent: sentOn(asked),
    ...homeCells(facts.pupils[asked.pupil] ?? facts.leavers[asked.pupil], facts.period.until),
  }
}

const isWithin = ({ period }: ExtractFacts, date: string | null): boolean =>
  date !== null && period.from <= date && date <= period.until

/** Returns of these kinds that a person said were for the authority in the period. */
export const saidReturns = (
  facts: ExtractFacts,
  kinds: readonly ReturnKind[],
): readonly RowOf<(typeof RETURN_COLUMNS)[number]>[] =>
  facts.returns
    .filter((asked) => kinds.includes(asked.kind) && isWithin(facts, sentOn(asked)))
    .map((asked) => ({ pupil: asked.pupil, cells: cellsOf(facts, asked) }))

/** Names entered in the register or to be deleted from it: facts of the roll, asked for in the period and not found to be none. */
export const rollReturns = (facts: ExtractFacts) =>
  facts.returns
    .filter(({ kind }) => kind === 'new-pupil' || kind === 'deletion')
    .filter((asked) => isWithin(facts, asked.asked) && returnState(asked) !== 'not-due')
    .map((asked) => ({
      pupil: asked.pupil,
      cells: { ...cellsOf(facts, asked), admitted: asked.child.admitted, left: asked.child.left ?? null },
    }))
