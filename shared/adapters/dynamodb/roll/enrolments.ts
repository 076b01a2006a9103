/** Under which academies of the trust a unique pupil number is or was enrolled, found without the table holding a number in any key. */
import { DeleteCommand } from '@aws-sdk/lib-dynamodb'
import * as z from 'zod'
import type { EnrolmentStore, TrustEnrolment } from '../../../ports/enrolment-store.ts'
import { queryItems } from '../read.ts'
import type { Key } from '../table.ts'
import { type Db, putIf } from '../write.ts'
import { enrolledKey, enrolmentKey, enrolmentsPk } from './mobile-keys.ts'
import { hashMobile, newestKey, type PhoneKey } from './mobiles.ts'

const EnrolmentItem = z.object({
  academy: z.string(),
  pupil: z.string(),
  dateOfBirth: z.string(),
  joined: z.string(),
})

/** Hashed apart from mobiles. */
const hashed = (key: PhoneKey, upn: string) => hashMobile(key)(`UPN ${upn}`)
const keyOf = (key: PhoneKey, upn: string, { academy, pupil }: Pick<TrustEnrolment, 'academy' | 'pupil'>): Key => {
  const { version, hash } = hashed(key, upn)
  return enrolmentKey(version, hash, academy, pupil)
}

const besideOf = (key: PhoneKey, upn: string, { academy, pupil }: Pick<TrustEnrolment, 'academy' | 'pupil'>): Key => {
  const { version, hash } = hashed(key, upn)
  return enrolledKey(version, hash, academy, pupil)
}

/** Written with the newest key, looked up with all. */
export const enrolmentStore = (db: Db, phoneKeys: () => Promise<readonly PhoneKey[]>): EnrolmentStore => ({
  enrolmentsOf: async (upn) => {
    const found = await Promise.all(
      (await phoneKeys()).map((key) => {
        const { version, hash } = hashed(key, upn)
        return queryItems(db, { pk: enrolmentsPk(version, hash) })
      }),
    )
    const all = found.flat().map((item) => EnrolmentItem.parse(item))
    return [...new Map(all.toReversed().map((each) => [`${each.academy} ${each.pupil}`, each])).values()].toReversed()
  },
  keepEnrolment: async (upn, enrolment) => {
    const key = await newestKey(phoneKeys)
    // Before it, so that nothing of a child stands where nobody who erases the child would look.
    await putIf(db, { Item: besideOf(key, upn, enrolment) })
    await putIf(db, { Item: { ...keyOf(key, upn, enrolment), ...enrolment } })
  },
  dropEnrolment: async (upn, of) => {
    for (const key of await phoneKeys())
      for (const place of [keyOf(key, upn, of), besideOf(key, upn, of)])
        await db.client.send(new DeleteCommand({ TableName: db.table, Key: { ...place } }))
  },
})
