/** Says in passing what the record has, so that the seal need not read it again. */
import type { LocalDate } from '../domain/time.ts'
import type { EvidenceShelf } from '../ports/evidence.ts'
import type { Stores } from '../ports/stores.ts'

/**
 * The record, of which each reading of a date's registers is told to the evidence before anybody acts on it: a process that dies later
 * finds it said. Only dates to `until`, which are over; what was said first stands.
 */
export const expecting = (stores: Stores, shelf: Pick<EvidenceShelf, 'expect'>, until: LocalDate): Stores => ({
  ...stores,
  registersOn: async (academy, date) => {
    const registers = await stores.registersOn(academy, date)
    if (date <= until)
      await shelf.expect(
        academy,
        date,
        registers.map(({ session, classId, version }) => ({ date, session, classId, version })),
      )
    return registers
  },
})
