import { crc32 } from 'node:zlib'
import { expect, test } from 'vitest'
import { zipOf } from './zip.ts'

/** Reads an archive by its directory, as every program that opens one does. */
const readZip = (bytes: Uint8Array): Readonly<Record<string, string>> => {
  const zip = Buffer.from(bytes)
  const end = zip.lastIndexOf(Buffer.from('PK\x05\x06'))
  const found: Record<string, string> = {}
  let entry = zip.readUInt32LE(end + 16)
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    const [size, names] = [zip.readUInt32LE(entry + 24), zip.readUInt16LE(entry + 28)]
    const file = zip.readUInt32LE(entry + 42)
    const name = zip.subarray(entry + 46, entry + 46 + names).toString()
    const begins = file + 30 + zip.readUInt16LE(file + 26)
    const content = zip.subarray(begins, begins + size)
    expect(zip.subarray(file + 30, begins).toString()).toBe(name)
    expect(zip.readUInt32LE(entry + 16)).toBe(crc32(content))
    found[name] = content.toString()
    entry += 46 + names
  }
  expect(entry).toBe(end)
  return found
}

const FILES = { 'sessions.csv': 'date\r\n', 'empty.txt': '', 'Łukasz.json': '{"name":"Łukasz"}' }

test('an archive holds each file as it was', () => {
  expect(readZip(zipOf(FILES))).toEqual(FILES)
  expect(readZip(zipOf({}))).toEqual({})
})

test('the same files are the same bytes, in whatever order they are given', () => {
  const reversed = Object.fromEntries(Object.entries(FILES).toReversed())
  expect(Buffer.from(zipOf(reversed)).equals(Buffer.from(zipOf(FILES)))).toBe(true)
})
