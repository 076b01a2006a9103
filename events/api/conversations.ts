import * as z from 'zod'
import { pathId } from '../values.ts'

/** Three parts of a text, so that nobody sends a letter by text. */
export const LONGEST_REPLY = 480

/** Everything that is not seen: control characters, marks of direction, private and broken letters; two that join letters within words stay. */
const UNSEEN = /(?![\u200C\u200D])[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/gu

/** As it is sent: on one line, without what is not seen. */
export const onOneLine = (text: string): string =>
  text.replaceAll(/\s+/gu, ' ').replaceAll(UNSEEN, '').normalize('NFC').replaceAll(/ {2,}/g, ' ').trim()

const words = z
  .string()
  .max(4 * LONGEST_REPLY, `a reply has at most ${LONGEST_REPLY} characters`)
  .transform(onOneLine)
  .pipe(
    z
      .string()
      .max(LONGEST_REPLY, `a reply has at most ${LONGEST_REPLY} characters`)
      .regex(/[\p{L}\p{N}]/u, 'a reply has words'),
  )
  .describe('The words, as the parent is to read them. Line breaks become spaces; what is not seen is taken out.')

export const ReplyPreviewBody = z.strictObject({ body: words })

export const ReplyBody = z.strictObject({
  body: words,
  about: z
    .array(pathId)
    .min(1)
    .max(20)
    .describe('The children it is about. The contact must be one of each of them who may be told.'),
})
