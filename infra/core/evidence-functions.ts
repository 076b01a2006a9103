/** The functions of the evidence, each with what it is given and what it may do. */
import type { Stack } from 'aws-cdk-lib'
import type { NodejsFunction } from 'aws-cdk-lib/aws-lambda-nodejs'
import type { Environments, Folder } from '../folders.ts'
import { mayPutEvidence, mayReadEvidence, mayUseKeys } from './evidence.ts'
import { mayHoldFiles, mayReadFiles } from './files.ts'
import type { Ground } from './queues.ts'
import { mayAppendToChronicle } from './record.ts'
import { schoolFunction } from './school-function.ts'
import type { Things } from './things.ts'

/** The function that appends to the chronicle, and keeps evidence of what it appends. */
export const chronicleFunction = (stack: Stack, ground: Ground, { table, evidence }: Things): NodejsFunction => {
  const made = schoolFunction(stack, 'chronicle', ground, {
    TABLE: table.tableName,
    EVIDENCE_BUCKET: evidence.evidence.bucketName,
    EVIDENCE_KEYS_BUCKET: evidence.keys.bucketName,
  })
  mayAppendToChronicle(made, table, ground.key)
  mayPutEvidence(made, evidence, ['arrived', 'registers'])
  mayUseKeys(made, evidence, 'make')
  return made
}

/** Makes a function that keeps the record. */
type Make = <F extends Folder>(folder: F, environment: Environments[F]) => NodejsFunction

/** The night's function: it counts, says which registers the record has, and tells those that seal, make extracts and reports, and ask the school's own system. */
export const nightlyFunction = (
  make: Make,
  { table, evidence, seals, extractWork, reportWork, imports }: Things,
): NodejsFunction => {
  const made = make('nightly', {
    TABLE: table.tableName,
    EVIDENCE_BUCKET: evidence.evidence.bucketName,
    SEAL_QUEUE_URL: seals.queueUrl,
    EXTRACTS_QUEUE_URL: extractWork.queueUrl,
    REPORTS_QUEUE_URL: reportWork.queueUrl,
    IMPORTS_QUEUE_URL: imports.queueUrl,
  })
  mayPutEvidence(made, evidence, ['expected'])
  for (const queue of [seals, extractWork, reportWork, imports]) queue.grantSendMessages(made)
  return made
}

/** The function that makes bundles: it reads everything there is of one pupil and leaves one file. */
export const bundleFunction = (make: Make, { table, evidence, letters, files }: Things): NodejsFunction => {
  const made = make('evidence-bundle', {
    TABLE: table.tableName,
    EVIDENCE_BUCKET: evidence.evidence.bucketName,
    EVIDENCE_KEYS_BUCKET: evidence.keys.bucketName,
    LETTERS_BUCKET: letters.bucketName,
    FILES_BUCKET: files.bucketName,
  })
  mayReadEvidence(made, evidence, ['arrived', 'seals', 'erased'])
  mayUseKeys(made, evidence, 'read')
  mayReadFiles(made, letters)
  mayHoldFiles(made, files, 'exports/')
  return made
}

/** The function that seals: it reads hashes and puts seals. It has neither the record nor a key. */
export const sealFunction = (stack: Stack, ground: Ground, { evidence }: Things): NodejsFunction => {
  const made = schoolFunction(stack, 'seal', ground, { EVIDENCE_BUCKET: evidence.evidence.bucketName })
  mayReadEvidence(made, evidence, ['arrived', 'registers', 'expected', 'decisions', 'seals'])
  mayPutEvidence(made, evidence, ['seals'])
  ground.key.grantEncryptDecrypt(made)
  return made
}
