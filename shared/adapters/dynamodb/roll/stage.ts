import { addMinutes } from '../../../domain/time.ts'
import type { RollStore } from '../../../ports/stores.ts'
import { queryItems } from '../read.ts'
import { generationPk, type Key, stagingKey } from '../table.ts'
import { type Db, putIf } from '../write.ts'
import { KeyOnly, writeAll } from '../write-many.ts'
import { readLive } from './live.ts'
import { hashMobile, newestKey, type PhoneKey } from './mobiles.ts'
import { stagedItems } from './staged-items.ts'

/** Longer than an import may run: whoever began before it is dead. */
const SILENT_MINUTES = 10

const mayStage = async (db: Db, key: Key, by: { readonly importId: string; readonly at: string }): Promise<boolean> => {
  const claimed = await putIf(db, {
    Item: { ...key, importId: by.importId, at: by.at },
    ConditionExpression: 'attribute_not_exists(pk) OR importId = :importId OR #at < :silent',
    ExpressionAttributeNames: { '#at': 'at' },
    ExpressionAttributeValues: { ':importId': by.importId, ':silent': addMinutes(by.at, -SILENT_MINUTES) },
  })
  return claimed.won
}

/**
 * Writes a generation whole. What an import that died left in it is cleared first, so trying again gives exactly this file.
 * Throws when the generation is live or was: those are being read. With `by`, one import at a time may stage a generation: another's is
 * `busy` until it goes live or has been silent for a while, so that two files can never be mixed.
 */
export const stage =
  (db: Db, phoneKeys: () => Promise<readonly PhoneKey[]>): RollStore['stage'] =>
  async (academy, generation, staged, by) => {
    const live = (await readLive(db, academy)).generations[staged.file]
    if (generation <= live)
      throw new RangeError(`Generation ${generation} of ${staged.file} is in use; stage one above ${live}`)
    const key = staged.file === 'contacts' ? await newestKey(phoneKeys) : { version: '', value: '' }
    const pk = generationPk(academy, staged.file, generation)
    if (by && !(await mayStage(db, stagingKey(academy, staged.file, generation), by))) return 'busy'
    const left = (await queryItems(db, { pk, only: ['pk', 'sk'] })).map((item) => KeyOnly.parse(item))
    await writeAll(
      db,
      left.map((remove) => ({ remove })),
    )
    await writeAll(
      db,
      stagedItems(academy, generation, staged, hashMobile(key)).map((put) => ({ put })),
    )
    return 'staged'
  }
