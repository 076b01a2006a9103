/** Keeps the evidence of a batch before the record has it: a process that dies in between does both again, and both find what they did. */
import type { Entry } from '../../shared/domain/evidence/entry.ts'
import { markEntries, type RegisterVersion, versionEntry } from '../../shared/domain/evidence/register-version.ts'
import type { Instant } from '../../shared/domain/time.ts'
import type { Enclosed, Envelopes, EvidenceShelf } from '../../shared/ports/evidence.ts'
import type { ChronicleEntry } from '../../shared/ports/stores.ts'

interface Batch {
  readonly entries: readonly Entry[]
  readonly versions: readonly RegisterVersion[]
}

interface Ports {
  readonly envelopes: Envelopes
  readonly shelf: EvidenceShelf
  readonly now: Instant
}

const keepVersions = async (versions: readonly RegisterVersion[], { envelopes, shelf }: Ports) => {
  const enclosed = await envelopes.enclose(versions.map(versionEntry))
  await Promise.all(
    versions.map(({ now }, index) => {
      const entry = enclosed[index]
      const { date, session, classId, version } = now
      return entry && shelf.keepVersion({ date, session, classId, version }, entry)
    }),
  )
  return enclosed
}

/** Answers the entries of the record with their hashes. */
export const keepEvidence = async (batch: Batch, ports: Ports): Promise<readonly ChronicleEntry[]> => {
  const told = await ports.envelopes.enclose(batch.entries)
  const versions = await keepVersions(batch.versions, ports)
  const marks = await ports.envelopes.enclose(batch.versions.flatMap(markEntries))
  const arrived = Map.groupBy<string, Enclosed>([...told, ...versions, ...marks], ({ academy }) => academy)
  for (const [academy, entries] of arrived) await ports.shelf.keepArrived(academy, ports.now.slice(0, 10), entries)
  return batch.entries.flatMap((entry, index) => {
    const enclosed = told[index]
    return enclosed ? [{ ...entry, hash: enclosed.hash }] : []
  })
}
