/** Policies by version. A version's text never changes, so each process reads it once and keeps it. */
import * as z from 'zod'
import { type Policy, PolicySchema } from '../../../academies/policy.ts'
import type { PolicyStore, PolicyVersion } from '../../ports/stores.ts'
import { keptAWhile } from '../kept-a-while.ts'
import { getItem, queryItems } from './read.ts'
import {
  ACADEMY_PREFIX,
  academyEntryKey,
  academyPk,
  numberKey,
  POLICY_PREFIX,
  policiesUntil,
  policyHeadKey,
  policyTextKey,
  restOfKey,
  TRUST_PK,
} from './table.ts'
import { type Db, IF_NEW, putIf, transact } from './write.ts'

const Head = z.object({ version: z.string(), from: z.string() })
const Published = Head.extend({
  act: z.object({ at: z.string(), by: z.string(), detail: z.record(z.string(), z.unknown()).exactOptional() }),
})
const Text = z.object({ policy: PolicySchema })
const NumberItem = z.object({ academy: z.string() })
const AcademyItem = z.object({ sk: z.string() })

/** The latest beginning counts; of several that begin on the same date, the one published last. */
const inForce = async (db: Db, academy: string, date: string): Promise<{ version: string; from: string }> => {
  const { pk, from, until } = policiesUntil(academy, date)
  const [item] = await queryItems(db, { pk, between: [from, until], newestFirst: true, limit: 1 })
  if (item === undefined)
    throw new Error(`${academy} has no policy in force on ${date}: publish one that begins on that date or before`)
  return Head.parse(item)
}

/** How long a process goes on with the version it read: one published for today is in force everywhere within this time. */
const PINNED_MILLISECONDS = 60_000

export const policyStore = (db: Db): PolicyStore => {
  const kept = new Map<string, Policy>()
  const textOf = async (academy: string, version: string): Promise<Policy> => {
    const key = policyTextKey(academy, version)
    const known = kept.get(`${key.pk} ${key.sk}`)
    if (known) return known
    const { policy } = Text.parse(await getItem(db, key))
    kept.set(`${key.pk} ${key.sk}`, policy)
    return policy
  }
  const read = async (place: string): Promise<PolicyVersion> => {
    const [academy = '', date = ''] = place.split(' ')
    const { version, from } = await inForce(db, academy, date)
    return { version, from, policy: await textOf(academy, version) }
  }
  const pinned = keptAWhile(PINNED_MILLISECONDS, read)
  const listed = keptAWhile(PINNED_MILLISECONDS, async () =>
    (await queryItems(db, { pk: TRUST_PK, prefix: ACADEMY_PREFIX })).map((item) =>
      restOfKey(AcademyItem.parse(item).sk, 1),
    ),
  )
  return {
    inForce: (academy, date) => pinned.get(`${academy} ${date}`),
    publish: async (academy, { version, policy, from }, act) => {
      pinned.clear()
      listed.clear()
      // The text first: a head without its text would stop the academy's day.
      await putIf(db, { Item: { ...policyTextKey(academy, version), policy }, ConditionExpression: IF_NEW })
      await transact(db, [
        { put: { Item: { ...policyHeadKey(academy, from, act.at, version), v: 1, version, from, act } } },
        { put: { Item: academyEntryKey(academy) } },
        ...[...new Set([policy.texts.number, policy.line.number])].map((number) => ({
          put: { Item: { ...numberKey(number), academy } },
        })),
      ])
    },
    history: async (academy) =>
      (await queryItems(db, { pk: academyPk(academy), prefix: POLICY_PREFIX, newestFirst: true })).map((item) => {
        const { version, from, act } = Published.parse(item)
        return { version, from, act }
      }),
    version: async (academy, version) => {
      const item = await getItem(db, policyTextKey(academy, version))
      return item && Text.parse(item).policy
    },
    academies: () => listed.get(TRUST_PK),
    academyOfNumber: async (number) => {
      const item = await getItem(db, numberKey(number))
      return item && NumberItem.parse(item).academy
    },
  }
}
