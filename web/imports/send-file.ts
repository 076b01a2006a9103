/** A file is handed over to be looked at: in the request itself, or to an address of its own where it is too large for one. */
import { ImportBegunAnswer, UploadAddressAnswer } from '../../events/api/imports.ts'
import { MOST_FILE_BYTES, MOST_POSTED_BYTES, TOO_LARGE } from '../../shared/domain/imports/file-size.ts'
import { send, sendFile } from '../client/client.ts'
import { type Failure, said } from '../client/failure.ts'
import { type Sending, upload } from '../client/upload.ts'
import type { FileKind } from './words.ts'

export interface ToSend {
  readonly kind: FileKind
  /** As it was read. */
  readonly text: string
  /** As it lies on the disk. */
  readonly bytes: Blob
}

/** Why a file of so many bytes is not even read. */
export const refusedBySize = (bytes: number): Failure | undefined =>
  bytes > MOST_FILE_BYTES ? said('refused', TOO_LARGE.what, TOO_LARGE.remedy) : undefined

/** What is sent is the text, which may have more bytes than the file. */
const isPosted = ({ text }: ToSend): boolean => new Blob([text]).size <= MOST_POSTED_BYTES

/** Hands over a file, read by a mapping unless that is ''; answers the id of its import. Nothing is applied by it. */
export const handOver = async (file: ToSend, mapping: string, sending: Sending): Promise<string | Failure> => {
  const type = file.kind === 'ctf' ? 'application/xml' : 'text/csv'
  const asked = `preview=true${mapping === '' ? '' : `&mapping=${encodeURIComponent(mapping)}`}`
  if (isPosted(file)) {
    const begun = await sendFile(`imports/${file.kind}?${asked}`, file.text, type, ImportBegunAnswer)
    return begun.ok ? begun.value.id : begun.failure
  }
  const path = `imports/${file.kind}/upload-address?bytes=${file.bytes.size}&${asked}`
  const address = await send('POST', path, {}, UploadAddressAnswer)
  if (!address.ok) return address.failure
  const failure = await upload(address.value.url, file.bytes, type, sending)
  return failure ?? address.value.id
}
