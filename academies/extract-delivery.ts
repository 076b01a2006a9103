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
