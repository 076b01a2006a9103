import * as z from 'zod'
import type { LetterKind } from '../../../domain/letters/letter.ts'
import { LETTER_STATES, type Letter } from '../../../domain/letters/stored.ts'
import type { Act } from '../../../ports/stores.ts'
import type { Key } from '../table.ts'
import { holding } from '../values.ts'
import type { Item } from '../write.ts'

const kind = z.enum({
  'stage-1': 'stage-1',
  'stage-2': 'stage-2',
  'attend-meeting': 'attend-meeting',
  'leave-granted': 'leave-granted',
  'leave-refused': 'leave-refused',
  'notice-to-improve': 'notice-to-improve',
  'traffic-light': 'traffic-light',
  'full-attendance': 'full-attendance',
} satisfies { readonly [K in LetterKind]: K })

const deed = z.object({ by: z.string(), at: z.string() })

const LetterItem = holding(
  z.object({
    id: z.string(),
    kind,
    cycle: z.string(),
    pupil: z.string(),
    contactId: z.string(),
    date: z.string(),
    state: z.enum(LETTER_STATES),
    policy: z.string(),
    reference: z.string(),
    document: z.string(),
    meeting: z.string().exactOptional(),
    print: z.object({ sha256: z.string(), pages: z.int(), copy: z.literal(true).exactOptional() }).exactOptional(),
    previewed: deed.exactOptional(),
    released: deed.exactOptional(),
    sent: z
      .object({ at: z.string(), providerId: z.string().exactOptional(), batch: z.string().exactOptional() })
      .exactOptional(),
    why: z.string().exactOptional(),
  }) satisfies z.ZodType<Omit<Letter, 'version'>>,
)

export const toLetterItem = (key: Key, { version, ...body }: Letter, act: Act): Item => ({
  ...key,
  v: version,
  body,
  act,
})

export const fromLetterItem = (found: Item): Letter => {
  const { v, body } = LetterItem.parse(found)
  return { ...body, version: v }
}
