/** How an extract gets to its recipient, and who can read it on the way. */
import * as z from 'zod'

export const encryption = z
  .strictObject({
    with: z.enum(['age', 'pgp']).describe('What the recipient decrypts with.'),
    key: z
      .string()
      .trim()
      .min(1)
      .max(20_000)
      .describe(
        'Its public key: age1..., or the whole armoured block with its lines parted by \\n. Never a private one.',
      ),
  })
  .describe('Encrypts what this recipient collects, so that only it can read it; left out: only TLS on the way.')

export const push = z
  .strictObject({
    connector: z
      .string()
      .regex(/^c-[0-9a-f]{17}$/, 'a connector of AWS Transfer Family is named like c-0123456789abcdef0')
      .describe('The SFTP connector that the operator has set up for this recipient (docs/operator.md).'),
    folder: z
      .string()
      .regex(
        /^(\/[A-Za-z0-9_-][A-Za-z0-9._-]*)+$/,
        'a folder begins with a slash and has letters, digits, dots and hyphens, like /in/attendance',
      )
      .describe('Where on its server the files are put.'),
  })
  .describe('Brings the files to the recipient’s own server by SFTP; left out: its officer collects them.')
