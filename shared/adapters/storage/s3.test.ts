import { Readable } from 'node:stream'
import {
  DeleteObjectCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  NoSuchKey,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3'
import { mockClient } from 'aws-sdk-client-mock'
import 'aws-sdk-client-mock-vitest/extend'
import { beforeEach, expect, test } from 'vitest'
import { s3Files } from './s3.ts'

const client = new S3Client({
  region: 'eu-west-2',
  credentials: { accessKeyId: 'invented', secretAccessKey: 'invented' },
  requestChecksumCalculation: 'WHEN_REQUIRED',
})
const s3 = mockClient(client)
const files = s3Files(client, 'school-files')

beforeEach(() => s3.reset())

test('a file is kept under its path and kind', async () => {
  s3.on(PutObjectCommand).resolves({})
  await files.put('reports/r1.csv', 'line,column', 'text/csv')
  expect(s3).toHaveReceivedCommandWith(PutObjectCommand, {
    Bucket: 'school-files',
    Key: 'reports/r1.csv',
    Body: 'line,column',
    ContentType: 'text/csv',
  })
})

test('a file comes back byte for byte', async () => {
  const body = Object.assign(Readable.from(['x']), {
    transformToByteArray: async () => new Uint8Array([0xef, 0xbb, 0xbf, 65]),
  })
  s3.on(GetObjectCommand).resolves({ Body: body as never })
  expect(await files.get('uploads/roll.csv')).toEqual(new Uint8Array([0xef, 0xbb, 0xbf, 65]))
})

test('a file that is larger than may be read is not loaded, and let go of', async () => {
  const body = (bytes: number) => {
    const stream = Object.assign(Readable.from(['x']), { transformToByteArray: async () => new Uint8Array(bytes) })
    s3.on(GetObjectCommand).resolves({ Body: stream as never, ContentLength: bytes })
    return stream
  }
  const small = body(10)
  expect(await files.getUpTo('uploads/roll.csv', 10)).toEqual(new Uint8Array(10))
  expect(small.destroyed).toBe(false)
  const large = body(11)
  expect(await files.getUpTo('uploads/roll.csv', 10)).toBe('too-large')
  expect(large.destroyed).toBe(true)
  s3.on(GetObjectCommand).rejects(new NoSuchKey({ message: 'none', $metadata: {} }))
  expect(await files.getUpTo('uploads/none.csv', 10)).toBeUndefined()
})

test('a file that is not there is an answer, not trouble; a refusal is trouble', async () => {
  s3.on(GetObjectCommand)
    .rejectsOnce(new NoSuchKey({ message: 'none', $metadata: {} }))
    .rejects(new Error('AccessDenied'))
  expect(await files.get('uploads/none.csv')).toBeUndefined()
  await expect(files.get('uploads/none.csv')).rejects.toThrow('AccessDenied')
})

test('an upload address is for one file of one kind and one length, for a quarter of an hour, with no checksum of an empty body', async () => {
  const address = new URL(await files.uploadAddress('uploads/springbank/roll.csv', 'text/csv', 5_000_000))
  expect(address.pathname).toContain('/uploads/springbank/roll.csv')
  expect(address.searchParams.get('X-Amz-Expires')).toBe('900')
  expect(address.searchParams.get('X-Amz-SignedHeaders')).toBe('content-length;content-type;host')
  // What the console is let speak to, beside its own origin: infra/core/files.ts.
  expect(address.origin).toBe('https://school-files.s3.eu-west-2.amazonaws.com')
  expect([...address.searchParams.keys()].filter((name) => name.includes('checksum'))).toEqual([])
})

test('a file that must be new is put with its checksum, and never over another', async () => {
  const there = Object.assign(new Error('there is one'), { name: 'PreconditionFailed' })
  const conflict = Object.assign(new Error('another put is under way'), { name: 'ConditionalRequestConflict' })
  s3.on(PutObjectCommand).resolvesOnce({}).rejectsOnce(there).rejects(conflict)
  const put = () => files.putNew('seals/springbank/2026-01-12.json', '{}', 'application/json')
  expect(await put()).toBe('put')
  expect(s3).toHaveReceivedCommandWith(PutObjectCommand, { IfNoneMatch: '*', ChecksumAlgorithm: 'SHA256' })
  expect(await put()).toBe('already')
  await expect(put()).rejects.toThrow('under way')
})

test('a list goes on to its last page', async () => {
  s3.on(ListObjectsV2Command)
    .resolvesOnce({ Contents: [{ Key: 'a/1' }], NextContinuationToken: 'more' })
    .resolves({ Contents: [{ Key: 'a/2' }] })
  expect(await files.list('a/')).toEqual(['a/1', 'a/2'])
  expect(s3).toHaveReceivedCommandWith(ListObjectsV2Command, { Prefix: 'a/', ContinuationToken: 'more' })
})

test('a file is taken away by its path', async () => {
  s3.on(DeleteObjectCommand).resolves({})
  await files.remove('keys/springbank/k01')
  expect(s3).toHaveReceivedCommandWith(DeleteObjectCommand, { Bucket: 'school-files', Key: 'keys/springbank/k01' })
})
