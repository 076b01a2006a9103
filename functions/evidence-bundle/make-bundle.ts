/** Makes the bundle of one pupil and puts it where it can be fetched. Made twice it is put once. */
import type { EvidenceWork } from '../../events/evidence-work.v1.ts'
import { bytesHash } from '../../shared/adapters/evidence/sha256.ts'
import { bundlePath } from '../../shared/domain/evidence/bundle.ts'
import type { Instant } from '../../shared/domain/time.ts'
import type { Files } from '../../shared/ports/files.ts'
import type { Stores } from '../../shared/ports/stores.ts'
import type { Log } from '../../shared/ports/world.ts'
import { type GatherPorts, gather } from './gather.ts'
import { packBundle, proofFiles } from './pack.ts'
import { paperFiles } from './paper-files.ts'
import { readMaterial } from './read-material.ts'

/** As much of a bundle's id as somebody reads out. */
const REFERENCE = 8

export interface BundlePorts extends GatherPorts {
  readonly stores: Stores
  readonly prints: Files
  readonly now: () => Instant
  readonly exports: Files
  readonly log: Log
}

export const makeBundle = async (work: EvidenceWork, ports: BundlePorts): Promise<void> => {
  const { academy, pupil, bundle } = work
  const gathered = await gather(work, ports)
  if (gathered.differing.length > 0) ports.log.write('RECORD_DIFFERS', { academy, entries: gathered.differing.length })
  const material = await readMaterial(work, gathered, { stores: ports.stores, now: ports.now() })
  const paper = material ? await paperFiles(material, bundle.slice(0, REFERENCE), ports.prints) : []
  const bytes = packBundle([...paper, ...proofFiles(work, gathered)])
  await ports.exports.putNew(bundlePath(academy, pupil, bundle, 'bundle.zip'), bytes, 'application/zip')
  // Last: whoever sees it may fetch the bundle.
  const kept = (await ports.exports.get(bundlePath(academy, pupil, bundle, 'bundle.zip'))) ?? bytes
  const done = JSON.stringify({ sha256: bytesHash(kept), entries: gathered.disclosed.length })
  await ports.exports.putNew(bundlePath(academy, pupil, bundle, 'done.json'), done, 'application/json')
}
