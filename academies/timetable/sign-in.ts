import type { Policy } from '../policy.ts'

/** Where staff sign in, and by whose word they have their roles. */
export const signingIn = ({ console: address, signIn: { prefix, directory } }: Policy): readonly string[] => [
  `The console is at ${address}; its sign-in page is Amazon Cognito’s under the name ${prefix}.`,
  directory
    ? `People of the directory “${directory.name}” (${directory.issuer}, known there as ${directory.client}) sign in as they do everywhere; its claim “${directory.rolesClaim}” gives their roles and “${directory.staffIdClaim}” says who in staff.csv they are. The secret is “${directory.secret}”.`
    : 'People are entered by a trust operator, who gives them their roles.',
]
