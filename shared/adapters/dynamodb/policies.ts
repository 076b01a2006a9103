/** Policies by version. A version's text never changes, so each process reads it once and keeps it. */
import * as z from 'zod'
import { type Policy, PolicySchema } from '../../../academies/policy.ts'
import type { PolicyStore, PolicyVersion } from '../../ports/stores.ts'
import { getItem, queryItems } from './read.ts'
import {
  ACADEMY_PREFIX,
  academyEntryKey,
  numberKey,
  policiesUntil,
  policyHeadKey,
  policyTextKey,
  restOfKey,
  TRUST_PK,
} from './table.ts'
import { type Db, IF_NEW, putIf, transact } from './write.ts'

const Head = z.object({ version: z.string(), from: z.string() })
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
  const pinned = new Map<string, Promise<PolicyVersion>>()
  const read = async (academy: string, date: string): Promise<PolicyVersion> => {
    const { version, from } = await inForce(db, academy, date)
    return { version, from, policy: await textOf(academy, version) }
  }
  let listed: Promise<readonly string[]> | undefined
  const list = async (): Promise<readonly string[]> =>
    (await queryItems(db, { pk: TRUST_PK, prefix: ACADEMY_PREFIX })).map((item) =>
      restOfKey(AcademyItem.parse(item).sk, 1),
    )
  return {
    // A version takes effect at a local midnight, so the version of a date that has begun is pinned for it.
    inForce: (academy, date) => {
      const key = `${academy} ${date}`
      const known = pinned.get(key) ?? read(academy, date)
      pinned.set(key, known)
      known.catch(() => pinned.delete(key))
      return known
    },
    publish: async (academy, { version, policy, from }, act) => {
      pinned.clear()
      listed = undefined
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
    // An academy begins with a deployment, which begins new processes.
    academies: () => {
      listed ??= list()
      listed.catch(() => {
        listed = undefined
      })
      return listed
    },
    academyOfNumber: async (number) => {
      const item = await getItem(db, numberKey(number))
      return item && NumberItem.parse(item).academy
    },
  }
}
