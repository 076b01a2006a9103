/** How staff of the trust sign in: a page of Amazon Cognito, and behind it the trust's own directory where it has one. */
import * as z from 'zod'

const directory = z.strictObject({
  name: z
    .string()
    .regex(
      /^[A-Za-z][A-Za-z0-9-]{2,31}$/,
      'a directory is named in 3 to 32 letters, digits and hyphens, like Microsoft',
    )
    .describe('What the button on the sign-in page says.'),
  issuer: z.url().describe('Its OpenID Connect issuer, as its administrator reads it off.'),
  client: z.string().min(1).max(200).describe('The id under which the directory knows Firstbell.'),
  secret: z
    .string()
    .regex(/^[A-Za-z0-9/_+=.@-]{1,200}$/, 'a secret has the name it has in Secrets Manager')
    .describe('Name of the secret in Secrets Manager that holds what the directory gave with that id.'),
  rolesClaim: z
    .string()
    .min(1)
    .max(100)
    .describe('Claim of the directory that lists a person’s roles, written like springbank.office.'),
  staffIdClaim: z.string().min(1).max(100).describe('Claim that holds the staffId of staff.csv.'),
})

export const signIn = z.strictObject({
  prefix: z
    .string()
    .regex(
      /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/,
      'the first part of an address has small letters, digits and hyphens',
    )
    .refine((prefix) => !/aws|amazon|cognito/.test(prefix), 'Amazon keeps aws, amazon and cognito for itself')
    .describe('First part of the sign-in page’s address; nobody else in the region may have it.'),
  directory: directory.optional().describe('The Trust’s own directory. Left out: people are entered by an operator.'),
})

export type SignIn = z.infer<typeof signIn>
