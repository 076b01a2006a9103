/** Makes the bundle of one pupil and puts it where it can be fetched. Made twice it is put once. */
import type { EvidenceWork } from '../../events/evidence-work.v1.ts'
import { bytesHash } from '../../shared/adapters/evidence/sha256.ts'
import { bundlePath } from '../../shared/domain/evidence/bundle.ts'
import type { Files } from '../../shared/ports/files.ts'
import type { Log } from '../../shared/ports/world.ts'
import { type GatherPorts, gather } from './gather.ts'
import { packBundle, proofFiles } from './pack.ts'

export interface BundlePorts extends GatherPorts {
  readonly exports: Files
  readonly log: Log
}

export const makeBundle = async (work: EvidenceWork, ports: BundlePorts): Promise<void> => {
  const { academy, pupil, bundle } = work
  const gathered = await gather(work, ports)
  if (gathered.differing.length > 0) ports.log.write('RECORD_DIFFERS', { academy, entries: gathered.differing.length })
  const bytes = packBundle(proofFiles(work, gathered))
  await ports.exports.putNew(bundlePath(academy, pupil, bundle, 'bundle.zip'), bytes, 'application/zip')
  // Last: whoever sees it may fetch the bundle.
  const kept = (await ports.exports.get(bundlePath(academy, pupil, bundle, 'bundle.zip'))) ?? bytes
  const done = JSON.stringify({ sha256: bytesHash(kept), entries: gathered.disclosed.length })
  await ports.exports.putNew(bundlePath(academy, pupil, bundle, 'done.json'), done, 'application/json')
}
