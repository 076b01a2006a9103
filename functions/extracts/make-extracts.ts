/**
 * Makes an academy's extracts. Safe to run twice, at once with itself, or to die half way: an extract has the id of its recipient, kind,
 * period and number, its files are put only where there are none, and it is listed last.
 */
import type { StoredExtract } from '../../shared/domain/extracts/stored.ts'
import { wantedOn } from '../../shared/domain/extracts/wanted.ts'
import { addDays } from '../../shared/domain/time.ts'
import { factsOf } from '../../shared/extracts/load-facts.ts'
import { calendarOf, policyAt } from '../../shared/follow-up/load-known.ts'
import type { Stores } from '../../shared/ports/stores.ts'
import type { Log } from '../../shared/ports/world.ts'
import { askWhoseTheyAre } from './ask-virtual-school.ts'
import { chaseExtracts } from './chase-extracts.ts'
import { makeOne, type Night, type OnePorts } from './make-one.ts'
import { pushExtracts } from './push-extracts.ts'
import type { PushPorts } from './push-ports.ts'

export interface ExtractPorts extends OnePorts, PushPorts {
  readonly stores: Stores
  readonly log: Log
  /** Has the academy looked at again in some minutes. */
  again(academy: string): Promise<void>
  pseudonym(academy: string, pupil: string): string
}

/** Days within which an earlier extract is still found to be compared with or chased. */
const REMEMBERED = 400

/** Every extract as it is, after what is to be brought to recipients has been looked at or started. */
const broughtTo = async (academy: string, night: Night, ports: ExtractPorts): Promise<readonly StoredExtract[]> => {
  const { policy, date, made } = night
  const isBrought = policy.extracts.recipients.some(({ push }) => push !== undefined)
  if (!isBrought && made.every(({ pushed }) => pushed?.state !== 'under-way')) return made
  const all = () => ports.stores.extracts(academy, addDays(date, -REMEMBERED))
  if (await pushExtracts(academy, await all(), night, ports)) await ports.again(academy)
  return all()
}

export const makeExtracts = async (academy: string, anew: boolean, ports: ExtractPorts): Promise<void> => {
  const { stores, now, log } = ports
  const { version, date } = await policyAt(stores, academy, now())
  const { policy } = version
  const calendar = await calendarOf(stores, academy, policy)
  const made = await stores.extracts(academy, addDays(date, -REMEMBERED))
  const changes = made.length > 0 ? await stores.lateChanges(academy) : []
  const night = { policy, policyVersion: version.version, date, made, changes }
  const wanted = wantedOn(policy, { calendar, today: date, made, anew, changes })
  let count = 0
  if (wanted.length > 0) {
    const facts = await factsOf(academy, policy, ports)
    for (const each of wanted) {
      const { kind, recipient, period } = each
      const agency = recipient.kind === 'virtual-school' ? recipient.name : null
      const known = await facts(period, kind.needs, agency)
      if (agency !== null) await askWhoseTheyAre(academy, known.pupils, night, ports)
      if (await makeOne(academy, each, known, night, ports)) count++
    }
  }
  const all = await broughtTo(academy, night, ports)
  const chased = await chaseExtracts(academy, all, { ...night, calendar }, ports)
  log.write('EXTRACTS_MADE', { academy, date, wanted: wanted.length, made: count, chased })
}
