/** Many writes that are conditional on nothing: a generation that nobody reads yet, or any more. */
import { BatchWriteCommand } from '@aws-sdk/lib-dynamodb'
import * as z from 'zod'
import type { Key } from './table.ts'
import { slowly } from './unprocessed.ts'
import type { Db, Item } from './write.ts'

type Request = { readonly put: Item } | { readonly remove: Key }
export const KeyOnly = z.object({ pk: z.string(), sk: z.string() })

/** Writes and removes in batches, trying again what the table left undone. */
export const writeAll = (db: Db, requests: readonly Request[]): Promise<void> =>
  slowly(25, requests, async (chunk) => {
    const answer = await db.client.send(
      new BatchWriteCommand({
        RequestItems: {
          [db.table]: chunk.map((request) =>
            'put' in request ? { PutRequest: { Item: request.put } } : { DeleteRequest: { Key: request.remove } },
          ),
        },
      }),
    )
    return (answer.UnprocessedItems?.[db.table] ?? []).flatMap((request): Request[] => {
      if (request.PutRequest?.Item) return [{ put: request.PutRequest.Item }]
      return request.DeleteRequest?.Key ? [{ remove: KeyOnly.parse(request.DeleteRequest.Key) }] : []
    })
  })
