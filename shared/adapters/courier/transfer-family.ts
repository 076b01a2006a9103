/** AWS Transfer Family: an SFTP connector takes files out of S3 and reports on each for seven days. */
import {
  type ConnectorFileTransferResult,
  InvalidRequestException,
  ListFileTransferResultsCommand,
  ResourceNotFoundException,
  StartFileTransferCommand,
  type TransferClient,
} from '@aws-sdk/client-transfer'
import { ok, refused } from '../../domain/result.ts'
import type { Courier, Delivery } from '../../ports/courier.ts'

const deliveryOf = (results: readonly ConnectorFileTransferResult[]): Delivery => {
  const failed = results.find(({ StatusCode }) => StatusCode === 'FAILED')
  // The message beside the code may name files and people's folders.
  if (failed) return { state: 'failed', because: failed.FailureCode ?? 'no code' }
  const isThere = results.length > 0 && results.every(({ StatusCode }) => StatusCode === 'COMPLETED')
  return { state: isThere ? 'arrived' : 'under-way' }
}

export const transferCourier = (client: TransferClient): Courier => ({
  async bring({ bucket, paths }, { connector, folder }) {
    try {
      const { TransferId } = await client.send(
        new StartFileTransferCommand({
          ConnectorId: connector,
          SendFilePaths: paths.map((path) => `/${bucket}/${path}`),
          RemoteDirectoryPath: folder,
        }),
      )
      if (TransferId === undefined) throw new Error('The transfer has no id')
      return ok(TransferId)
    } catch (error) {
      if (error instanceof ResourceNotFoundException || error instanceof InvalidRequestException)
        return refused(
          'not-taken',
          `The connector does not take it (${error.name}).`,
          'See that the connector of the policy exists, and that it may read the extracts.',
          'connector',
        )
      throw error
    }
  },

  async look(connector, journey) {
    try {
      const { FileTransferResults = [] } = await client.send(
        new ListFileTransferResultsCommand({ ConnectorId: connector, TransferId: journey }),
      )
      return deliveryOf(FileTransferResults)
    } catch (error) {
      if (error instanceof ResourceNotFoundException) return { state: 'forgotten' }
      throw error
    }
  },
})
