/** Who collects for a recipient: officers of its authority by their own group, the Trust by its own, the school's leads for everybody. */
import type { Policy } from '../../../academies/policy.ts'

export type Recipient = Policy['extracts']['recipients'][number]

const authorityOf = ({ authority }: Recipient, policy: Policy): string => authority ?? policy.localAuthority.code

/** The sign-in group whose members collect what is made for a recipient; none where only the school itself does. */
export const groupOfRecipient = (recipient: Recipient, policy: Policy): string | undefined => {
  switch (recipient.kind) {
    case 'local-authority':
      return `la.${authorityOf(recipient, policy)}.reader`
    case 'virtual-school':
      return `la.${authorityOf(recipient, policy)}.virtual-school`
    case 'trust':
      return 'trust.operator'
    case 'trust-named':
      return 'trust.attendance'
    case 'dfe':
      return undefined
    default:
      return recipient.kind satisfies never
  }
}

/** The recipients for whom somebody with these groups collects. */
export const collectsFor = (groups: readonly string[], policy: Policy): readonly Recipient[] =>
  policy.extracts.recipients.filter((recipient) => {
    const group = groupOfRecipient(recipient, policy)
    return group !== undefined && groups.includes(group)
  })
