import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { startDynamoDbLocal } from './dynamodb-local.ts'

const path = process.env.PATH
let folder: string | undefined
afterEach(async () => {
  process.env.PATH = path
  if (folder) await rm(folder, { recursive: true, force: true })
})

/** A `java` that says this on its error stream and ends. */
const javaThatSays = async (words: string): Promise<void> => {
  folder = await mkdtemp(join(tmpdir(), 'firstbell-java-'))
  await writeFile(join(folder, 'java'), `#!/bin/sh\necho '${words}' >&2\nexit 1\n`)
  await chmod(join(folder, 'java'), 0o755)
  process.env.PATH = `${folder}${delimiter}${path}`
}

test('without Java, DynamoDB Local says what to install', async () => {
  process.env.PATH = ''
  await expect(startDynamoDbLocal()).rejects.toThrow(/install a Java 17 runtime/)
})

test('with a stand-in for Java it says the same', async () => {
  await javaThatSays('The operation could not be completed. Unable to locate a Java Runtime.')
  await expect(startDynamoDbLocal()).rejects.toThrow(/none was found: install a Java 17 runtime/)
})

test('with an older Java it says that it is older', async () => {
  await javaThatSays('java.lang.UnsupportedClassVersionError: Main has been compiled by a more recent version')
  await expect(startDynamoDbLocal()).rejects.toThrow(/the "java" on the PATH is older: install a Java 17/)
})

test('that ends for another reason, it gives Java’s own last words', async () => {
  await javaThatSays('Exception: Address already in use')
  await expect(startDynamoDbLocal()).rejects.toThrow(/exit 1: Exception: Address already in use/)
})
