/**
 * `npm run evidence -- erase`: carries out an erasure that a person has decided (docs/evidence.md). First it is written down that the key is
 * destroyed, then the key goes, then letters and referrals, then the table's own copies. What dies in between is finished by the same command.
 */
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { dynamoStores } from '../shared/adapters/dynamodb/dynamo-stores.ts'
import { eraseRecord } from '../shared/adapters/dynamodb/erase.ts'
import { keyring } from '../shared/adapters/evidence/keyring.ts'
import { evidenceShelf } from '../shared/adapters/evidence/shelf.ts'
import { schoolYearOf } from '../shared/domain/calendar.ts'
import { byPupil } from '../shared/domain/counting/class-tally.ts'
import { letterFolder } from '../shared/domain/letters/stored.ts'
import { referralFolder } from '../shared/domain/penalties/referral.ts'
import { addDays, type Instant, type LocalDate } from '../shared/domain/time.ts'
import type { Files } from '../shared/ports/files.ts'
import type { Stores } from '../shared/ports/stores.ts'

export interface ErasePorts {
  readonly client: DynamoDBDocumentClient
  readonly table: string
  readonly evidence: Files
  readonly keys: Files
  readonly letters: Files
  readonly now: Instant
}

/** School years back in which a pupil is looked for: no child is at school for longer. */
const YEARS_BACK = 30

const yearsBack = (from: LocalDate): readonly LocalDate[] => {
  const years: LocalDate[] = []
  for (let year = schoolYearOf(from); years.length < YEARS_BACK; year = schoolYearOf(addDays(year, -1)))
    years.push(year)
  return years
}

const countedIn = async (stores: Stores, academy: string, pupil: string, now: Instant) =>
  Promise.all(
    yearsBack(now.slice(0, 10)).map(async (year) => ({
      year,
      isIn: byPupil(await stores.tallies(academy, year)).has(pupil),
    })),
  )

/**
 * Those in which the pupil is counted, with the years beside each: a name is entered in August, and what was begun in July may end in September.
 * Of whoever never was counted, every year since before they were to come. The counted ones last: an erasure that died knows the others by them.
 */
const yearsOf = async (
  stores: Stores,
  academy: string,
  pupil: string,
  counted: Awaited<ReturnType<typeof countedIn>>,
): Promise<readonly LocalDate[]> => {
  const { [pupil]: leaver } = await stores.roll.leavers(academy, [pupil])
  const since = leaver && schoolYearOf(addDays(schoolYearOf(leaver.admitted), -1))
  const isAnywhere = counted.some(({ isIn }) => isIn)
  const beside = counted.filter(({ year, isIn }, index) =>
    isAnywhere ? !isIn && (counted[index - 1]?.isIn || counted[index + 1]?.isIn) : since !== undefined && year >= since,
  )
  return [...beside, ...counted.filter(({ isIn }) => isIn)].map(({ year }) => year)
}

/** Letters of the pupil, and where the files of those and of referrals lie: found before the record is, by which alone they are known. */
const papersOf = async (stores: Stores, academy: string, pupil: string) => {
  const resting = await stores.restingLetters(academy, '0000-01-01', '9999-12-31')
  const letters = [...(await stores.openLetters(academy)), ...resting].filter((letter) => letter.pupil === pupil)
  const referred = (await stores.penaltyRecord(academy, pupil))?.considered.filter(
    ({ decision }) => decision === 'refer',
  )
  return {
    letters: letters.length,
    folders: [
      ...letters.map(({ id }) => letterFolder(academy, id)),
      ...(referred ?? []).map(({ id }) => referralFolder(academy, id)),
    ],
  }
}

/** Answers in a sentence what was erased. Throws when nobody has decided it, or the pupil is on the roll. */
export const erasePupil = async (ports: ErasePorts, academy: string, taskId: string): Promise<string> => {
  const { client, table, now } = ports
  const stores = dynamoStores(client, table, { phoneKeys: async () => [] })
  const task = await stores.task(academy, taskId)
  const [pupil] = task?.pupils ?? []
  const decided = task?.outcome
  if (task?.kind !== 'erasure' || pupil === undefined || decided?.what !== 'erase')
    throw new Error(
      'Nobody has decided this erasure. It is decided by POST .../erasures/{task}; give the id of that task.',
    )
  const { generations } = await stores.roll.live(academy)
  if ((await stores.roll.pupils(academy, [pupil]))[pupil] !== undefined)
    throw new Error('This pupil is on the roll. Bring in a roll without them first, and look at the decision again.')
  const counted = await countedIn(stores, academy, pupil, now)
  // Whoever came back after the decision has newer registers, which the law has kept.
  if (counted.some(({ year, isIn }) => isIn && year >= schoolYearOf(task.date)))
    throw new Error('This pupil has been here since that was decided. It is asked about anew when their time is over.')
  const date = now.slice(0, 10)
  const erased = { on: date, by: decided.by, because: decided.note ?? '' }
  await evidenceShelf(ports.evidence).keepErased(academy, pupil, erased)
  await keyring(ports.keys).destroy(academy, pupil)
  const years = await yearsOf(stores, academy, pupil, counted)
  const { letters, folders } = await papersOf(stores, academy, pupil)
  for (const folder of folders) for (const path of await ports.letters.list(folder)) await ports.letters.remove(path)
  const items = await eraseRecord({ client, table }, academy, pupil, { years, generations })
  return `Erased: ${items} items of the record and ${letters} letters. The key is destroyed; what was sealed can be read by nobody, and the seals stand.`
}
