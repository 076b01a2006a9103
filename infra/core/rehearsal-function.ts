/** The function that rehearses drafts of policies, and what whoever asks it may do. */
import type { Stack } from 'aws-cdk-lib'
import type { IGrantable } from 'aws-cdk-lib/aws-iam'
import type { NodejsFunction } from 'aws-cdk-lib/aws-lambda-nodejs'
import { mayHoldFiles } from './files.ts'
import type { Ground } from './queues.ts'
import { mayReadRecord } from './record.ts'
import { schoolFunction } from './school-function.ts'
import type { Things } from './things.ts'

type Asked = Pick<Things, 'files' | 'rehearsals'>

/** Puts what is asked on the queue, and fetches the answer. */
export const mayAskForRehearsals = (grantee: IGrantable, { files, rehearsals }: Asked): void => {
  mayHoldFiles(grantee, files, 'rehearsals/')
  rehearsals.grantSendMessages(grantee)
}

/** It reads the record, and writes nothing but its answers. */
export const rehearsalFunction = (
  stack: Stack,
  ground: Ground,
  { table, files, rehearsals }: Things,
): NodejsFunction => {
  const made = schoolFunction(stack, 'rehearsal', ground, {
    TABLE: table.tableName,
    FILES_BUCKET: files.bucketName,
    REHEARSALS_QUEUE_URL: rehearsals.queueUrl,
  })
  mayReadRecord(made, table, ground.key)
  mayAskForRehearsals(made, { files, rehearsals })
  return made
}
