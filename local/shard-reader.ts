/** Reads a table's stream from its beginning, shard after shard, in order. */
import {
  type _Record,
  DescribeStreamCommand,
  type DynamoDBStreamsClient,
  GetRecordsCommand,
  type GetRecordsCommandOutput,
  GetShardIteratorCommand,
  ListStreamsCommand,
} from '@aws-sdk/client-dynamodb-streams'

const MOST_RECORDS = 1000

/** Gives the next records written since the last call; resolves with none when the stream is at its end. Throws when the table has no stream. */
export const shardReader = (client: DynamoDBStreamsClient, table: string): (() => Promise<readonly _Record[]>) => {
  let streamArn: string | undefined
  let shard: string | undefined
  let iterator: string | undefined
  const seen = new Set<string>()

  const findStream = async (): Promise<string> => {
    const { Streams = [] } = await client.send(new ListStreamsCommand({ TableName: table }))
    const found = Streams.at(-1)?.StreamArn
    if (!found) throw new Error(`The table ${table} has no stream.`)
    return found
  }

  const nextShard = async (arn: string): Promise<void> => {
    const { StreamDescription } = await client.send(new DescribeStreamCommand({ StreamArn: arn }))
    const next = StreamDescription?.Shards?.find(({ ShardId }) => ShardId !== undefined && !seen.has(ShardId))
    shard = next?.ShardId
    if (shard === undefined) return
    seen.add(shard)
    const answer = await client.send(
      new GetShardIteratorCommand({ StreamArn: arn, ShardId: shard, ShardIteratorType: 'TRIM_HORIZON' }),
    )
    iterator = answer.ShardIterator
  }

  return async () => {
    streamArn ??= await findStream()
    const records: _Record[] = []
    if (iterator === undefined) await nextShard(streamArn)
    while (iterator !== undefined) {
      const answer: GetRecordsCommandOutput = await client.send(
        new GetRecordsCommand({ ShardIterator: iterator, Limit: MOST_RECORDS }),
      )
      const { Records: found = [] } = answer
      records.push(...found)
      iterator = answer.NextShardIterator
      if (iterator === undefined) await nextShard(streamArn)
      else if (found.length < MOST_RECORDS) break
    }
    return records
  }
}
