import * as z from 'zod'
import type { LetterDocument } from '../../shared/domain/letters/model.ts'
import { documentPath, type Letter } from '../../shared/domain/letters/stored.ts'
import type { Files } from '../../shared/ports/files.ts'

const labelled = z.array(z.object({ label: z.string(), value: z.string() }))
const texts = z.array(z.string())

const Document = z.object({
  title: z.string(),
  language: z.literal('en-GB'),
  date: z.string(),
  reference: z.string(),
  school: z.object({ name: z.string(), strapline: z.string(), contact: texts }),
  address: texts,
  blocks: z.array(
    z.discriminatedUnion('is', [
      z.object({ is: z.literal('heading'), text: z.string() }),
      z.object({ is: z.literal('paragraph'), text: z.string() }),
      z.object({ is: z.literal('list'), items: texts }),
      z.object({
        is: z.literal('figures'),
        items: labelled,
        colour: z.enum(['green', 'amber', 'red']).exactOptional(),
      }),
      z.object({ is: z.literal('meeting'), items: labelled }),
      z.object({
        is: z.literal('table'),
        summary: z.string(),
        columns: texts,
        rows: z.array(texts),
        shares: z.array(z.number()).exactOptional(),
        small: z.boolean().exactOptional(),
      }),
      z.object({ is: z.literal('certificate'), name: z.string(), lines: texts }),
      z.object({ is: z.literal('signature'), lines: texts }),
      z.object({ is: z.literal('reply-slip'), title: z.string(), about: labelled, choices: texts, blanks: texts }),
    ]),
  ),
}) satisfies z.ZodType<LetterDocument>

/** The document of a letter as it was written. Throws when it is not there: a letter without it was never planned whole. */
export const readDocument = async (letters: Files, academy: string, letter: Letter): Promise<LetterDocument> => {
  const bytes = await letters.get(documentPath(academy, letter))
  if (bytes === undefined) throw new Error('The document of a letter is missing')
  return Document.parse(JSON.parse(Buffer.from(bytes).toString('utf8')))
}
