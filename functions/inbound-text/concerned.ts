/** Which children a text is about. */
import { standingNow } from '../../shared/domain/absence.ts'
import type { Pupil } from '../../shared/domain/people.ts'
import type { Sender } from '../../shared/inbound/sender.ts'
import type { Stores } from '../../shared/ports/stores.ts'

/** The first names a child goes by. */
export const namesOf = ({ forename, preferredName }: Pupil): readonly string[] =>
  preferredName ? [preferredName, forename] : [forename]

export interface Concerned {
  readonly pupils: readonly Pupil[]
  /** Children the sender is barred from, whom the text may be about. */
  readonly barred: readonly Pupil[]
  /** The text names them. */
  readonly isNamed: boolean
}

/** Those missing on a date; else those of whom anything is on record that day. */
const followed = async (
  of: readonly Pupil[],
  academy: string,
  date: string,
  stores: Stores,
): Promise<readonly Pupil[]> => {
  const cards = await Promise.all(of.map((pupil) => stores.card(academy, date, pupil.key)))
  const standings = cards.map((card) => card && standingNow(card))
  const missing = of.filter((_, index) => ['unexplained', 'answered'].includes(standings[index] ?? ''))
  return missing.length > 0 ? missing : of.filter((_, index) => standings[index] !== undefined)
}

/** The children a text is about: those it names, else those who are followed up today, else all of the contact's. */
export const concernedIn = async (
  sender: Sender,
  named: readonly string[],
  { academy, date }: { readonly academy: string; readonly date: string },
  stores: Stores,
): Promise<Concerned> => {
  const isNamed = (pupil: Pupil) => namesOf(pupil).some((name) => named.includes(name))
  const meant = sender.children.filter(isNamed)
  const namedBarred = sender.barredFrom.filter(isNamed)
  if (meant.length + namedBarred.length > 0) return { pupils: meant, barred: namedBarred, isNamed: true }
  const pupils = await followed(sender.children, academy, date, stores)
  const barred = await followed(sender.barredFrom, academy, date, stores)
  if (sender.children.length === 0) return { pupils: [], barred: sender.barredFrom, isNamed: false }
  return { pupils: pupils.length > 0 ? pupils : sender.children, barred, isNamed: false }
}
