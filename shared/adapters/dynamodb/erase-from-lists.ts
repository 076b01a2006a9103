/** Takes a pupil out of the lists of absences: each attribute of such an item is the list of one register, `AM#3b: "k01:N,k02:O"`. */
import type { PupilKey } from '../../domain/people.ts'
import { type Db, type Item, updateIf } from './write.ts'
import { KeyOnly } from './write-many.ts'

const without = (list: string, pupil: PupilKey): string =>
  list
    .split(',')
    .filter((each) => each.split(':')[0] !== pupil)
    .join(',')

/** Throws when a register of such a date is amended in the same moment: the erasure is then begun again. */
const shorten = async (db: Db, item: Item, name: string, list: string, shorter: string): Promise<void> => {
  const { pk, sk } = KeyOnly.parse(item)
  // A list on which nobody is left goes, as the night leaves it out.
  const isEmpty = shorter === ''
  const taken = await updateIf(db, {
    Key: { pk, sk },
    UpdateExpression: isEmpty ? 'REMOVE #list' : 'SET #list = :shorter',
    ConditionExpression: '#list = :list',
    ExpressionAttributeNames: { '#list': name },
    ExpressionAttributeValues: { ':list': list, ...(isEmpty ? {} : { ':shorter': shorter }) },
  })
  if (!taken.won) throw new Error('A list of absences was written while a pupil was taken out of it')
}

/** Answers how many lists are shorter now. */
export const takeOutOfLists = async (db: Db, found: readonly Item[], pupil: PupilKey): Promise<number> => {
  let changed = 0
  for (const item of found)
    for (const [name, list] of Object.entries(item)) {
      if (!/^(AM|PM)#/.test(name) || typeof list !== 'string') continue
      const shorter = without(list, pupil)
      if (shorter === list) continue
      await shorten(db, item, name, list, shorter)
      changed++
    }
  return changed
}
