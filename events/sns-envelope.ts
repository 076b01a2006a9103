import * as z from 'zod'

const parseJson = (text: string, context: z.RefinementCtx): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    context.addIssue({ code: 'custom', message: 'the message is not JSON' })
    return z.NEVER
  }
}

/** What an SNS topic puts on a queue, opened: the message inside, parsed. A message delivered raw is taken as it is. */
export const openedFromTopic = <S extends z.ZodType>(message: S) =>
  z
    .union([
      z
        .object({ Type: z.literal('Notification'), Message: z.string() })
        .transform(({ Message }, context) => parseJson(Message, context)),
      z.unknown(),
    ])
    .pipe(message)
