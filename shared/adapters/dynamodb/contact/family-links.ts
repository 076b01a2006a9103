import * as z from 'zod'
import type { FamilyLink, FamilyLinkStore } from '../../../ports/family-link-store.ts'
import { sha256 } from '../../evidence/sha256.ts'
import { getItem } from '../read.ts'
import { familyLinkKey, TTL_ATTRIBUTE } from '../table.ts'
import { type Db, IF_NEW, IF_THERE, putIf, updateIf } from '../write.ts'

const LinkItem = z.object({
  body: z.object({
    academy: z.string(),
    contactId: z.string(),
    sentTo: z.string().exactOptional(),
    postedTo: z.string().exactOptional(),
    pupils: z.array(z.string()),
    madeAt: z.string(),
    until: z.string(),
  }) satisfies z.ZodType<FamilyLink>,
  visit: z.string().exactOptional(),
})

/** Links have no act of their own: the claim of the text is in the chronicle, and an answer is with the reply it becomes. */
export const familyLinkStore = (db: Db): FamilyLinkStore => ({
  keepFamilyLink: async (token, link) => {
    await putIf(db, {
      Item: { ...familyLinkKey(sha256(token)), body: link, [TTL_ATTRIBUTE]: Math.ceil(Date.parse(link.until) / 1000) },
      ConditionExpression: IF_NEW,
    })
  },
  familyLink: async (token) => {
    const digest = sha256(token)
    const item = await getItem(db, familyLinkKey(digest))
    if (item === undefined) return undefined
    const { body, visit } = LinkItem.parse(item)
    return { ...body, id: digest.slice(0, 22), ...(visit === undefined ? {} : { visit }) }
  },
  spendFamilyLink: async (token, visit) => {
    const spent = await updateIf(db, {
      Key: familyLinkKey(sha256(token)),
      UpdateExpression: 'SET visit = :visit',
      ConditionExpression: `${IF_THERE} AND attribute_not_exists(visit)`,
      ExpressionAttributeValues: { ':visit': visit },
    })
    return spent.won ? 'spent' : 'already'
  },
  countFamilyAnswer: async (token, most) => {
    const counted = await updateIf(db, {
      Key: familyLinkKey(sha256(token)),
      UpdateExpression: 'ADD answers :one',
      ConditionExpression: `${IF_THERE} AND (attribute_not_exists(answers) OR answers < :most)`,
      ExpressionAttributeValues: { ':one': 1, ':most': most },
    })
    return counted.won ? 'counted' : 'too-many'
  },
})
