import { keyFault } from '../../shared/domain/extracts/keys/key-fault.ts'
import { extractKind } from '../../shared/domain/extracts/registry.ts'
import { type Check, when } from './check.ts'

/** A recipient is sent only what is made for its kind: nobody is given columns by a slip in a policy. */
export const extractsFitRecipients: Check = ({ extracts: { recipients } }) =>
  recipients.flatMap(({ id, kind, sends }, at) =>
    sends.flatMap(({ extract }, which) => {
      const field = `extracts.recipients.${at}.sends.${which}.extract`
      const found = extractKind(extract)
      return when(
        found?.recipient !== kind,
        field,
        found ? `${extract} is not for a ${kind}: it is for a ${found.recipient}.` : `there is no extract ${extract}.`,
        `Give ${id} one of those that docs/extracts.md lists for a ${kind}.`,
      )
    }),
  )

/** Two recipients of one name would have each other's extracts. */
export const recipientsOnce: Check = ({ extracts: { recipients } }) => {
  const ids = recipients.map(({ id }) => id)
  return when(
    new Set(ids).size < ids.length,
    'extracts.recipients',
    'names two recipients alike.',
    'Give each an id of its own.',
  )
}

/** A key that nothing can be encrypted to would be found on the night on which a file is due. */
export const keysAreKeys: Check = ({ extracts: { recipients } }) =>
  recipients.flatMap(({ id, encryption }, at) => {
    const fault = encryption && keyFault(encryption)
    return when(
      fault !== undefined,
      `extracts.recipients.${at}.encryption.key`,
      `${fault}.`,
      `Ask ${id} for its public key, and enter it as it is: for age one line that begins with age1, for PGP the whole block.`,
    )
  })
