import {
  InvalidRequestException,
  ListFileTransferResultsCommand,
  ResourceNotFoundException,
  StartFileTransferCommand,
  ThrottlingException,
  TransferClient,
} from '@aws-sdk/client-transfer'
import { mockClient } from 'aws-sdk-client-mock'
import 'aws-sdk-client-mock-vitest/extend'
import { beforeEach, describe, expect, test } from 'vitest'
import { transferCourier } from './transfer-family.ts'

const client = new TransferClient({ region: 'eu-west-2' })
const transfer = mockClient(client)
const courier = transferCourier(client)
const CONNECTOR = 'c-0123456789abcdef0'
const to = { connector: CONNECTOR, folder: '/in/attendance' }
const files = { bucket: 'kept', paths: ['extracts/a/1/push/absence.csv', 'extracts/a/1/push/absence-manifest.json'] }
const about = {
  $metadata: {},
  message: 'about /home/somebody',
  Message: 'about /home/somebody',
  Resource: CONNECTOR,
  ResourceType: 'connector',
}

beforeEach(() => transfer.reset())

describe('files for a council’s server', () => {
  test('are named by bucket and path, as the service asks, and the answer names the transfer', async () => {
    transfer.on(StartFileTransferCommand).resolves({ TransferId: 't-1' })
    expect(await courier.bring(files, to)).toEqual({ ok: true, value: 't-1' })
    expect(transfer).toHaveReceivedCommandWith(StartFileTransferCommand, {
      ConnectorId: CONNECTOR,
      SendFilePaths: ['/kept/extracts/a/1/push/absence.csv', '/kept/extracts/a/1/push/absence-manifest.json'],
      RemoteDirectoryPath: '/in/attendance',
    })
  })
  test('are refused by a connector that is not there, without a word of what the service said', async () => {
    for (const error of [new ResourceNotFoundException(about), new InvalidRequestException(about)]) {
      transfer.on(StartFileTransferCommand).rejects(error)
      const answer = await courier.bring(files, to)
      expect(answer).toMatchObject({ ok: false, refusal: { code: 'not-taken' } })
      expect(JSON.stringify(answer)).not.toContain('somebody')
    }
  })
  test('wait for another try when the service is busy', async () => {
    transfer.on(StartFileTransferCommand).rejects(new ThrottlingException(about))
    await expect(courier.bring(files, to)).rejects.toThrow()
  })
})

describe('what became of them', () => {
  const looks = async (...codes: readonly string[]) => {
    transfer.on(ListFileTransferResultsCommand).resolves({
      FileTransferResults: codes.map((StatusCode, at) => ({
        FilePath: `/in/attendance/${at}`,
        StatusCode: StatusCode as 'COMPLETED',
        ...(StatusCode === 'FAILED' ? { FailureCode: 'SEND_FILE_PERMISSION_DENIED', FailureMessage: 'somebody' } : {}),
      })),
    })
    return courier.look(CONNECTOR, 't-1')
  }
  test('they have arrived once every one of them is there', async () => {
    expect(await looks('COMPLETED', 'COMPLETED')).toEqual({ state: 'arrived' })
    expect(await looks('COMPLETED', 'IN_PROGRESS')).toEqual({ state: 'under-way' })
    expect(await looks('QUEUED', 'QUEUED')).toEqual({ state: 'under-way' })
    expect(await looks()).toEqual({ state: 'under-way' })
    expect(transfer).toHaveReceivedCommandWith(ListFileTransferResultsCommand, {
      ConnectorId: CONNECTOR,
      TransferId: 't-1',
    })
  })
  test('one that failed is the failure of all, with the service’s code and not its words', async () => {
    expect(await looks('COMPLETED', 'FAILED')).toEqual({ state: 'failed', because: 'SEND_FILE_PERMISSION_DENIED' })
  })
  test('a transfer of which the service knows nothing any more is forgotten', async () => {
    transfer.on(ListFileTransferResultsCommand).rejects(new ResourceNotFoundException(about))
    expect(await courier.look(CONNECTOR, 't-1')).toEqual({ state: 'forgotten' })
  })
})
