import { Readable } from 'node:stream'
import {
  DeleteObjectCommand,
  GetObjectCommand,
  type GetObjectCommandOutput,
  ListObjectsV2Command,
  NoSuchKey,
  PutObjectCommand,
  type S3Client,
} from '@aws-sdk/client-s3'
import { getSignedUrl } from '@aws-sdk/s3-request-presigner'
import type { Files } from '../../ports/files.ts'

/** An upload address is good for a quarter of an hour: long enough for a slow line, short enough to be of no use later. */
const ADDRESS_SECONDS = 15 * 60

/** Lets go of an answer of which nothing is to be read. */
const closed = async (body: GetObjectCommandOutput['Body']): Promise<void> => {
  if (body instanceof Readable) body.destroy()
  else await body?.transformToWebStream().cancel()
}

/** A link that is followed at once: a minute, so that one that is copied or kept in a history is of no use. */
const DOWNLOAD_SECONDS = 60

/**
 * Files in an S3 bucket. The client must be made with `requestChecksumCalculation: 'WHEN_REQUIRED'`: otherwise the SDK signs the
 * checksum of an empty body into every upload address and S3 refuses the upload.
 */
export const s3Files = (client: S3Client, bucket: string): Files => {
  const opened = async (path: string): Promise<GetObjectCommandOutput | undefined> => {
    try {
      return await client.send(new GetObjectCommand({ Bucket: bucket, Key: path }))
    } catch (error) {
      if (error instanceof NoSuchKey) return undefined
      throw error
    }
  }
  return {
    async put(path, body, contentType) {
      await client.send(new PutObjectCommand({ Bucket: bucket, Key: path, Body: body, ContentType: contentType }))
    },
    async putNew(path, body, contentType) {
      try {
        await client.send(
          new PutObjectCommand({
            Bucket: bucket,
            Key: path,
            Body: body,
            ContentType: contentType,
            IfNoneMatch: '*',
            // A bucket that locks its objects takes none without one.
            ChecksumAlgorithm: 'SHA256',
          }),
        )
        return 'put'
      } catch (error) {
        // Not for a conflict: that says another put is under way, not that it will be done, so whoever asked must ask again.
        if (error instanceof Error && error.name === 'PreconditionFailed') return 'already'
        throw error
      }
    },
    async list(beginning) {
      const found: string[] = []
      let from: string | undefined
      do {
        const page = await client.send(
          new ListObjectsV2Command({ Bucket: bucket, Prefix: beginning, ...(from && { ContinuationToken: from }) }),
        )
        found.push(...(page.Contents ?? []).flatMap(({ Key }) => Key ?? []))
        from = page.NextContinuationToken
      } while (from !== undefined)
      return found
    },
    async remove(path) {
      await client.send(new DeleteObjectCommand({ Bucket: bucket, Key: path }))
    },
    async get(path) {
      return (await opened(path))?.Body?.transformToByteArray()
    },
    async getUpTo(path, mostBytes) {
      const found = await opened(path)
      // Said before the first byte is read; an object of which S3 does not say so is not taken at its word.
      if (found === undefined || (found.ContentLength ?? Number.POSITIVE_INFINITY) <= mostBytes)
        return found?.Body?.transformToByteArray()
      await closed(found.Body)
      return 'too-large'
    },
    downloadAddress: (path, { name, contentType }) =>
      getSignedUrl(
        client,
        new GetObjectCommand({
          Bucket: bucket,
          Key: path,
          ResponseContentType: contentType,
          ResponseContentDisposition: `inline; filename="${name}"`,
          ResponseCacheControl: 'no-store',
        }),
        { expiresIn: DOWNLOAD_SECONDS },
      ),
    uploadAddress: (path, contentType, bytes) =>
      getSignedUrl(
        client,
        new PutObjectCommand({ Bucket: bucket, Key: path, ContentType: contentType, ContentLength: bytes }),
        // What is signed must be what is sent: S3 refuses a longer file before it keeps anything of it.
        { expiresIn: ADDRESS_SECONDS, signableHeaders: new Set(['content-type', 'content-length']) },
      ),
  }
}
