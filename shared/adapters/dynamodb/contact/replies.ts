import { GetCommand } from '@aws-sdk/lib-dynamodb'
import { settledFor } from '../../../domain/replies/proposals.ts'
import type { ReplyStore } from '../../../ports/reply-store.ts'
import { heardKey, replyKey, seenUntilKey } from '../table.ts'
import { type Db, IF_NEW, IF_THERE, putIf, updateIf } from '../write.ts'
import { HeardItem, SeenItem, WordsItem } from './reply-item.ts'

/** Replies of parents. The words are read by `replyWords` alone. */
export const replyStore = (db: Db): ReplyStore => ({
  keepReply: async (academy, reply, words, act) => {
    const { version: _, ...body } = reply
    const kept = await putIf(db, {
      Item: { ...replyKey(academy, reply.date, reply.id), v: 1, body, words, act },
      ConditionExpression: IF_NEW,
    })
    return kept.won ? 'kept' : 'already'
  },

  replyWords: async (academy, date, replyId) => {
    const { Item } = await db.client.send(
      new GetCommand({ TableName: db.table, Key: replyKey(academy, date, replyId), ProjectionExpression: 'words' }),
    )
    return Item && WordsItem.parse(Item).words
  },

  rewordReply: async (academy, reply, words, act) => {
    await updateIf(db, {
      Key: replyKey(academy, reply.date, reply.id),
      UpdateExpression: 'SET words = :words, act = :act ADD v :one',
      ConditionExpression: IF_THERE,
      ExpressionAttributeValues: { ':words': words, ':act': act, ':one': 1 },
    })
  },

  settleReply: async (academy, reply, state, act) => {
    const settled = await updateIf(db, {
      Key: replyKey(academy, reply.date, reply.id),
      UpdateExpression: 'SET body.#state = :state, act = :act ADD v :one',
      ConditionExpression: 'body.#state IN (:proposed, :unread)',
      ExpressionAttributeNames: { '#state': 'state' },
      ExpressionAttributeValues: {
        ':state': state,
        ':act': act,
        ':one': 1,
        ':proposed': 'proposed',
        ':unread': 'unread',
      },
    })
    return settled.won ? 'settled' : 'already'
  },

  settleChildren: async (academy, reply, pupils, state, act) => {
    const next = settledFor(reply, pupils, state)
    const settled = await updateIf(db, {
      Key: replyKey(academy, reply.date, reply.id),
      UpdateExpression: 'SET body.#state = :state, body.settled = :settled, act = :act ADD v :one',
      ConditionExpression: 'body.#state IN (:proposed, :unread) AND v = :version',
      ExpressionAttributeNames: { '#state': 'state' },
      ExpressionAttributeValues: {
        ':state': next.state,
        ':settled': next.settled,
        ':act': act,
        ':one': 1,
        ':version': reply.version,
        ':proposed': 'proposed',
        ':unread': 'unread',
      },
    })
    return settled.won ? 'settled' : 'already'
  },

  firstHeard: async (academy, id, date) => {
    const key = heardKey(academy, id)
    const kept = await putIf(db, { Item: { ...key, d: date }, ConditionExpression: IF_NEW })
    return kept.won ? date : HeardItem.parse(kept.old).d
  },

  isHeard: async (academy, id) => {
    const { Item } = await db.client.send(new GetCommand({ TableName: db.table, Key: heardKey(academy, id) }))
    return Item !== undefined
  },

  seenUntil: async (academy) => {
    const { Item } = await db.client.send(new GetCommand({ TableName: db.table, Key: seenUntilKey(academy) }))
    return Item && SeenItem.parse(Item).until
  },

  putSeenUntil: async (academy, until) => {
    await putIf(db, { Item: { ...seenUntilKey(academy), until } })
  },
})
