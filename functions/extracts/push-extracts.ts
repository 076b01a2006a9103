/**
 * Brings extracts to recipients with a server of their own. A run that dies between starting and writing it down starts it again, and the same file
 * twice is the same file there.
 */
import { bytesHash } from '../../shared/adapters/evidence/sha256.ts'
import { CONTENT_TYPES } from '../../shared/domain/extracts/bytes.ts'
import { fileName } from '../../shared/domain/extracts/file-name.ts'
import type { Recipient } from '../../shared/domain/extracts/may-collect.ts'
import { arrived, failedToArrive, isToPush, partsToPush, underWay } from '../../shared/domain/extracts/pushed.ts'
import { extractPath, type Part, type StoredExtract } from '../../shared/domain/extracts/stored.ts'
import type { Files } from '../../shared/ports/files.ts'
import { CLAUSE } from './ask-office.ts'
import { endMendedTasks, tellFailedPush } from './failed-push.ts'
import type { PushNight, PushPorts } from './push-ports.ts'

const GROUND = { rule: 'extract-pushed', clause: CLAUSE }

const KINDS = { 'under-way': 'extract-pushed', arrived: 'extract-arrived', failed: 'extract-push-failed' } as const

const partOf = async (academy: string, extract: StoredExtract, part: Part, files: Files): Promise<Uint8Array> => {
  const found = await files.get(extractPath(academy, extract, part))
  if (found === undefined) throw new Error('A part of an extract is missing')
  return found
}

/** A server names a file by the end of its path, so each lies once more under the name that the recipient knows. */
const named = async (academy: string, extract: StoredExtract, files: Files): Promise<readonly string[]> => {
  const paths: string[] = []
  for (const part of partsToPush(extract)) {
    const path = `${extractPath(academy, extract, 'push')}/${fileName(academy, extract, part)}`
    await files.putNew(path, await partOf(academy, extract, part, files), CONTENT_TYPES.encrypted)
    paths.push(path)
  }
  return paths
}

const started = async (
  academy: string,
  extract: StoredExtract,
  to: NonNullable<Recipient['push']>,
  { date: on }: PushNight,
  { files, courier, bucket }: PushPorts,
): Promise<StoredExtract> => {
  const paths = await named(academy, extract, files)
  const begun = await courier.bring({ bucket, paths }, to)
  const { connector } = to
  return begun.ok
    ? underWay(extract, { connector, journey: begun.value, on })
    : failedToArrive(extract, { connector, journey: null, on }, begun.refusal.why)
}

const lookedAt = async (
  academy: string,
  extract: StoredExtract,
  { files, courier, now }: PushPorts,
): Promise<StoredExtract> => {
  const { pushed } = extract
  if (!pushed || pushed.journey === null) return extract
  const delivery = await courier.look(pushed.connector, pushed.journey)
  switch (delivery.state) {
    case 'under-way':
      return extract
    case 'failed':
      return failedToArrive(extract, pushed, delivery.because)
    case 'forgotten':
      return failedToArrive(extract, pushed, 'nothing is known of the transfer any more')
    case 'arrived': {
      const hashes: Partial<Record<Part, string>> = {}
      for (const part of partsToPush(extract)) hashes[part] = bytesHash(await partOf(academy, extract, part, files))
      return arrived(extract, pushed, now(), hashes)
    }
    default:
      return delivery satisfies never
  }
}

/** The extract as it is now; the same one where nothing has become of it. */
const moved = async (
  academy: string,
  extract: StoredExtract,
  all: readonly StoredExtract[],
  { push, on }: Recipient,
  night: PushNight,
  ports: PushPorts,
): Promise<StoredExtract> => {
  const isNow =
    extract.pushed?.state === 'under-way'
      ? await lookedAt(academy, extract, ports)
      : push && on && isToPush(all, extract, night.date)
        ? await started(academy, extract, push, night, ports)
        : extract
  if (isNow !== extract && isNow.pushed) {
    const detail = { extract: extract.id, extract_kind: extract.extract, recipient: extract.recipient }
    const act = { ...GROUND, at: ports.now(), by: 'system', kind: KINDS[isNow.pushed.state], detail }
    // Another run was quicker where this is stale: it looks again itself.
    await ports.stores.saveExtract(academy, isNow, { ...act, policy: night.policyVersion })
  }
  return isNow
}

/** Looks at what is under way and starts what is due; answers whether something has been started, of which nothing is known yet. */
export const pushExtracts = async (
  academy: string,
  all: readonly StoredExtract[],
  night: PushNight,
  ports: PushPorts,
): Promise<boolean> => {
  let isStarted = false
  for (const recipient of night.policy.extracts.recipients) {
    const own = all.filter((each) => each.recipient === recipient.id)
    const isNow: StoredExtract[] = []
    for (const extract of own) isNow.push(await moved(academy, extract, all, recipient, night, ports))
    const changed = isNow.filter((extract) => !own.includes(extract))
    const failed = changed.filter(({ pushed }) => pushed?.state === 'failed')
    isStarted ||= changed.some(({ pushed }) => pushed?.state === 'under-way')
    if (failed.length > 0) await tellFailedPush(academy, recipient, failed, night, ports)
    if (changed.some(({ pushed }) => pushed?.state === 'arrived'))
      await endMendedTasks(academy, recipient, isNow, night, ports)
  }
  return isStarted
}
