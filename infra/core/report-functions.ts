/** The functions of reports: the one that answers whoever asks, and the one that makes them on their day. */
import type { NodejsFunction } from 'aws-cdk-lib/aws-lambda-nodejs'
import type { Environments, Folder } from '../folders.ts'
import { mayHoldFiles, mayReadFiles } from './files.ts'
import { mayAskForRehearsals } from './rehearsal-function.ts'
import type { Things } from './things.ts'

/** Makes a function that keeps the record. */
type Make = <F extends Folder>(folder: F, environment: Environments[F]) => NodejsFunction

/** What was made on its day lies with the extracts, for as long as they; a print that was asked for goes after a month. */
const KEPT = 'reports/'

export const reportFunctions = (make: Make, things: Things) => {
  const { table, files, extracts, rehearsals } = things
  const TABLE = table.tableName
  const reports = make('reports', {
    TABLE,
    FILES_BUCKET: files.bucketName,
    KEPT_BUCKET: extracts.bucketName,
    REHEARSALS_QUEUE_URL: rehearsals.queueUrl,
  })
  mayAskForRehearsals(reports, things)
  mayHoldFiles(reports, files, 'reports/')
  mayReadFiles(reports, extracts, KEPT)
  const making = make('report-files', { TABLE, KEPT_BUCKET: extracts.bucketName })
  mayHoldFiles(making, extracts, KEPT)
  return { reports, 'report-files': making }
}
